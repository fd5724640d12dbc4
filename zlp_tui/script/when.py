"""Reads weekdays, parts of the day and weeks out of words such as "elke maandag na het ontbijt".

The words themselves stay what was said; this only lets a calendar know as much as they name for certain. Which words
name what is data of the script: a word's digits are the ISO numbers of its days (`5`, or `67` for a weekend), and a
word with 0 ("behalve", "tot en met") says more about days than can be read here, so then none are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from zlp_tui.script.script import Script
from zlp_tui.text import folded

T = TypeVar("T")
EVERY_DAY: Final = frozenset("1234567")


class Moments(NamedTuple):
    """What words name for certain: ISO weekdays in order, parts of the day by id, and every how many weeks; None for
    every week, and where no days are named."""

    weekdays: tuple[int, ...] = ()
    parts_of_day: tuple[str, ...] = ()
    every_weeks: int | None = None


def moments_in(words: str, script: Script) -> Moments:
    """What the words name. Days of which the words say that they come less often than each week have their weeks."""
    said = folded(words)
    days = _days_in(_named(said, script.weekdays))
    weeks = set(_named(said, script.weeks))
    every_weeks = weeks.pop() if days and len(weeks) == 1 else None
    return Moments(days, tuple(dict.fromkeys(_named(said, script.parts_of_day))), every_weeks)


def _days_in(numbers: Sequence[int]) -> tuple[int, ...]:
    """The days that such words name together. “Every morning in the weekend” does not mean every day, nor
    does it say so: beside every day no other word for days is certain."""
    digits = [frozenset(str(number)) for number in numbers]
    every = frozenset().union(*digits)
    unsure = "0" in every or (EVERY_DAY in digits and any(of_word != EVERY_DAY for of_word in digits))
    return () if unsure else tuple(sorted(map(int, every)))


def _named(said: str, meanings: Mapping[str, T]) -> list[T]:
    """What the words of `meanings` that stand in the text mean; of words inside words the longest counts."""
    by_word = {folded(word): meaning for word, meaning in meanings.items()}
    longest_first = sorted(by_word, key=len, reverse=True)
    any_of = "|".join(map(re.escape, longest_first)) or "(?!)"
    return [by_word[word] for word in re.findall(rf"(?<!\w)(?:{any_of})(?!\w)", said)]
