"""Days as they are told beside a line of the plan: when it was said, or a date and how near it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from zlp_tui.dates import long_date, short_date
from zlp_tui.i18n import Catalogue
from zlp_tui.recorded_days import can_be

if TYPE_CHECKING:
    from zlp_tui.conversation.telling.plan_context import PlanContext

A_FORTNIGHT: Final = 14
TWO_MONTHS: Final = 61
TWO_YEARS: Final = 730
MONTH: Final = 30.44
YEAR: Final = 365.25


def day_of(context: PlanContext, on: str) -> str:
    """When something was said or done: `3 maart`, and the year when it is another one than now."""
    return _if_known(context, on, partial(short_date, today=context.today))


def short_day_of(context: PlanContext, on: str) -> str:
    """When something was said or done, with the year: `3 maart 2026`."""
    return _if_known(context, on, short_date)


def full_day_of(context: PlanContext, on: str) -> str:
    """When something was said or done, in full: `dinsdag 3 maart 2026`."""
    return _if_known(context, on, long_date)


def when(context: PlanContext, on: str) -> str:
    """A day that is due: `3 maart, over 2 weken`."""
    day = short_date(on, context.script.locale, today=context.today)
    return f"{day}, {near(context.tr, date.fromisoformat(on), context.today)}"


def _if_known(context: PlanContext, on: str, told: Callable[[str, str], str]) -> str:
    return told(on, context.script.locale) if can_be(on, context.today.isoformat()) else context.tr("unknown day")


def near(tr: Catalogue, day: date, today: date) -> str:
    """How far a day is from today, as one says it: in days, from two weeks on in weeks, then in months and years."""
    apart = (day - today).days
    close = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}.get(apart)
    if close is not None:
        return close
    return _ahead(tr, apart) if apart > 0 else _ago(tr, -apart)


def _ahead(tr: Catalogue, days: int) -> str:
    if days < A_FORTNIGHT:
        return tr.plural("in {count} day", "in {count} days", days)
    if days < TWO_MONTHS:
        return tr.plural("in {count} week", "in {count} weeks", round(days / 7))
    if days < TWO_YEARS:
        return tr.plural("in {count} month", "in {count} months", round(days / MONTH))
    return tr.plural("in {count} year", "in {count} years", round(days / YEAR))


def _ago(tr: Catalogue, days: int) -> str:
    if days < A_FORTNIGHT:
        return tr.plural("{count} day ago", "{count} days ago", days)
    if days < TWO_MONTHS:
        return tr.plural("{count} week ago", "{count} weeks ago", round(days / 7))
    if days < TWO_YEARS:
        return tr.plural("{count} month ago", "{count} months ago", round(days / MONTH))
    return tr.plural("{count} year ago", "{count} years ago", round(days / YEAR))
