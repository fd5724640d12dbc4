"""What of a plan was added, changed or ended between two of its editions, and what still holds.

The one meaning of "changed": then and now, `zlp diff`, "changed since the plan was agreed on" and the refusal of an
edition in which nothing is new all ask `difference`. What is compared are the items of `comparable_items.py`. A line is
followed by what it replaces, so words that were said anew are one change, not an end and a beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from zlp_tui.plan.comparable_items import ComparableItem, items_of
from zlp_tui.plan.upcasters import MADE
from zlp_tui.plan.view import (
    PlanView,
)

DifferenceKind = Literal["added", "changed", "ended", "still"]

UNKNOWN_TOPIC: Final = ""
"""The topic of a field in an edition that did not keep it yet."""


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
