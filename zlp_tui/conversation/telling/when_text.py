"""When an agreement is kept, as far as its words were understood as days, weeks and parts of the day."""

from __future__ import annotations

from typing import Final

from zlp_tui.calendar_words import calendar_words
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import When

WEEK: Final = 7


def moments_told(tr: Catalogue, when: When) -> str:
    """`elke maandag en donderdag, in de ochtend`; empty where the words name nothing of that for certain."""
    told = (_days(tr, when), join_names([title for part in when.parts if (title := part_told(tr, part))], tr.locale))
    return ", ".join(filter(None, told))


def _days(tr: Catalogue, when: When) -> str:
    if not when.weekdays:
        return ""
    if len(when.weekdays) == WEEK and when.every_weeks is None:
        return tr("every day")
    names = calendar_words(tr.locale).days
    days = join_names([names[day - 1] for day in when.weekdays], tr.locale)
    if when.every_weeks is None:
        return tr("every {days}", days=days)
    return tr("once in {count} weeks on {days}", count=when.every_weeks, days=days)


def part_told(tr: Catalogue, part: str | None) -> str:
    """The words for a part of the day; empty for none, and for one that only a script of somebody else knows."""
    return {
        "morning": tr("in the morning"), "midday": tr("at midday"), "afternoon": tr("in the afternoon"),
        "evening": tr("in the evening"), "night": tr("at night"),
    }.get(part or "", "")
