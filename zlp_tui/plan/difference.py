"""What of a plan was added, changed or ended between two of its editions, and what still holds.

The one meaning of "changed": then and now, `zlp diff`, "changed since the plan was agreed on" and the refusal of an
edition in which nothing is new all ask `difference`. What is compared follows from the declarations in `kinds.py`: of
every kind that counts its words, its parts and its `compared` fields. A line is followed by what it replaces, so words
that were said anew are one change, not an end and a beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of, parts_of
from zlp_tui.plan.upcasters import MADE
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

DifferenceKind = Literal["added", "changed", "ended", "still"]

UNKNOWN_TOPIC: Final = ""
"""The topic of a field in an edition that did not keep it yet."""


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


class Difference(NamedTuple):
    """What became of one item. `line` is the one of now, or for an end the one of then; `before` is that of then."""

    kind: DifferenceKind
    line: ComparableItem
    before: ComparableItem | None = None

    @property
    def after(self) -> ComparableItem | None:
        """The item as it is now, if it still is."""
        return None if self.kind == "ended" else self.line


def difference(then: PlanView | None, now: PlanView) -> tuple[Difference, ...]:
    """All lines of both, in the order in which they were said, and what differs in each; without a `then`, everything
    was added."""
    after = {item.ref: item for item in items_of(now)}
    kept = {item.ref: item for item in items_of(then)} if then is not None else {}
    before = _with_ids(_with_topics(kept, after), after)
    came_from = _origins(before, after, _replaced(now))
    gone = before.keys() - came_from.values()
    still_there = set(came_from.values())
    ended = (
        Difference("ended", item, item) for ref, item in before.items()
        if ref in gone and (item.whole is None or item.whole in still_there)
    )
    stands = (
        _compared(before.get(came_from.get(ref, "")), item, came_from) for ref, item in after.items()
        if item.whole is None or item.whole in came_from
    )
    return (*ended, *(told for told in stands if told.kind != "still" or not told.line.quiet))


def is_changed(then: PlanView, now: PlanView) -> bool:
    """Whether anything of what was agreed on is different now."""
    return any(told.kind != "still" for told in difference(then, now))


def changed_lines(then: PlanView, now: PlanView) -> Mapping[str, frozenset[str]]:
    """The lines that were added, changed or ended, by kind; a part or a field counts as its line."""
    lines: dict[str, set[str]] = {}
    for told in difference(then, now):
        if told.kind != "still":
            lines.setdefault(told.line.kind, set()).add(told.line.line)
    return {kind: frozenset(refs) for kind, refs in lines.items()}


def _with_topics(
    before: Mapping[str, ComparableItem], after: Mapping[str, ComparableItem]
) -> dict[str, ComparableItem]:
    """The items of then; a field whose topic was not kept is taken for the one with its name."""
    by_name = {item.step: item for item in after.values() if item.kind == "detail"}
    known = {}
    for ref, item in before.items():
        if item.kind == "detail" and item.topic == UNKNOWN_TOPIC and item.step in by_name:
            same = by_name[item.step]
            known[same.ref] = item._replace(ref=same.ref, topic=same.topic)
        else:
            known[ref] = item
    return known


def _with_ids(before: Mapping[str, ComparableItem], after: Mapping[str, ComparableItem]) -> dict[str, ComparableItem]:
    """The items of then; one that had no id in its time is taken for the one of its kind with the same words."""
    if not any(MADE in ref for ref in before):
        return dict(before)
    same = {(item.kind, item.text): ref for ref, item in after.items()}
    known: dict[str, ComparableItem] = {}
    for ref, item in before.items():
        now = same.get((item.kind, item.text)) if MADE in ref else None
        known[now or ref] = item._replace(ref=now or ref)
    return known


def _origins(
    before: Mapping[str, ComparableItem], after: Mapping[str, ComparableItem], links: Mapping[str, str]
) -> dict[str, str]:
    """By item of now, the item of then that it is or came from. What two came from goes to the first of them."""
    came_from = {ref: ref for ref in after if ref in before}
    taken = set(came_from)
    for ref, item in after.items():
        if ref in came_from:
            continue
        origin = _origin(ref, before, links)
        if origin is None and item.whole is not None and ref.startswith(f"{item.whole}/"):
            origin = f"{came_from.get(item.whole, '')}{ref.removeprefix(item.whole)}"
        if origin in before and origin not in taken:
            came_from[ref] = str(origin)
            taken.add(str(origin))
    return came_from


def _compared(then: ComparableItem | None, now: ComparableItem, came_from: Mapping[str, str]) -> Difference:
    if then is None:
        return Difference("added", now)
    value = _as_then(now.value, came_from)
    same = (then.text, then.value) == (now.text, value) and _is_of_same(then, now)
    return Difference("still" if same else "changed", now, then)


def _is_of_same(then: ComparableItem, now: ComparableItem) -> bool:
    """Whether the words are of the same person, as far as that was kept."""
    return then.voice is None or (now.voice is not None and then.voice.id == now.voice.id)


def _as_then(value: object, came_from: Mapping[str, str]) -> object:
    """What stands in a field, with the lines that it names by the ids that they had then."""
    if isinstance(value, tuple):
        return tuple(_as_then(item, came_from) for item in value)
    return came_from.get(value, value) if isinstance(value, str) else value


def _origin(ref: str, before: Mapping[str, ComparableItem], links: Mapping[str, str]) -> str | None:
    """The line of then that a line of now is, or came from."""
    seen: set[str] = set()
    at: str | None = ref
    while at is not None and at not in seen:
        if at in before:
            return at
        seen.add(at)
        at = links.get(at)
    return None


def _replaced(now: PlanView) -> dict[str, str]:
    """What each line says anew, withdrawn and ended lines included."""
    groups = (now.statements, now.choices, now.goals, now.agreements)
    return {line.id: line.replaces for group in groups for line in group if line.replaces}


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
