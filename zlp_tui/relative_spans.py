"""`RelativeSpans`: days as seen from today: “morgen”, “over zes weken”, “volgende week dinsdag”, “vorige maand”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from zlp_tui.day_spans import Which, months_from
from zlp_tui.day_words import DayWords, lead, tail
from zlp_tui.months import months_later
from zlp_tui.said_day import Direction, SaidDay

_SHIFT: dict[Which, int] = {"next": 1, "coming": 1, "this": 0, "last": -1}


class RelativeSpans:
    """Reads days as seen from `today`, at a question that looks one way."""

    def __init__(self, words: DayWords, today: date, direction: Direction) -> None:
        self._words = words
        self._today = today
        self._direction = direction

    def read(self, said: str) -> SaidDay | None:
        """The day or days, None when this is said in another way."""
        if said in self._words.days:
            return SaidDay.on(self._today + timedelta(days=self._words.days[said]))
        return self._weekday(said) or self._counted(said) or self._shifted(said)

    def which(self, said: str) -> tuple[Which, str] | None:
        """The word that tells which one is meant, and what comes after it."""
        words = self._words
        kinds: tuple[tuple[Which, tuple[str, ...]], ...] = (
            ("next", tuple(words.next)), ("coming", tuple(words.coming)), ("this", tuple(words.this)),
            ("last", tuple(words.last)),
        )
        for which, named in kinds:
            if found := lead(said, named):
                return which, found[1]
        return None

    def year(self, said: str) -> int | None:
        """“dit jaar”, “volgend jaar”."""
        found = self.which(said)
        if found is None or self._words.in_months.get(found[1]) != 12:
            return None
        return self._today.year + _SHIFT[found[0]]

    def period(self, said: str) -> SaidDay | None:
        """The week, month, quarter or year of today."""
        return self._around(said, 0)

    # weekdays

    def _weekday(self, said: str) -> SaidDay | None:
        words = self._words
        if said in words.weekend:
            return self._weekend(None)
        if (weekday := words.weekday(said)) is not None:
            return SaidDay.on(self._nearest(weekday))
        if found := lead(said, words.each):
            weekday = words.weekday(found[1])
            return None if weekday is None else _unusual(self._nearest(weekday))
        if found := self.which(said):
            if found[1] in words.weekend:
                return self._weekend(found[0])
            if (weekday := words.weekday(found[1])) is not None:
                return self._which_weekday(found[0], weekday)
        return self._weekday_of_week(said)

    def _nearest(self, weekday: int) -> date:
        """The next to come, or the last one where the question looks back; never today."""
        if self._direction == "past":
            return self._today - timedelta(days=(self._today.isoweekday() - weekday - 1) % 7 + 1)
        return self._coming(weekday)

    def _coming(self, weekday: int) -> date:
        return self._today + timedelta(days=(weekday - self._today.isoweekday() - 1) % 7 + 1)

    def _in_week(self, weekday: int, weeks: int) -> date:
        monday = self._today - timedelta(days=self._today.isoweekday() - 1)
        return monday + timedelta(days=7 * weeks + weekday - 1)

    def _which_weekday(self, which: Which, weekday: int) -> SaidDay:
        """“volgende vrijdag” is next week's to some and the next to come to others; the same day only at times."""
        if which == "last":
            return SaidDay.on(self._today - timedelta(days=(self._today.isoweekday() - weekday - 1) % 7 + 1))
        if which == "this":
            return SaidDay.on(self._in_week(weekday, 0))
        coming = self._coming(weekday)
        later = self._in_week(weekday, 1)
        if which == "next" and coming < later:
            return SaidDay.on(later, other=coming)
        return SaidDay.on(coming)

    def _weekday_of_week(self, said: str) -> SaidDay | None:
        """“volgende week dinsdag”, “dinsdag over twee weken”, “over een week op dinsdag”."""
        pieces = said.split()
        if len(pieces) < 3:
            return None
        for name, rest in ((pieces[-1], pieces[:-1]), (pieces[0], pieces[1:])):
            weekday = self._words.weekday(name)
            if weekday is None:
                continue
            middle = [piece for piece in rest if piece not in self._words.before]
            weeks = self._weeks(" ".join(middle).strip(" ,"))
            if weeks is None:
                continue
            counted = name == pieces[0] and middle[0] in self._words.from_now
            day = self._coming(weekday) + timedelta(days=7 * weeks) if counted else self._in_week(weekday, weeks)
            return SaidDay.on(day)
        return None

    def _weeks(self, said: str) -> int | None:
        """How many weeks away a week is."""
        found = self.which(said)
        if found is not None:
            return _SHIFT[found[0]] if self._words.in_days.get(found[1]) == 7 else None
        counted = lead(said, self._words.from_now)
        count = self._count(counted[1]) if counted else None
        if count is None or self._words.in_days.get(count[2]) is None or count[0] != count[1]:
            return None
        days = count[0] * self._words.in_days[count[2]]
        return int(days // 7) if days % 7 == 0 else None

    def _weekend(self, which: Which | None) -> SaidDay:
        weeks = _SHIFT[which] if which in ("next", "last") else 0
        if which is None and self._direction == "past" and self._today.isoweekday() < 6:
            weeks = -1
        saturday = self._in_week(6, weeks)
        return SaidDay.within(saturday, saturday + timedelta(days=1))

    # so many days, weeks, months

    def _counted(self, said: str) -> SaidDay | None:
        words = self._words
        ahead, ago = lead(said, words.from_now), tail(said, words.ago)
        text = ahead[1] if ahead else ago[0] if ago else said
        count = self._count(text)
        if count is None:
            return None
        low, high, unit = count
        back = ago is not None or (ahead is None and self._direction == "past")
        near, far = (self._away(-n if back else n, unit) for n in (low, high))
        if low != high:
            typical = self._away(-(low + high) / 2 if back else (low + high) / 2, unit)
            return SaidDay.within(min(near, far), max(near, far), typical)
        return self._roughly(near, unit) if back and unit in words.in_months else SaidDay.on(near)

    def _roughly(self, day: date, unit: str) -> SaidDay:
        """So many months or years ago: some day of that month or year."""
        first = day.replace(day=1) if self._words.in_months[unit] < 12 else date(day.year, 1, 1)
        whole = months_from(first, 1 if self._words.in_months[unit] < 12 else 12)
        return SaidDay.within(whole.first, min(whole.last, self._today), day)

    def _count(self, said: str) -> tuple[float, float, str] | None:
        """The least and the most of a stretch of time, and its unit."""
        words = self._words
        units = (*words.in_days, *words.in_months)
        for unit in sorted(units, key=len, reverse=True):
            if said == unit and words.in_months.get(unit) == 6:
                return 1, 1, unit
            if said.endswith(f" {unit}") and (amount := self._amount(said[: -len(unit) - 1])):
                return *amount, unit
            vague = re.fullmatch(rf"(\S+) {re.escape(unit)} (\S+) (\S+)", said)
            if vague and words.number(vague[1]) == 1 and vague[2] in words.to and (number := words.number(vague[3])):
                return max(number - 1, 1), number + 1, unit
        return None

    def _amount(self, said: str) -> tuple[float, float] | None:
        words = self._words
        if said in words.few:
            return 2, 4
        if (number := words.number(said)) is not None:
            return number, number
        pieces = [piece for piece in re.split(r"[ ,]+|(-)", said) if piece]
        if len(pieces) == 3 and pieces[1] in words.to:
            pieces = [pieces[0], pieces[2]]
        numbers = [words.number(piece) for piece in pieces]
        if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
            return None
        return min(numbers[0], numbers[1]), max(numbers[0], numbers[1])

    def _away(self, count: float, unit: str) -> date:
        """The day so many units from today; half a month is fifteen days."""
        if unit in self._words.in_days:
            return self._today + timedelta(days=round(count * self._words.in_days[unit]))
        months = count * self._words.in_months[unit]
        return months_later(self._today, int(months)) + timedelta(days=round((months - int(months)) * 30))

    # this and the next week, month, year

    def _shifted(self, said: str) -> SaidDay | None:
        found = self.which(said)
        return self._around(found[1], _SHIFT[found[0]]) if found else None

    def _around(self, unit: str, shift: int) -> SaidDay | None:
        """The week, month or year that is so many from this one; likeliest the same day of it."""
        words, today = self._words, self._today
        if words.in_days.get(unit) == 7:
            monday = self._in_week(1, shift)
            likeliest = today + timedelta(days=7 * shift) if shift else None
            return SaidDay.within(monday, monday + timedelta(days=6), likeliest)
        if (months := words.in_months.get(unit)) is None:
            return SaidDay.on(today + timedelta(days=shift)) if words.in_days.get(unit) == 1 and shift else None
        typical = months_later(today, months * shift)
        first = date(typical.year, (typical.month - 1) // months * months + 1, 1)
        whole = months_from(first, months)
        return SaidDay.within(whole.first, whole.last, typical if shift else None)


def _unusual(day: date) -> SaidDay:
    return SaidDay(day, day, unusual=True)
