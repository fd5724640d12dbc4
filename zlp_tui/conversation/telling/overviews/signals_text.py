"""On which days it was a bad day as somebody told of it, and who noted that: in words, and never as a score (M09)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from zlp_tui.conversation.telling.overviews.notes_since_evaluation import last_time
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.dates import join_names
from zlp_tui.plan.signals import noted_of
from zlp_tui.plan.view import Progress

NAMED: Final = 3
"""How many days are named, the last ones; of others only that there were more."""


def noted_since(context: PlanContext, ref: str) -> str:
    """When it was noted of these words since one looked back, and by whom; empty for never."""
    since = last_time(context)
    notes = [note for note in _so(context, ref) if note.seq > since]
    days = _days(notes)
    if len(days) <= NAMED:
        return _told(context, notes, days)
    return context.tr.plural(
        "Noted on {days}, and {count} more time, by {names}", "Noted on {days}, and {count} more times, by {names}",
        len(days) - NAMED, days=_listed(context, days[-NAMED:]), names=_names(context, notes),
    )


def noted_ever(context: PlanContext, ref: str) -> str:
    """The same of all times; a plan that is read holds the last notes, so how many were before them is not told."""
    notes = _so(context, ref)
    days = _days(notes)
    if len(days) <= NAMED:
        return _told(context, notes, days)
    return context.tr(
        "Noted on {days}, and before that, by {names}", days=_listed(context, days[-NAMED:]),
        names=_names(context, notes),
    )


def noted_today(context: PlanContext, ref: str) -> tuple[Progress, ...]:
    """The notes of today that it was so."""
    today = context.today.isoformat()
    return tuple(note for note in _so(context, ref) if note.on == today)


def told_today(context: PlanContext, ref: str) -> str:
    """Who noted today that it was so; empty for nobody."""
    names = _names(context, noted_today(context, ref))
    return context.tr("Noted today, by {names}", names=names) if names else ""


def _so(context: PlanContext, ref: str) -> tuple[Progress, ...]:
    return tuple(note for note in noted_of(context.view, ref) if note.done == "yes")


def _days(notes: Sequence[Progress]) -> tuple[str, ...]:
    return tuple(sorted({note.on for note in notes}))


def _told(context: PlanContext, notes: Sequence[Progress], days: Sequence[str]) -> str:
    if not days:
        return ""
    return context.tr("Noted on {days}, by {names}", days=_listed(context, days), names=_names(context, notes))


def _listed(context: PlanContext, days: Sequence[str]) -> str:
    return join_names([day_of(context, day) for day in days], context.script.locale)


def _names(context: PlanContext, notes: Sequence[Progress]) -> str:
    return join_names(list(dict.fromkeys(context.name(note.voice.id) for note in notes)), context.script.locale)
