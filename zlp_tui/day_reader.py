"""`DayReader`: reads what people say of a day, as exactly as they say it.

Words that do not change the day (“on”, “at ten o'clock”, “please”) are taken off one by one, until the rest is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from zlp_tui.day_spans import Part, Which, Yearly, one_of, part_of, yearly
from zlp_tui.day_words import DayWords, lead, tail
from zlp_tui.months import months_later
from zlp_tui.relative_spans import RelativeSpans
from zlp_tui.said_day import DayRange, NoDaySaid, SaidDay
from zlp_tui.text import folded, one_line

LONGEST: Final = 120
"""A longer text is a story, and no day."""
TRIES: Final = 60
AHEAD: Final = {"either": 10, "coming": 50}
"""Where a question does not look back, a year of two digits is at most so many years from now."""
FORTNIGHT: Final = 14

_WEEKDAY: Final = r"(?:(?P<weekday>[^\W\d]+)\.?,? )?"
_YEAR: Final = r"'?(?P<year>[0-9]{4}|[0-9]{2})"
_DAY: Final = "(?P<day>[0-9]{1,2})"
_MONTH: Final = "(?P<month>[0-9]{1,2})"
_ISO: Final = re.compile(rf"{_WEEKDAY}(?P<year>[0-9]{{4}}) ?[-/.] ?{_MONTH} ?[-/.] ?{_DAY}")
_FIGURES: Final = re.compile(rf"{_WEEKDAY}{_DAY} ?[-/.] ?{_MONTH}(?: ?[-/.] ?{_YEAR})?")
_BEFORE_YEAR: Final = re.compile(rf"{_WEEKDAY}{_DAY}[-/.]{_MONTH} {_YEAR}")
_SPACED: Final = re.compile(rf"{_WEEKDAY}{_DAY} {_MONTH} {_YEAR}")
_TOGETHER: Final = re.compile(r"(?P<weekday>)(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})")
_MONTH_YEAR: Final = re.compile(r"(?P<month>[0-9]{1,2}) ?[-/] ?(?P<year>[0-9]{4})")
_YEAR_MONTH: Final = re.compile(r"(?P<year>[0-9]{4}) ?[-/] ?(?P<month>[0-9]{1,2})")
_WRITTEN: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\w+)\.? (?P<month>[^\W\d]+)\.?,?(?: (?P<year>.+))?"
)
_DECADE: Final = re.compile(r"'?(?P<century>[0-9]{2})?(?P<tens>[0-9])0")


class DayReader:
    """Reads days as seen from `today`, at a question that looks one way. `birthday` is the client's, if it is known."""

    def __init__(self, words: DayWords, today: date, days: DayRange, birthday: date | None = None) -> None:
        self._words = words
        self._today = today
        self._range = days
        self._birthday = birthday
        self._relative = RelativeSpans(words, today, days.direction)

    def read(self, text: str) -> SaidDay | NoDaySaid | None:
        """The day that the words name, or that they name none; None when they cannot be understood."""
        said = folded(one_line(text)).strip(" .,!;")
        if len(said) > LONGEST:
            return None
        if because := self._none_named(said):
            return because
        return self._stripped(said.strip(" ?"))

    def _none_named(self, said: str) -> NoDaySaid | None:
        words = self._words
        if said in words.no_day or any(" " in known and said.endswith(f" {known}") for known in words.no_day):
            return NoDaySaid("unknown")
        return NoDaySaid("no-end") if said in words.no_end and self._range.direction == "coming" else None

    def _stripped(self, said: str) -> SaidDay | None:
        """The day, after taking off words that do not change it; the fewest first."""
        waiting, seen = [(said, False)], {said}
        for text, about in waiting:
            if (found := self._whole(text)) is not None:
                return found.about if about else found
            for less, vague in self._shorter(text):
                if less not in seen and len(seen) < TRIES:
                    seen.add(less)
                    waiting.append((less, about or vague))
        return None

    def _shorter(self, said: str) -> Iterator[tuple[str, bool]]:
        """The text without one word at an end, and whether that word made it vague."""
        words = self._words
        ends = ((lead(said, words.before), 1, False), (tail(said, words.after), 0, False),
                (tail(said, words.parts_of_day), 0, False), (lead(said, words.about), 1, True),
                (tail(said, words.about_after), 0, True))
        for found, rest, vague in ends:
            if found is not None:
                yield found[rest].strip(" ,."), vague
        for hour in words.hours:
            if f" {hour} " in said:
                yield said.split(f" {hour} ")[0].strip(" ,."), False
        for clock in words.clock:
            yield re.sub(rf",? [0-9]{{1,2}}(?:[.:][0-9]{{2}})? ?{clock}$", "", said), False
        for part in words.parts_of_day:
            if said.endswith(part):
                yield said.removesuffix(part).strip(" ,"), False

    def _whole(self, said: str) -> SaidDay | None:
        """The day of a text that says nothing else."""
        readings: tuple[Callable[[str], SaidDay | None], ...] = (
            self._in_figures, self._written, self._age, self._relative.read, self._stretch, self._beside,
        )
        for reading in readings:
            try:
                found = reading(said)
            except (ValueError, OverflowError):
                continue
            if found is not None:
                return found
        return None

    # a day and a month, in figures or in letters

    def _in_figures(self, said: str) -> SaidDay | None:
        for shape in (_ISO, _FIGURES, _BEFORE_YEAR, _SPACED, _TOGETHER):
            if parts := shape.fullmatch(said):
                named = parts.groupdict()
                return self._dated(named["weekday"], int(named["day"]), int(named["month"]), named["year"])
        for shape in (_MONTH_YEAR, _YEAR_MONTH):
            if parts := shape.fullmatch(said):
                month = date(int(parts["year"]), int(parts["month"]), 1)
                return SaidDay.within(month, months_later(month, 1) - timedelta(days=1))
        return None

    def _written(self, said: str) -> SaidDay | None:
        parts = _WRITTEN.fullmatch(said)
        if parts is None:
            return None
        month, day = self._words.month(parts["month"]), self._words.day_number(parts["day"])
        if month is None or day is None:
            return None
        return self._dated(parts["weekday"], day, month, parts["year"])

    def _dated(self, weekday: str | None, day: int, month: int, year: str | None) -> SaidDay | None:
        named = self._words.weekday(weekday) if weekday else None
        if weekday and named is None:
            return None

        def in_year(of: int) -> Iterator[SaidDay]:
            found = date(of, month, day)
            yield SaidDay.on(found, misnamed=named not in (None, found.isoweekday()))

        return self._of_year(in_year, None, year)

    def _of_year(self, days: Yearly, which: Which | None, year: str | None) -> SaidDay | None:
        """The one that is meant of what comes back every year, in the year that was said."""
        if year is None:
            return one_of(days, self._today, self._range.direction, which)
        return self._in_one(days, self._years(year))

    def _in_one(self, days: Yearly, years: tuple[int, ...]) -> SaidDay | None:
        """The one of this year; the winter of a year may be either of two, so that is some day of the year."""
        for number, year in enumerate(years, 1):
            found = next(days(year), None)
            if found is not None and (number == len(years) or found.first <= self._today):
                over_new_year = found.first.year < found.last.year and not found.exact
                return SaidDay.within(date(year, 1, 1), date(year, 12, 31)) if over_new_year else found
        return None

    def _years(self, said: str) -> tuple[int, ...]:
        """The years that the words may mean, the likeliest first; more than one where they leave it open."""
        text = said.removeprefix("'")
        for before in self._words.before:
            text = text.removeprefix(f"{before} ").removeprefix("'")
        if re.fullmatch("[0-9]{4}", text):
            return (int(text),)
        if re.fullmatch("[0-9]{2}", text):
            if self._range.direction == "past":
                latest = self._today.year - (self._today.year - int(text)) % 100
                return (latest, latest - 100)
            latest = self._today.year + AHEAD[self._range.direction]
            return (latest - (latest - int(text)) % 100,)
        year = self._relative.year(text)
        return () if year is None else (year,)

    # stretches of days

    def _stretch(self, said: str) -> SaidDay | None:
        """“half mei 2027”, “volgend voorjaar”, “1946”, “eind volgende week”."""
        words = self._words
        parts: tuple[tuple[Part, tuple[str, ...]], ...] = (
            ("begin", tuple(words.begin)), ("middle", tuple(words.middle)), ("end", tuple(words.end)),
        )
        for part, named in parts:
            if found := lead(said, named):
                rest = self._bare(found[1])
                return self._named(rest, part) or self._year(rest, part) or self._period(rest, part)
        return self._named(said, None) or self._year(said, None)

    def _bare(self, said: str) -> str:
        """Without articles and such at the beginning."""
        while found := lead(said, self._words.before):
            said = found[1]
        return said

    def _period(self, said: str, part: Part) -> SaidDay | None:
        found = self._relative.read(said) or self._relative.period(said)
        return part_of(found, part) if found is not None and not found.exact else None

    def _named(self, said: str, part: Part | None) -> SaidDay | None:
        """A month, season, feast or holiday, with its year or a word that tells which."""
        for name, which, year in self._split(said):
            days = yearly(self._words, self._bare(name), self._birthday)
            if days is not None:
                return self._of_year(_parts(days, part), which, year)
        return None

    def _split(self, said: str) -> Iterator[tuple[str, Which | None, str | None]]:
        """The ways to split a text into a name, a word before it that tells which, and a year."""
        yield said, None, None
        found = self._relative.which(said)
        if found is not None:
            yield found[1], found[0], None
        pieces = said.split()
        for at in range(1, min(len(pieces), 6)):
            before, after = " ".join(pieces[:at]), " ".join(pieces[at:])
            if self._years(after):
                yield before.rstrip(" ,."), None, after
            if self._years(before) and len(before) > 2:
                yield after, None, before

    def _year(self, said: str, part: Part | None) -> SaidDay | None:
        """A year, or ten of them."""
        bare_digits = re.fullmatch("[0-9]{2}", said) is not None
        if bare_digits and self._range.direction != "past":
            return None
        years = self._years(said)
        if years:
            found = self._in_one(_parts(_whole_year, part), years)
            return found._replace(unusual=bare_digits) if found else None
        decade = lead(said, self._words.decades)
        first = self._decade(decade[1]) if decade else None
        if first is None:
            return None
        ten = SaidDay.within(date(first, 1, 1), date(first + 9, 12, 31))
        return part_of(ten, part) if part else ten

    def _decade(self, said: str) -> int | None:
        number = self._words.numbers.get(said)
        shape = _DECADE.fullmatch(str(number) if number is not None else said)
        if shape is None:
            return None
        year = int(shape["century"] or self._today.year // 100) * 100 + int(shape["tens"]) * 10
        return year - 100 if shape["century"] is None and year > self._today.year else year

    def _beside(self, said: str) -> SaidDay | None:
        """“na de zomer”, “voor Pasen”: the days beside what is named."""
        if found := lead(said, self._words.later_than):
            beside = self._stripped(found[1])
            if beside is not None:
                first = beside.last + timedelta(days=1)
                return SaidDay.within(first, first + timedelta(days=FORTNIGHT - 1), first)
        if found := lead(said, self._words.earlier_than):
            beside = self._stripped(found[1])
            if beside is not None:
                last = beside.first - timedelta(days=1)
                return SaidDay.within(last - timedelta(days=FORTNIGHT - 1), last, last)
        return None

    def _age(self, said: str) -> SaidDay | None:
        """“Ik ben 83”: born in one of two years. Only where a day of birth is asked for."""
        if not self._range.strict:
            return None
        before, after = lead(said, self._words.age_before), tail(said, self._words.age_after)
        count = (before[1] if before else said)
        if more := tail(count, self._words.age_after):
            count = more[0]
        age = self._words.number(count)
        if age is None or (before is None and after is None) or age > (self._range.reach or LONGEST):
            return None
        last = months_later(self._today, -12 * int(age))
        return SaidDay.within(months_later(last, -12) + timedelta(days=1), last)


def _parts(days: Yearly, part: Part | None) -> Yearly:
    """The same, or a part of each."""
    if part is None:
        return days
    return lambda year: (part_of(said, part) for said in days(year))


def _whole_year(year: int) -> Iterator[SaidDay]:
    yield SaidDay.within(date(year, 1, 1), date(year, 12, 31))
