"""Formats and parses dates, lists of names, e-mail addresses and telephone numbers.

How a list is joined comes from Babel, the words for days near today from `content/<locale>/dates.yaml`. Both are
imported when they are first needed: not for the first picture, nor for a list of plans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from zlp_tui.calendar_words import calendar_words
from zlp_tui.errors import Refused
from zlp_tui.said_day import ANY_DAY, DayRange, NoDaySaid, SaidDay
from zlp_tui.text import folded, one_line

FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2200

TOLD: Final = 150
A_WEEK: Final = 7

_KEPT_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FOUR_DIGITS: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_PART: Final = r"[^\s@<>()\[\],;:\"\\.]+"
_EMAIL: Final = re.compile(rf"{_PART}(?:\.{_PART})*@{_PART}(?:\.{_PART})+")
_PHONE: Final = re.compile(r"\+?[0-9 ()./-]+")


def long_date(day: date | str, locale: str = "nl") -> str:
    """`dinsdag 3 maart 2026`, of a date or an ISO date."""
    day = _as_date(day)
    return f"{day_of_week(day, locale)} {day.year}"


def told_day(said: str, locale: str = "nl") -> str:
    """A day in full, or the words in which it was said where it is not known exactly."""
    return long_date(said, locale) if _KEPT_DAY.fullmatch(said) else said


def told_as_said(text: str, said: SaidDay, locale: str = "nl") -> str:
    """The words for a day that is not known exactly: “omstreeks 1946”; with what they leave out, “na Pasen (2027)”."""
    words = one_line(text).strip(" .")[:TOLD]
    if _FOUR_DIGITS.search(words):
        return words
    first, last, day = said.first, said.last, said.typical or said.last
    if (last - first).days < A_WEEK:
        which = short_date(day, locale)
    elif (first.year, first.month) == (last.year, last.month):
        which = f"{_month_of(day, locale)} {day.year}"
    else:
        which = str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    return f"{words} ({which})"


def short_date(day: date | str, locale: str = "nl", *, today: date | None = None) -> str:
    """`3 maart 2026`; the year is left out when it is that of `today`."""
    day = _as_date(day)
    said = f"{day.day} {_month_of(day, locale)}"
    return said if today is not None and day.year == today.year else f"{said} {day.year}"


def day_of_week(day: date, locale: str = "nl") -> str:
    """`dinsdag 3 maart`, of a day of which the year is plain."""
    return f"{name_of_day(day, locale)} {day.day} {_month_of(day, locale)}"


def name_of_day(day: date, locale: str = "nl") -> str:
    """`dinsdag`."""
    return calendar_words(locale).days[day.weekday()]


def join_names(names: Sequence[str], locale: str = "nl") -> str:
    """`Annie, Sanne en Karim`."""
    if len(names) < 2:
        return "".join(names)
    from babel.lists import format_list

    return format_list(list(names), locale=locale)


def read_date(
    text: str, today: date, locale: str = "nl", days: DayRange = ANY_DAY, *, example: str = ""
) -> date:
    """Parse a date: the one that reckons, where the words say less than a day. `Refused` for none."""
    said = read_day(text, today, locale, days)
    if not isinstance(said, SaidDay) or said.misnamed:
        raise no_date(example or short_date(today, locale))
    return said.reckoned(days.reckoned)


def read_day(
    text: str, today: date, locale: str = "nl", days: DayRange = ANY_DAY, *, birthday: date | None = None
) -> SaidDay | NoDaySaid | None:
    """What words say of a day, as exactly as they say it; None when they say nothing that can be understood.

    `days` tells which way the question looks; `birthday` is the client's, for “on my birthday”.
    """
    from zlp_tui.day_reader import DayReader
    from zlp_tui.day_words import day_words

    found = DayReader(day_words(locale), today, days, birthday).read(text)
    if isinstance(found, SaidDay) and not (found.first.year >= FIRST_YEAR and found.last.year <= LAST_YEAR):
        return None
    return found


def says_yes(text: str, locale: str = "nl") -> bool:
    """Whether the words say no more than that it is right."""
    from zlp_tui.day_words import day_words

    return folded(one_line(text)).strip(" .,!") in day_words(locale).agreed


def no_date(example: str) -> Refused:
    """What is answered to words that name no day."""
    return Refused("No day in the calendar can be read from this. Write it like {example}.", example=example)


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


def _month_of(day: date, locale: str) -> str:
    return calendar_words(locale).months[day.month - 1]


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
