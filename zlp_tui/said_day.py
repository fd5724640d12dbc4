"""`SaidDay`: what words say of a day, as exactly as they say it; `DayRange`: which way a question looks, how far."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

Direction = Literal["past", "coming", "either"]
End = Literal["first", "last"]

DAYS_IN_YEAR: Final = 366


class DayRange(NamedTuple):
    """Which days answer a question. `reach` is how many years away an answer may be before it is asked about.

    `strict`: a day on the other side of today is never taken, and no year is guessed: a day of birth. `end`: which day
    of a month or a year reckons, when no more than that was said; by default the last of what is to come.
    """

    direction: Direction = "either"
    reach: int | None = None
    strict: bool = False
    end: End | None = None

    @property
    def reckoned(self) -> End:
        """Which day of a stretch of days reckons."""
        return self.end or ("last" if self.direction == "coming" else "first")

    def is_behind(self, said: SaidDay, today: date) -> bool:
        """Whether the question looks ahead, and the day is over."""
        return self.direction == "coming" and said.last < today

    def is_ahead(self, said: SaidDay, today: date) -> bool:
        """Whether the question looks back, and the day is still to come."""
        return self.direction == "past" and said.first > today

    def is_far(self, said: SaidDay, today: date) -> bool:
        """Whether the day is further away than the question reaches."""
        return self.reach is not None and abs((said.reckoned(self.reckoned) - today).days) > self.reach * DAYS_IN_YEAR


ANY_DAY = DayRange()


class SaidDay(NamedTuple):
    """The days that the words can mean: one (`exact`), or a stretch such as a month. `typical` is the likeliest of it.

    `other`: the words may as well mean that day (“next Friday”). `misnamed`: a weekday was said that it is not.
    `guessed_year`: no year was said. `unusual`: said in a way that may have meant something else.
    """

    first: date
    last: date
    exact: bool = True
    typical: date | None = None
    other: date | None = None
    misnamed: bool = False
    guessed_year: bool = False
    unusual: bool = False

    @classmethod
    def on(cls, day: date, *, other: date | None = None, misnamed: bool = False, guessed_year: bool = False) -> SaidDay:
        """Exactly this day."""
        return cls(day, day, other=other, misnamed=misnamed, guessed_year=guessed_year)

    @classmethod
    def within(cls, first: date, last: date, typical: date | None = None) -> SaidDay:
        """Some day of these."""
        return cls(first, last, exact=False, typical=typical)

    @property
    def about(self) -> SaidDay:
        """The same, and not exactly."""
        return self._replace(exact=False, typical=self.typical or (self.first if self.exact else None))

    def reckoned(self, end: End) -> date:
        """The one day that reckons."""
        return self.typical or (self.first if end == "first" else self.last)


class NoDaySaid(NamedTuple):
    """The words say that there is no day to name: nobody knows it, or there is no end."""

    because: Literal["unknown", "no-end"]
