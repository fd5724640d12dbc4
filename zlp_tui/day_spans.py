"""Stretches of days that come back: every year (months, seasons, feasts), and which of them is meant."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Final, Literal

from zlp_tui.day_words import DayWords
from zlp_tui.feasts import feast_days
from zlp_tui.said_day import Direction, SaidDay

Part = Literal["begin", "middle", "end"]
Which = Literal["next", "coming", "this", "last"]
Yearly = Callable[[int], Iterator[SaidDay]]
"""The days in a year that something names; ValueError where that year has none (29 February)."""

YEARS: Final = 9
"""So many years around today are looked at: 29 February is at most eight away."""


def yearly(words: DayWords, name: str, birthday: date | None) -> Yearly | None:
    """What comes back every year under this name: a month, a season, a feast, a holiday, the client's birthday."""
    if month := words.month(name):
        return lambda year: iter((SaidDay.within(date(year, month, 1), _month_end(year, month)),))
    if season := words.seasons.get(name):
        return lambda year: _season(year, *season)
    if rule := words.feasts.get(name):
        return partial(_feast, rule)
    if rule := words.holidays.get(name):
        return partial(_holiday, rule)
    if name in words.birthday and birthday is not None:
        return lambda year: iter((SaidDay.on(date(year, birthday.month, birthday.day)),))
    return None


def part_of(said: SaidDay, part: Part) -> SaidDay:
    """The beginning, the middle or the end of a stretch: a third of it, of a year a quarter."""
    length = (said.last - said.first).days + 1
    third = length // 4 - 1 if length in (365, 366) else length // 3
    if part == "begin":
        return SaidDay.within(said.first, said.first + timedelta(days=max(third - 1, 0)))
    if part == "end":
        return SaidDay.within(said.last - timedelta(days=max(third - 1, 0)), said.last)
    middle = said.first + timedelta(days=max(length - 2, 0) // 2)
    begin = said.first + timedelta(days=third)
    return SaidDay.within(min(begin, middle), max(said.last - timedelta(days=third), middle), middle)


def one_of(days: Yearly, today: date, direction: Direction, which: Which | None) -> SaidDay | None:
    """Of what comes back every year, the one that is meant: by a word before it, else by where the question looks."""
    found: list[SaidDay] = []
    for year in range(today.year - YEARS, today.year + YEARS + 1):
        try:
            found += days(year)
        except ValueError:
            continue
    found.sort(key=lambda said: said.first)
    match which:
        case "next" | "coming":
            meant = next((said for said in found if said.first > today), None)
        case "last":
            meant = next((said for said in reversed(found) if said.last < today), None)
        case _ if direction == "past":
            meant = next((said for said in reversed(found) if said.first <= today), None)
        case _:
            meant = next((said for said in found if said.last >= today), None)
    return meant._replace(guessed_year=which is None) if meant else None


def months_from(first: date, count: int) -> SaidDay:
    """So many whole months from this first day of a month."""
    year, month = divmod(first.year * 12 + first.month - 2 + count, 12)
    return SaidDay.within(first, _month_end(year, month + 1))


def _season(year: int, first: int, last: int) -> Iterator[SaidDay]:
    later, month = divmod(last - 1, 12)
    yield SaidDay.within(date(year, first, 1), _month_end(year + later, month + 1))


def _feast(rule: str, year: int) -> Iterator[SaidDay]:
    for first, last in feast_days(rule, year):
        yield SaidDay.on(first) if first == last else SaidDay.within(first, last, first)


def _holiday(rule: str, year: int) -> Iterator[SaidDay]:
    return (said.about for said in _feast(rule, year))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
