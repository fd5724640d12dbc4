"""Days that come back every year on another date: Easter, what hangs on it, and feasts of the Islamic calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_RULE: Final = re.compile(
    r"easter(?P<after>[+-][0-9]+)?"
    r"|(?P<king>king)"
    r"|(?P<weekday>[1-7])/(?P<nth>[1-5])/(?P<of>[0-9]{2})"
    r"|(?P<islamic>islamic )?(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
)
_ISLAMIC_EPOCH: Final = date(622, 7, 19).toordinal()
"""1 Muharram of the year 1 in the tabular calendar, as `date` counts (proleptic Gregorian)."""


def easter(year: int) -> date:
    """Easter Sunday: the anonymous Gregorian algorithm, as in Meeus, *Astronomical Algorithms*, chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month, day = divmod(h - m + r + 90, 25)[0], (h - m + r + (h - m + r + 90) // 25 + 19) % 32
    return date(year, month, day)


def feast_days(rule: str, year: int) -> Iterator[tuple[date, date]]:
    """The first and the last day of what a rule of `dates.yaml` names in this year; an Islamic feast may be there
    twice, or begin in the year before."""
    begin, _, end = rule.partition("..")
    lasts = tuple(_days(end, year, year + 1)) if end else ()
    for first in _days(begin, year, year):
        last = next((day for day in lasts if day >= first), first)
        yield first, last


def _days(rule: str, year: int, until: int) -> Iterator[date]:
    parts = _RULE.fullmatch(rule)
    if parts is None:
        raise ValueError(rule)
    for of in range(year, until + 1):
        if parts["king"]:
            yield _kings_day(of)
        elif parts["weekday"]:
            yield _nth(of, int(parts["of"]), int(parts["weekday"]), int(parts["nth"]))
        elif parts["islamic"]:
            yield from _islamic(of, int(parts["month"]), int(parts["day"]))
        elif parts["month"]:
            yield date(of, int(parts["month"]), int(parts["day"]))
        else:
            yield easter(of) + timedelta(days=int(parts["after"] or 0))


def _kings_day(year: int) -> date:
    """27 April, and the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.isoweekday() == 7 else day


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return min(found, date(year, month, monthrange(year, month)[1]))


def _islamic(year: int, month: int, day: int) -> Iterator[date]:
    """A day of the tabular Islamic calendar (type II, epoch 16 July 622 Julian): at most a day or two beside the sky.

    Source: E. M. Reingold and N. Dershowitz, *Calendrical Calculations*, chapter 7.
    """
    about = (year - 622) * 33 // 32
    for hijri in range(about - 1, about + 3):
        days = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + day - 1
        found = date.fromordinal(_ISLAMIC_EPOCH + days)
        if found.year == year:
            yield found
