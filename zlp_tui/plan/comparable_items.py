"""What of a plan can be compared: every line, part and field of it as an item.

It follows from the declarations in `kinds.py`: of every kind that counts, its words, parts and `compared` fields. What
became of an item between two plans is told by `difference.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of, parts_of
from zlp_tui.plan.view import (
    ADDRESS_SAID,
    BSN,
    WEIGHED,
    Agreement,
    Choice,
    Evaluation,
    Goal,
    PlanView,
    Voice,
    WishNotMet,
    standing,
)


class ComparableItem(NamedTuple):
    """One thing in a plan that can be compared: a line, a part of one, or one field of it.

    `ref` tells it from all others of its plan. `whole` is the item it belongs to: what belongs to a line that is new or
    gone is not told apart from it. `field` is the field of the view type that it holds, None for the words of a line;
    `value` is what stands in that field. `quiet` items are told only where they differ.
    """

    ref: str
    kind: str
    topic: str
    step: str
    text: str
    voice: Voice | None = None
    side: str | None = None
    replaces: str | None = None
    prompt: str = ""
    """The question as it was asked, where the script may have left it."""
    line: str = ""
    """The id of the line of the plan that it is, or is a field of."""
    whole: str | None = None
    field: str | None = None
    value: object = None
    quiet: bool = False


def items_of(view: PlanView) -> Iterator[ComparableItem]:
    """Everything in a plan that can be compared, each line before its parts and fields."""
    yield from _statements(view)
    for choice in view.open_choices():
        yield from _choice(view, choice)
    for goal in view.open_goals():
        yield from _said(kind_of("goal"), goal, "goal", goal.text)
    for agreement in view.active_agreements():
        yield from _said(kind_of("agreement"), agreement, "want", agreement.want)
    yield from _facts(view)
    for disagreement in view.disagreements:
        kind = kind_of("disagreement")
        item = ComparableItem(
            disagreement.id, kind.name, "disagreements", "disagree", disagreement.text, disagreement.voice,
            line=disagreement.id, quiet=True,
        )
        yield from (item, *_fields(kind, disagreement, item))
    for not_met in view.wishes_not_met:
        yield from _not_met(not_met)
    for evaluation in view.evaluations:
        yield from _evaluation(evaluation)


def _not_met(not_met: WishNotMet) -> Iterator[ComparableItem]:
    kind = kind_of("wish_not_met")
    item = ComparableItem(
        not_met.id, kind.name, "wishes-not-met", "not-met", not_met.text, not_met.voice, line=not_met.id, quiet=True,
    )
    yield from (item, *_fields(kind, not_met, item))


def _statements(view: PlanView) -> Iterator[ComparableItem]:
    """What was said; what was said about another line belongs to that line."""
    kind = kind_of("statement")
    for said in sorted(standing(view.statements), key=lambda said: said.about is not None):
        item = ComparableItem(
            said.id, kind.name, said.topic, said.step, said.text, said.voice, said.side or said.moment, said.replaces,
            said.prompt, said.id, whole=said.about, quiet=said.about is not None,
        )
        yield from (item, *_fields(kind, said, item))


def _choice(view: PlanView, choice: Choice) -> Iterator[ComparableItem]:
    yield from _said(kind_of("choice"), choice, "choice", choice.question)
    chosen = next((option for option in choice.options if option.id == choice.chosen), None)
    if chosen is not None:
        voice = _voice(view, choice.chosen_by)
        yield ComparableItem(f"{choice.id}/chosen", "choice", "choices", "chosen", chosen.title, voice, line=choice.id)


def _said(kind: Kind, line: Choice | Goal | Agreement, step: str, text: str) -> Iterator[ComparableItem]:
    """A line with words, its parts and its fields."""
    item = ComparableItem(
        line.id, kind.name, kind.topic or "", step, text, line.voice, None, line.replaces, line=line.id,
    )
    yield from (item, *_inside(kind, line, item))


def _inside(kind: Kind, line: object, item: ComparableItem) -> Iterator[ComparableItem]:
    """The fields of a line, and its parts with theirs."""
    yield from _fields(kind, line, item)
    for part in parts_of(kind.name):
        if part.counts and part.view is not None:
            for piece in getattr(line, part.place):
                key = getattr(piece, "id", None) or f"{item.ref}/{_key(piece)}"
                text = str(getattr(piece, part.words or "", None) or "")
                inner = ComparableItem(
                    key, part.name, item.topic, part.place, text, getattr(piece, "voice", None), line=item.line,
                    whole=item.ref, value=_key(piece), quiet=True,
                )
                yield inner
                yield from _inside(part, piece, inner)


def _key(piece: object) -> str:
    """What tells a part without an id from others of its whole: the person it is of."""
    return str(getattr(piece, "person", ""))


def _fields(kind: Kind, line: object, item: ComparableItem) -> Iterator[ComparableItem]:
    """The compared fields of a line that say something. What was chosen is told as a line of its own."""
    for name in kind.compared:
        value = getattr(line, kind.said.get(name, name)) or getattr(line, name)
        if value is None or value == () or (kind.name, name) == ("choice", "chosen"):
            continue
        by: Voice | str | None = getattr(line, kind.voices.get(kind.column(name), ""), None)
        voice = Voice(by, "") if isinstance(by, str) else by  # whoever tells it knows the name of an id
        yield ComparableItem(
            f"{item.ref}/{name}", kind.name, item.topic, name, "", voice, line=item.line, whole=item.ref, field=name,
            value=value, quiet=True,
        )


def _facts(view: PlanView) -> Iterator[ComparableItem]:
    """What holds for the plan itself: its people, who decides, its life domains, what stands in forms."""
    person = kind_of("person")
    for known in view.people:
        item = ComparableItem(
            known.id, "person", "people", "people", known.name, line=known.id, quiet=known.id == view.client
        )
        yield from (item, *_fields(person, known, item))
    if view.deciding_role:
        role = " ".join((view.deciding_role, *view.deciders))
        yield ComparableItem("deciding", "plan", "deciding-together", "role", role, _voice(view, view.deciding_by))
    address = view.detail_line(*ADDRESS_SAID)
    said_by = {"address": address.voice if address else None, "drawn_up_with": _voice(view, view.drawn_up_by)}
    for name, topic in (("address", "how-we-talk"), ("drawn_up_with", "look-again")):
        if value := getattr(view, name):
            yield ComparableItem(
                f"plan/{name}", "plan", topic, name, "", said_by.get(name), field=name, value=value, quiet=True
            )
    yield from _domains(view)
    for detail in view.details:
        if (detail.topic, detail.field) == ADDRESS_SAID:  # the plan's form of address tells it
            continue
        if detail.field == BSN:  # editions hold nothing of it
            continue
        if detail.field.startswith(WEIGHED):  # it steers the talk, and tells nothing of the plan
            continue
        yield ComparableItem(
            f"detail/{detail.topic}/{detail.field}", "detail", detail.topic, detail.field, detail.words or detail.value,
            detail.voice, quiet=True,
        )


def _voice(view: PlanView, person: str | None) -> Voice | None:
    """Who answered, by person id; None where that was not kept."""
    known = (*view.people, *view.former_people)
    return next((Voice(known_as.id, known_as.name) for known_as in known if known_as.id == person), None)


def _domains(view: PlanView) -> Iterator[ComparableItem]:
    ordered = sorted((domain.order, domain.id) for domain in view.domains if domain.order is not None)
    if ordered:
        order = tuple(ref for _, ref in ordered)
        yield ComparableItem(
            "domains/order", "life_domain", "domains", "order", "", field="order", value=order, quiet=True
        )
    for domain in view.domains:
        ref = f"domain/{domain.id}"
        if domain.relevance:
            voice = _voice(view, domain.relevance_by)
            yield ComparableItem(ref, "life_domain", "domains", "cards", domain.relevance, voice, line=domain.id)
        for name in ("discuss_with", "goal_wanted"):
            value = getattr(domain, name)
            if value is not None and value != ():
                yield ComparableItem(
                    f"{ref}/{name}",
                    "life_domain",
                    "domains",
                    name,
                    "",
                    line=domain.id,
                    field=name,
                    value=value,
                    quiet=True,
                )


def _evaluation(evaluation: Evaluation) -> Iterator[ComparableItem]:
    """One look back. It is new as a whole; what it came to is told where one looks at its results."""
    kind = kind_of("evaluation")
    item = ComparableItem(
        evaluation.id, kind.name, "evaluation", "evaluation", evaluation.held_on, line=evaluation.id, quiet=True
    )
    yield from (item, *_inside(kind, evaluation, item))
