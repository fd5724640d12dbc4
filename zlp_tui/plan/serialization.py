"""The plan as JSON, both ways: what `zlp show PLAN --json` prints, and how an edition of years ago is read today.

`ShownPlan` is the document; pydantic writes it, reads it and publishes its JSON Schema (`docs/schema/`). Keys are only
added while `show_version` stays the same, so one that is not there has its field's default. A later version adds its
step to `upcasters.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from zlp_tui.errors import StoreDamaged, StoreNewer
from zlp_tui.plan.plan_dates import EvaluationDate
from zlp_tui.plan.readable import Unfiltered
from zlp_tui.plan.upcasters import UPCASTERS, Document
from zlp_tui.plan.view import (
    BSN,
    DOMAINS,
    FACTS,
    HOW_WE_TALK,
    Address,
    Agreement,
    Choice,
    Conversation,
    DecidingRole,
    Detail,
    Disagreement,
    Edition,
    Evaluation,
    Goal,
    Grant,
    LifeDomain,
    Notice,
    Option,
    Person,
    PlanView,
    Progress,
    ReadBack,
    Remark,
    Statement,
    Voice,
    WishNotMet,
    standing,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from pydantic import TypeAdapter

SHOW_VERSION: Final = 2


@dataclass(frozen=True, slots=True)
class ShownDeciding:
    """Who decides as a rule; `deciders` are ids of people, `decider` is the first of them, `by` is who said it."""

    role: DecidingRole | None = None
    decider: str | None = None
    deciders: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ShownEnd:
    """Since which day nothing more is done with the plan, and why, in the words of `by`."""

    on: str
    because: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ShownOption(Option):
    """An option; `source` is where the first who said so found it."""

    source: str | None = None


@dataclass(frozen=True, slots=True)
class ShownChoice(Choice):
    """A choice; `decider` is the first of the deciders, `reason` the first of the reasons."""

    options: tuple[ShownOption, ...] = ()
    decider: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ShownField:
    """What stands in one field of a form or a pick: its topic, its id, its value, and who filled it in; None in an
    edition that did not keep that yet."""

    topic: str
    field: str
    value: str
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class ShownEvaluation(Evaluation):
    """An evaluation; `answers` are the ids of what was said in it, by `topic/step`."""

    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NextEvaluation:
    """When to look back next and why then: the id of a wish or of a figure of the law; None when nothing tells."""

    on: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """One plan as it is printed, always with every key.

    `details` and `how_we_talk` hold what stands in fields by the id of the field; where two topics have a field of one
    name, the last one filled in. `fields` holds all of them, with their topics.
    """

    show_version: Literal[2]
    id: str
    client: str
    address: Address
    law: str | None = None
    care_started_on: str | None = None
    drawn_up_on: str | None = None
    drawn_up_with: tuple[str, ...] = ()
    drawn_up_by: str | None = None
    first_evaluation_on: str | None = None
    notices: tuple[Notice, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    how_we_talk: Mapping[str, str] = field(default_factory=dict)
    deciding: ShownDeciding = field(default_factory=ShownDeciding)
    people: tuple[Person, ...] = ()
    domains: tuple[LifeDomain, ...] = ()
    statements: tuple[Statement, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    choices: tuple[ShownChoice, ...] = ()
    goals: tuple[Goal, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    progress: tuple[Progress, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    evaluations: tuple[ShownEvaluation, ...] = ()
    editions: tuple[Edition, ...] = ()
    next_evaluation: NextEvaluation = field(default_factory=NextEvaluation)
    fields: tuple[ShownField, ...] | None = None
    ended: ShownEnd | None = None
    wishes_not_met: tuple[WishNotMet, ...] = ()
    route: str | None = None
    grants: tuple[Grant, ...] = ()


COPIED: Final = (
    "id", "client", "address", "drawn_up_with", "drawn_up_by", "notices", "people", "domains", "statements",
    "read_backs", "goals", "agreements", "progress", "conversations", "remarks", "disagreements", "wishes_not_met",
    "grants",
)
"""Fields that the view and the document share."""

_FACTS: Final = {name.replace("-", "_"): name for name in FACTS}


def as_json(view: PlanView, next_evaluation: EvaluationDate | None = None) -> dict[str, Any]:
    """The plan as plain dictionaries, lists, texts and numbers.

    When to look back next follows from the plan and the law (`due/`), so whoever knows the law gives it.
    """
    shown = ShownPlan(
        show_version=SHOW_VERSION,
        **{name: getattr(view, name) for name in COPIED},
        law=view.law,
        care_started_on=view.care_started_on,
        drawn_up_on=view.drawn_up_on,
        first_evaluation_on=view.first_evaluation_on,
        details={d.field: d.value for d in view.details if d.topic != HOW_WE_TALK and d.field not in (*FACTS, BSN)},
        how_we_talk=_how_we_talk(view),
        deciding=ShownDeciding(view.deciding_role, view.decider, view.deciders, view.deciding_by),
        ended=ShownEnd(view.ended_on, view.ended_because, view.ended_by) if view.ended_on else None,
        choices=tuple(_shown_choice(choice) for choice in view.choices),
        evaluations=tuple(_evaluation(view, evaluation) for evaluation in view.evaluations),
        editions=view.agreed_editions,
        route=view.last_talk.route if view.last_talk else None,
        next_evaluation=NextEvaluation(*next_evaluation or ()),
        fields=tuple(ShownField(d.topic, d.field, d.value, d.voice) for d in view.details if d.field != BSN),
    )
    document: dict[str, Any] = adapter().dump_python(shown, mode="json", by_alias=True)
    return document


def ranked_document(view: PlanView) -> dict[str, Any]:
    """The same with ranks for the numbers of changes: what two plans say can be compared by it, and it does not tell
    how many changes there were that its reader may not see."""
    document = as_json(view)
    ranks = {seq: rank for rank, seq in enumerate(sorted(set(_numbers(document))), start=1)}
    ranked: dict[str, Any] = _ranked(document, ranks)
    return ranked


def _numbers(shown: Any) -> Iterator[int]:  # noqa: ANN401 - what stands in JSON
    if isinstance(shown, dict):
        if isinstance(shown.get("seq"), int):
            yield shown["seq"]
        shown = list(shown.values())
    for inner in shown if isinstance(shown, list) else ():
        yield from _numbers(inner)


def _ranked(shown: Any, ranks: Mapping[int, int]) -> Any:  # noqa: ANN401 - what stands in JSON
    if isinstance(shown, dict):
        return {key: ranks[value] if key == "seq" else _ranked(value, ranks) for key, value in shown.items()}
    return [_ranked(item, ranks) for item in shown] if isinstance(shown, list) else shown


def from_json(document: Document) -> Unfiltered:
    """The plan that was printed. `StoreNewer` for one of a later program, `StoreDamaged` when it makes no sense."""
    version = document.get("show_version")
    if not isinstance(version, int):
        raise _damaged()
    if version > SHOW_VERSION:
        raise StoreNewer("This edition was made by a newer zlp. Please update this one.")
    for step in range(version, SHOW_VERSION):
        document = UPCASTERS[step](document)
    from pydantic import ValidationError  # not for whoever only opens a plan

    try:
        return Unfiltered(_view(adapter().validate_python(document, strict=False)))
    except (ValidationError, KeyError, TypeError) as cause:
        raise _damaged() from cause


def schema() -> dict[str, Any]:
    """The JSON Schema of the document: every key is required, and no other is allowed."""
    from zlp_tui.plan.published_schema import published

    document = published(adapter(), "zlp show PLAN --json")
    narrow(document["properties"])
    return document


def narrow(properties: dict[str, Any]) -> None:
    """Say of the keys of the document in a schema what no type can: all life domains are there, and a BSN never is."""
    properties["domains"] |= {"minItems": len(DOMAINS), "maxItems": len(DOMAINS)}
    for name in ("details", "how_we_talk"):
        properties[name]["propertyNames"] = {"not": {"const": "bsn"}}


@cache
def adapter() -> TypeAdapter[ShownPlan]:
    """What writes, reads and describes the document."""
    from pydantic import TypeAdapter

    return TypeAdapter(ShownPlan)


def _how_we_talk(view: PlanView) -> dict[str, str]:
    """How the client wants to be talked with, beginning with what they like to be called."""
    client = next((person for person in view.people if person.id == view.client), None)
    called = {"salutation": client.salutation} if client and client.salutation else {}
    return called | {d.field: d.value for d in view.details if d.topic == HOW_WE_TALK}


def _evaluation(view: PlanView, evaluation: Evaluation) -> ShownEvaluation:
    answers: dict[str, tuple[str, ...]] = {}
    for said in standing(view.statements):
        if said.about == evaluation.id:
            place = f"{said.topic}/{said.step}"
            answers[place] = (*answers.get(place, ()), said.id)
    return ShownEvaluation(**_own(Evaluation, evaluation), answers=answers)


def _shown_choice(choice: Choice) -> ShownChoice:
    options = tuple(
        ShownOption(**_own(Option, option), source=next((found.text for found in option.sources), None))
        for option in choice.options
    )
    reason = next((reason.text for reason in choice.reasons), None)
    return ShownChoice(**_own(Choice, choice) | {"options": options}, decider=choice.decider, reason=reason)


def _choice(shown: ShownChoice) -> Choice:
    options = tuple(Option(**_own(Option, option)) for option in shown.options)
    return replace(
        Choice(**_own(Choice, shown)), options=options, deciders=_deciders(shown.deciders, shown.decider)
    )


def _own(view_type: type[DataclassInstance], line: object) -> dict[str, Any]:
    """The fields of a line that are its own, without what is added where it is printed."""
    return {own.name: getattr(line, own.name) for own in fields(view_type)}


def _deciders(deciders: tuple[str, ...], decider: str | None) -> tuple[str, ...]:
    """Who decides; older editions hold one only."""
    return deciders or ((decider,) if decider else ())


def _view(shown: ShownPlan) -> PlanView:
    return PlanView(
        **{name: getattr(shown, name) for name in COPIED},
        details=tuple(_details(shown)),
        deciding_role=shown.deciding.role,
        deciders=_deciders(shown.deciding.deciders, shown.deciding.decider),
        deciding_by=shown.deciding.by,
        ended_on=shown.ended.on if shown.ended else None,
        ended_because=shown.ended.because if shown.ended else None,
        ended_by=shown.ended.by if shown.ended else None,
        choices=tuple(_choice(choice) for choice in shown.choices),
        evaluations=tuple(Evaluation(**_own(Evaluation, evaluation)) for evaluation in shown.evaluations),
        editions=shown.editions,
    )


def _details(shown: ShownPlan) -> list[Detail]:
    """What stood in fields. Before `fields` was printed nobody kept in which topic most of them were asked."""
    if shown.fields is not None:
        return [Detail(f"{f.topic}/{f.field}", f.topic, f.field, f.value, voice=f.voice) for f in shown.fields]
    facts = {fact: getattr(shown, name) for name, fact in _FACTS.items()}
    found = [("", name, value) for name, value in (facts | dict(shown.details)).items() if value is not None]
    found += [(HOW_WE_TALK, name, value) for name, value in shown.how_we_talk.items() if name != "salutation"]
    return [Detail(f"{topic}/{name}", topic, name, value) for topic, name, value in found]


def _damaged() -> StoreDamaged:
    return StoreDamaged("The file with the plans is damaged. Please go back to a copy.")
