"""The words of one language for days: names of days and months from Babel, the others from `dates.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from zlp_tui import places
from zlp_tui.text import folded

MISSPELT: Final = 5
"""Words of so many letters or more may be misspelt: `febuari`. Shorter ones are too near to each other (juni, juli)."""
LONG: Final = 20
ALIKE: Final = 0.8

_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_HALVES: Final = re.compile(r"([0-9]{1,3})(?:[.,]5| ?½)")


@dataclass(frozen=True)
class DayWords:
    """The words of one language for days. All are `folded`."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    numbers: Mapping[str, int]
    halves: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_ends: Sequence[str]
    in_days: Mapping[str, int]
    in_months: Mapping[str, int]
    seasons: Mapping[str, Sequence[int]]
    feasts: Mapping[str, str]
    holidays: Mapping[str, str]
    from_now: Sequence[str]
    ago: Sequence[str]
    to: Sequence[str]
    few: Sequence[str]
    next: Sequence[str]
    coming: Sequence[str]
    this: Sequence[str]
    last: Sequence[str]
    each: Sequence[str]
    weekend: Sequence[str]
    before: Sequence[str]
    after: Sequence[str]
    hours: Sequence[str]
    clock: Sequence[str]
    parts_of_day: Sequence[str]
    about: Sequence[str]
    about_after: Sequence[str]
    later_than: Sequence[str]
    earlier_than: Sequence[str]
    begin: Sequence[str]
    middle: Sequence[str]
    end: Sequence[str]
    decades: Sequence[str]
    birthday: Sequence[str]
    age_before: Sequence[str]
    age_after: Sequence[str]
    no_day: Sequence[str]
    no_end: Sequence[str]
    agreed: Sequence[str]

    def number(self, word: str) -> float | None:
        """A count, in figures or in letters, halves too; None when it is none."""
        if _NUMBER.fullmatch(word):
            return int(word)
        if half := _HALVES.fullmatch(word):
            return int(half[1]) + 0.5
        if word in self.halves:
            return self.halves[word] + 0.5
        return self.numbers.get(word)

    def day_number(self, word: str) -> int | None:
        """The day of a month: `3`, `3e`, `drie`, `derde`."""
        for end in sorted(self.ordinal_ends, key=len, reverse=True):
            if word.endswith(end) and word.removesuffix(end).isdecimal():
                word = word.removesuffix(end)
                break
        if re.fullmatch("[0-9]{1,2}", word):
            return int(word)
        return self.ordinals.get(word, self.numbers.get(word))

    def month(self, word: str) -> int | None:
        """The number of a month, also when its name is misspelt a little."""
        return self._named(self.months, word)

    def weekday(self, word: str) -> int | None:
        """The ISO number of a weekday, also when its name is misspelt a little."""
        return self._named(self.weekdays, word)

    def _named(self, names: Mapping[str, int], word: str) -> int | None:
        word = word.rstrip(".")
        if word in names or not MISSPELT <= len(word) <= LONG or not word.isalpha() or word in self.in_months:
            return names.get(word)
        near = get_close_matches(word, [name for name in names if len(name) >= MISSPELT], n=1, cutoff=ALIKE)
        return names[near[0]] if near else None


def lead(said: str, words: Sequence[str]) -> tuple[str, str] | None:
    """The word that a text begins with, the longest first, and the rest of it; None when it begins otherwise."""
    for word in sorted(words, key=len, reverse=True):
        if said.startswith(f"{word} "):
            return word, said[len(word) + 1 :].strip()
    return None


def tail(said: str, words: Sequence[str]) -> tuple[str, str] | None:
    """What stands before the word that a text ends with, and that word; None when it ends otherwise."""
    for word in sorted(words, key=len, reverse=True):
        if said.endswith(f" {word}"):
            return said[: -len(word)].rstrip(" ,"), word
    return None


@cache
def day_words(locale: str) -> DayWords:
    """The words of this locale."""
    import yaml
    from babel.dates import get_day_names, get_month_names

    def numbered(names: Mapping[int, str], first: int) -> dict[str, int]:
        return {folded(name).strip("."): number + first for number, name in names.items()}

    near = yaml.load((places.content() / locale / "dates.yaml").read_text("utf-8"), yaml.CSafeLoader)
    weekdays = numbered(get_day_names("abbreviated", locale=locale), 1) | numbered(get_day_names(locale=locale), 1)
    months = numbered(get_month_names("abbreviated", locale=locale), 0) | numbered(get_month_names(locale=locale), 0)
    more = {"weekdays": weekdays | near.pop("weekdays"), "months": months | near.pop("months")}
    return DayWords(**near, **more)
