"""The history of a line of the plan: who said or changed what when, and the values before (L97)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.history_queries import HistoryLine
from zlp_tui.conversation.telling.history.history_text import labels_of, value_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.errors import NotFound
from zlp_tui.plan.kinds import KINDS, kind_of
from zlp_tui.plan.recorded_change import ColumnValues, RecordedChange

TOLD_BY_COLUMNS: Final = frozenset({"task", "goal_outcome", "other_outcome"})
"""Kinds whose words are told with the columns beside them: who does it, how close it came."""

WORDS: Final[Mapping[str, str]] = {
    kind.name: kind.words for kind in KINDS if kind.words and kind.name not in TOLD_BY_COLUMNS
}
"""By kind: the column that a line is told by."""


class HistoryEntry(NamedTuple):
    """What happened, with what stood there before and after, in words."""

    what: str
    before: str | None
    after: str | None
    own_words: bool = False


def history_of(context: PlanContext, changes: Sequence[RecordedChange]) -> tuple[HistoryLine, ...]:
    """All changes of a line, of what it replaced and of its parts, the oldest first; `NotFound` when there are none."""
    if not changes:
        raise NotFound("The plan does not have this line.")
    lines = {change.row for change in changes}
    stood: dict[str, ColumnValues] = {}
    told: list[HistoryLine] = []
    for change in changes:
        on, by = full_day_of(context, change.on), _name(context, change)
        told += (HistoryLine(on, by, *entry) for entry in _told(context, change, stood, lines))
        stood[change.row] = {**stood.get(change.row, {}), **change.after}
    return tuple(told)


def _told(
    context: PlanContext, change: RecordedChange, stood: Mapping[str, ColumnValues], lines: Collection[str]
) -> Iterator[HistoryEntry]:
    """One change in as many lines as it has things to tell; `stood` is what stood in each line until then."""
    tr, own = context.tr, WORDS.get(change.of, "")
    quoted = own in kind_of(change.of).quoted
    if change.kind == "add" and own in change.after:
        replaced = _own_words(change, stood.get(str(change.after.get("replaces")), {}))
        yield HistoryEntry(
            tr("Said anew") if replaced else _first(context, change), replaced, _own_words(change), quoted
        )
    if "withdrawn_at" in change.after:
        words, taken_back = _own_words(change, stood.get(change.row, {})), change.after["withdrawn_at"] is not None
        yield (
            HistoryEntry(tr("Taken back"), words, None, quoted)
            if taken_back
            else HistoryEntry(tr("Put back"), None, words, quoted)
        )
    yield from _columns(context, change, stood, lines)


def _columns(
    context: PlanContext, change: RecordedChange, stood: Mapping[str, ColumnValues], lines: Collection[str]
) -> Iterator[HistoryEntry]:
    """What else a change touched. A line said anew has what the older one had: only what differs is told."""
    before = stood.get(change.row) or stood.get(str(change.after.get("replaces"))) or {}
    after = {**before, **change.after}
    for column, label in labels_of(context, change.of).items():
        if column not in change.after or _goes_without_saying(change, column, lines):
            continue
        old = value_of(context, change.of, column, before.get(column), before) or None
        new = value_of(context, change.of, column, change.after[column], after) or None
        if old != new and not (change.kind == "add" and new is None):
            yield HistoryEntry(label, old, new, column in kind_of(change.of).quoted)


def _goes_without_saying(change: RecordedChange, column: str, lines: Collection[str]) -> bool:
    """What a new line has of itself, or what another column or another line tells as well."""
    if change.after.get("status") == "replaced" or (column == "ended_on" and "status" in change.after):
        return column in ("status", "ended_on")
    if column in ("successor", "now") and change.after[column] in lines:
        return True
    if column == "says" and change.after.get("now") in lines:
        return True
    told_by_task = column == "person" and "does" in change.after
    own = column in (WORDS.get(change.of), "status")
    return change.kind == "add" and (own or change.after[column] == "[]" or told_by_task)


def _first(context: PlanContext, change: RecordedChange) -> str:
    """How a line came into the plan."""
    tr, weighed = context.tr, f"{change.after.get('side')}/{change.after.get('term')}"
    return {
        "person": tr("Added"), "small_step": tr("Small step"), "option": tr("Option"),
        "open_question": tr("Still to be found out"), "for/short": tr("For, now"), "for/long": tr("For, later"),
        "against/short": tr("Against, now"), "against/long": tr("Against, later"),
    }.get(weighed if change.of == "consideration" else change.of, tr("Said"))


def _own_words(change: RecordedChange, stood: ColumnValues | None = None) -> str | None:
    """The words of a line as the change wrote them, or as they stood."""
    words = (change.after if stood is None else stood).get(WORDS.get(change.of, ""))
    return None if words is None else str(words)


def _name(context: PlanContext, change: RecordedChange) -> str:
    """What somebody is called now, also when they were taken out of the plan."""
    return context.name_of(change.by)
