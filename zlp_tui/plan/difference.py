"""Then and now: what of a plan was added, changed or ended between two of its editions, and what still holds.

A line is followed by what it replaces, so words that were said anew are one change, not an end and a beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from zlp_tui.plan.view import PlanView, Voice, standing

DifferenceKind = Literal["added", "changed", "ended", "still"]


@dataclass(frozen=True, slots=True)
class ComparableItem:
    """One line of a plan that can be compared: where it is talked about, its words, whose, and what it replaces."""

    ref: str
    topic: str
    step: str
    text: str
    voice: Voice | None
    side: str | None = None
    replaces: str | None = None
    prompt: str = ""
    """The question as it was asked, where the script may have left it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one line. `line` is the one of now, or for an end the one of then; `before` are older words."""

    kind: DifferenceKind
    line: ComparableItem
    before: ComparableItem | None = None

    @property
    def after(self) -> ComparableItem | None:
        """The line as it is now, if it still is."""
        return None if self.kind == "ended" else self.line


def difference(then: PlanView | None, now: PlanView) -> tuple[Difference, ...]:
    """All lines of both, in the order in which they were said; without a `then`, everything was added."""
    before = {line.ref: line for line in lines_of(then)} if then is not None else {}
    after = {line.ref: line for line in lines_of(now)}
    came_from = _origins(before, after, _replaced(now))
    gone = before.keys() - came_from.values()
    ended = (Difference("ended", line, line) for ref, line in before.items() if ref in gone)
    return (*ended, *(_compared(before.get(came_from.get(ref, "")), line) for ref, line in after.items()))


def _origins(before: Mapping[str, ComparableItem], after: Iterable[str], links: Mapping[str, str]) -> dict[str, str]:
    """By line of now, the line of then that it is or came from. What two came from goes to the first of them."""
    came_from = {ref: ref for ref in after if ref in before}
    taken = set(came_from)
    for ref in after:
        origin = _origin(ref, before, links)
        if ref not in came_from and origin is not None and origin not in taken:
            came_from[ref] = origin
            taken.add(origin)
    return came_from


def _compared(then: ComparableItem | None, now: ComparableItem) -> Difference:
    if then is None:
        return Difference("added", now)
    return Difference("still" if then.text == now.text else "changed", now, then)


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


def lines_of(view: PlanView) -> Iterator[ComparableItem]:
    """What stands in a plan and can be compared: words, choices, goals, agreements, people, who decides, details."""
    for s in standing(view.statements):
        if s.about is None:
            yield ComparableItem(s.id, s.topic, s.step, s.text, s.voice, s.side or s.moment, s.replaces, s.prompt)
    for choice in view.open_choices():
        yield ComparableItem(choice.id, "choices", "choice", choice.question, choice.voice, None, choice.replaces)
        chosen = next((option for option in choice.options if option.id == choice.chosen), None)
        if chosen is not None:
            yield ComparableItem(f"{choice.id}/chosen", "choices", "chosen", chosen.title, choice.voice)
    for goal in view.active_goals():
        yield ComparableItem(goal.id, "goals", "goal", goal.text, goal.voice, None, goal.replaces)
    for agreement in view.active_agreements():
        yield ComparableItem(
            agreement.id, "agreements", "want", agreement.want, agreement.voice, None, agreement.replaces
        )
    yield from _facts(view)


def _facts(view: PlanView) -> Iterable[ComparableItem]:
    others = (person for person in view.people if person.id != view.client)
    yield from (ComparableItem(person.id, "people", "people", person.name, None) for person in others)
    if view.deciding_role:
        role = f"{view.deciding_role} {view.decider or ''}".rstrip()
        yield ComparableItem("deciding", "deciding-together", "role", role, None)
    yield from (
        ComparableItem(f"domain/{domain.id}", "domains", "cards", domain.relevance, None)
        for domain in view.domains if domain.relevance
    )
