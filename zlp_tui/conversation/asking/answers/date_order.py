"""Days that belong together: which of two comes first, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from zlp_tui.dates import long_date, told_day
from zlp_tui.errors import Doubtful
from zlp_tui.i18n import message

ROOM: Final = timedelta(days=366)
"""A day that was said as a month or a year may lie so much later than the day that reckons."""

_BEFORE_BIRTH: Final = message(
    "That day ({after}) is before the day of birth ({before}). Is that right? Then say it again."
)
_LOOK_BACK_FIRST: Final = message(
    "We would look back ({after}) before the day of the plan ({before}). Is that right? Then say it again."
)
_WRONG_ORDER: Final[Mapping[tuple[str, str], str]] = {
    ("from", "until"): message("It would end ({after}) before it begins ({before}). Is that right? Then say it again."),
    ("from", "evaluate-on"): message(
        "We would look at it ({after}) before it begins ({before}). Is that right? Then say it again."
    ),
    ("born-on", "care-started-on"): _BEFORE_BIRTH,
    ("born-on", "drawn-up-on"): _BEFORE_BIRTH,
    ("born-on", "wlz-valid-until"): _BEFORE_BIRTH,
    ("care-started-on", "wlz-valid-until"): message(
        "The care would end ({after}) before it begins ({before}). Is that right? Then say it again."
    ),
    ("drawn-up-on", "first-evaluation-on"): _LOOK_BACK_FIRST,
    ("drawn-up-on", "evaluate-on"): _LOOK_BACK_FIRST,
    ("thinking-until", "revisit-on"): message(
        "We would look again ({after}) before the time to think ends ({before}). Is that right? Then say it again."
    ),
}
"""Fields of which the first is never later than the second, with the message that says what would come of that."""


def contradiction(
    locale: str, name: str, value: tuple[str, ...], kept: Mapping[str, tuple[str, ...]]
) -> Iterator[Doubtful]:
    """The doubt about a new day of this field, for each day beside it that it cannot go with."""
    days = {**kept, name: value}
    for earlier, later in _WRONG_ORDER:
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
    return Doubtful(_WRONG_ORDER[earlier, later], before=before, after=after)
