"""Which copies of a plan stay: of the last day all, then one for each day, week and month, further back ever fewer.

A day without a copy counts for nothing. So copies do not go because time passes, only because newer ones came; and a
clock that was wrong for a while takes none away (battery A12).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from datetime import datetime, timedelta
from typing import Final

ALL: Final = timedelta(hours=24)
DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 12


def copies_to_remove(made: Collection[datetime], now: datetime) -> frozenset[datetime]:
    """Of copies that were made at these moments, those that need not stay. All moments are in one time zone: its days
    are counted. One from after `now` stays: a clock was wrong."""
    kept = {moment for moment in made if moment > now - ALL}
    kept |= _last_of_each(made, lambda moment: moment.date(), DAYS)
    kept |= _last_of_each(made, lambda moment: moment.isocalendar()[:2], WEEKS)
    kept |= _last_of_each(made, lambda moment: (moment.year, moment.month), MONTHS)
    return frozenset(made) - kept


def _last_of_each(made: Collection[datetime], span: Callable[[datetime], Hashable], most: int) -> set[datetime]:
    """The last moment of each span, of the newest of these."""
    last: dict[Hashable, datetime] = {}
    for moment in sorted(made, reverse=True):
        if len(last) < most or span(moment) in last:
            last.setdefault(span(moment), moment)
    return set(last.values())
