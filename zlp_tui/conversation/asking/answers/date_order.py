"""Days that belong together: which of two comes first, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from zlp_tui.dates import long_date, told_day
from zlp_tui.errors import Doubtful

ROOM: Final = timedelta(days=366)
"""A day that was said as a month or a year may lie so much later than the day that reckons."""

_ORDER: Final[tuple[tuple[str, str], ...]] = (
    ("from", "until"), ("from", "evaluate-on"), ("born-on", "care-started-on"), ("born-on", "drawn-up-on"),
    ("born-on", "wlz-valid-until"), ("care-started-on", "wlz-valid-until"), ("drawn-up-on", "first-evaluation-on"),
    ("drawn-up-on", "evaluate-on"), ("thinking-until", "revisit-on"),
)
"""Fields of which the first is never later than the second."""


def contradiction(
    locale: str, name: str, value: tuple[str, ...], kept: Mapping[str, tuple[str, ...]]
) -> Iterator[Doubtful]:
    """The doubt about a new day of this field, for each day beside it that it cannot go with."""
    days = {**kept, name: value}
    for earlier, later in _ORDER:
        if name in (earlier, later) and days.get(earlier) and days.get(later) and _in_wrong_order(days, earlier, later):
            yield _told(earlier, later, _day(days[earlier], locale), _day(days[later], locale))


def _in_wrong_order(days: Mapping[str, tuple[str, ...]], earlier: str, later: str) -> bool:
    """Whether they cannot be in order, however a day that was said less exactly was meant."""
    first, *_ = days[earlier]
    last, *words = days[later]
    latest = date.fromisoformat(last) + (ROOM if words and later == "care-started-on" else timedelta())
    return first > latest.isoformat()


def _day(value: tuple[str, ...], locale: str) -> str:
    return told_day(value[-1], locale) if len(value) > 1 else long_date(value[0], locale)


def _told(earlier: str, later: str, before: str, after: str) -> Doubtful:
    """Both days, and what would come of them."""
    if later == "until":
        return Doubtful(
            "It would end ({after}) before it begins ({before}). Is that right? Then say it again.",
            before=before, after=after,
        )
    if (earlier, later) == ("from", "evaluate-on"):
        return Doubtful(
            "We would look at it ({after}) before it begins ({before}). Is that right? Then say it again.",
            before=before, after=after,
        )
    if earlier == "born-on":
        return Doubtful(
            "That day ({after}) is before the day of birth ({before}). Is that right? Then say it again.",
            before=before, after=after,
        )
    if later == "wlz-valid-until":
        return Doubtful(
            "The care would end ({after}) before it begins ({before}). Is that right? Then say it again.",
            before=before, after=after,
        )
    if later == "revisit-on":
        return Doubtful(
            "We would look again ({after}) before the time to think ends ({before}). Is that right? Then say it again.",
            before=before, after=after,
        )
    return Doubtful(
        "We would look back ({after}) before the day of the plan ({before}). Is that right? Then say it again.",
        before=before, after=after,
    )
