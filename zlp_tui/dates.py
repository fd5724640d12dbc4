"""Formats and parses dates, lists of names, e-mail addresses and telephone numbers.

Names of days and months, and how a list is joined, come from Babel; the words for days near today from
`content/<locale>/dates.yaml`. Both are imported when they are first needed: not for the first picture.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from zlp_tui import places
from zlp_tui.errors import Refused
from zlp_tui.months import months_later
from zlp_tui.text import folded, one_line

FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2200
AHEAD: Final = 10
"""A year of two digits is at most so many years from now; else it lies in the past, such as a year of birth."""

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_FIGURES: Final = re.compile(r"([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})(?: ?[-/.] ?([0-9]{4}|[0-9]{2}))?")
_WRITTEN: Final = re.compile(
    r"(?:(?P<weekday>[^\W\d]+)\.?,? )?(?P<day>[0-9]{1,2})\.? (?P<month>[^\W\d]+)\.?,?(?: (?P<year>[0-9]{4}|[0-9]{2}))?")
_PART: Final = r"[^\s@<>()\[\],;:\"\\.]+"
_EMAIL: Final = re.compile(rf"{_PART}(?:\.{_PART})*@{_PART}(?:\.{_PART})+")
_PHONE: Final = re.compile(r"\+?[0-9 ()./-]+")


def long_date(day: date | str, locale: str = "nl") -> str:
    """`dinsdag 3 maart 2026`, of a date or an ISO date."""
    return _formatted(day, "EEEE d MMMM y", locale)


def short_date(day: date | str, locale: str = "nl", *, today: date | None = None) -> str:
    """`3 maart 2026`; the year is left out when it is that of `today`."""
    this_year = today is not None and _as_date(day).year == today.year
    return _formatted(day, "d MMMM" if this_year else "d MMMM y", locale)


def join_names(names: Sequence[str], locale: str = "nl") -> str:
    """`Annie, Sanne en Karim`."""
    from babel.lists import format_list

    return format_list(list(names), locale=locale)


def read_date(text: str, today: date, locale: str = "nl") -> date:
    """Parse a date. `Refused` for no date or one that does not exist.

    Reads `3 maart 2027`, `3-3-2027`, `03/03/27`, `2027-03-03`, `3 maart` and `maandag` (the next to come), `morgen`,
    `over 2 weken`, `volgende maand`.
    """
    words = _Words.of(locale)
    said = folded(one_line(text)).strip(" .,")
    for lead in words.before:
        said = said.removeprefix(f"{lead} ")
    try:
        found = _in_figures(said, today) or words.written(said, today) or words.from_today(said, today)
    except (ValueError, OverflowError):
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        example = short_date(today, locale)
        raise Refused("No day in the calendar can be read from this. Write it like {example}.", example=example)
    return found


def read_email(text: str) -> str:
    """Parse an e-mail address. `Refused` when it cannot be one."""
    address = one_line(text)
    if len(address) > 254 or not _EMAIL.fullmatch(address):
        raise Refused("This is no e-mail address yet. It looks like name@example.org.")
    return address


def read_phone(text: str) -> str:
    """Parse a telephone number; its notation is kept. `Refused` when it cannot be one."""
    number = one_line(text)
    if not _PHONE.fullmatch(number) or not 3 <= sum(map(str.isdigit, number)) <= 15:
        raise Refused("This is no telephone number yet. It has digits, like 06 12345678.")
    return number


def _formatted(day: date | str, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(_as_date(day), pattern, locale=locale)


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _in_figures(said: str, today: date) -> date | None:
    """`2027-03-03`, `3-3-2027`, `03/03/27` and `3-3`."""
    if iso := _ISO.fullmatch(said):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := _FIGURES.fullmatch(said):
        return _day(int(figures[1]), int(figures[2]), figures[3], today)
    return None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    """The date in this year; without a year the next one, today included."""
    if year is not None:
        return date(_whole_year(year, today), month, day)
    for later in range(9):  # 29 February is at most eight years away
        if day <= monthrange(today.year + later, month)[1]:
            coming = date(today.year + later, month, day)
            if coming >= today:
                return coming
    raise ValueError(day)


def _whole_year(year: str, today: date) -> int:
    if len(year) == 4:
        return int(year)
    latest = today.year + AHEAD
    return latest - (latest - int(year)) % 100


@dataclass(frozen=True)
class _Words:
    """The words of one language for days, from Babel and from `dates.yaml`."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    numbers: Mapping[str, int]
    in_days: Mapping[str, int]
    in_months: Mapping[str, int]
    from_now: Sequence[str]
    next: Sequence[str]
    before: Sequence[str]

    @classmethod
    def of(cls, locale: str) -> _Words:
        """The words of this locale, cached."""
        return _words(locale)

    def written(self, said: str, today: date) -> date | None:
        """`dinsdag 3 maart 2027`, with or without weekday and year. A weekday that does not fit is refused."""
        parts = _WRITTEN.fullmatch(said)
        if parts is None or parts["month"] not in self.months:
            return None
        found = _day(int(parts["day"]), self.months[parts["month"]], parts["year"], today)
        if parts["weekday"] is None or self.weekdays.get(parts["weekday"]) == found.isoweekday():
            return found
        return None

    def from_today(self, said: str, today: date) -> date | None:
        """`morgen`, `over twee weken`, `volgende maand`, `maandag`."""
        if said in self.days:
            return today + timedelta(days=self.days[said])
        first, _, rest = said.partition(" ")
        if first in self.from_now:
            count, _, unit = rest.partition(" ")
            number = int(count) if re.fullmatch("[0-9]{1,4}", count) else self.numbers.get(count)
            return None if number is None else self._later(today, number, unit)
        weekday = self.weekdays.get(rest if first in self.next else said)
        if weekday is not None:
            return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
        return self._later(today, 1, rest) if first in self.next else None

    def _later(self, today: date, count: int, unit: str) -> date | None:
        if unit in self.in_days:
            return today + timedelta(days=count * self.in_days[unit])
        return months_later(today, count * self.in_months[unit]) if unit in self.in_months else None


@cache
def _words(locale: str) -> _Words:
    import yaml
    from babel.dates import get_day_names, get_month_names

    def numbered(names: Mapping[int, str], first: int) -> dict[str, int]:
        return {folded(name).strip("."): number + first for number, name in names.items()}

    near = yaml.load((places.content() / locale / "dates.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return _Words(
        weekdays=numbered(get_day_names("abbreviated", locale=locale), 1) | numbered(get_day_names(locale=locale), 1),
        months=numbered(get_month_names("abbreviated", locale=locale), 0) | numbered(get_month_names(locale=locale), 0),
        **near,
    )
