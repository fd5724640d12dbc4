"""Names of people as they are typed: which of them are known, which words are no names, which are doubtful.

What words mean is data of the locale, in `content/<locale>/names.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple, TypeVar

from zlp_tui import places
from zlp_tui.text import folded, one_line, same_name

NameMeaning = Literal["nobody", "myself", "doubtful", "name"]

MOST_WORDS: Final = 3
"""A name of more words, without those such as “van der”, may be a sentence."""
NEAR: Final = 1
"""Names that differ in so many letters at most may be one name."""
SHORTEST_NEAR: Final = 4
"""Shorter names that differ in one letter are different names: Jan and Jana are near, An and Ad are not."""

_DIGIT: Final = re.compile(r"\d")
_SENTENCE: Final = re.compile(r"[?!]|\w{3,}\.$")

T = TypeVar("T")


class NameWords(NamedTuple):
    """The words of a locale: what each means that is no name, what stands between names, and small words in names."""

    meanings: Mapping[str, NameMeaning]
    between: frozenset[str]
    particles: frozenset[str]


def is_number(typed: str) -> bool:
    """Whether this is a number or a day in digits: what somebody is called has a letter in it."""
    return _DIGIT.search(typed) is not None and not any(map(str.isalpha, typed))


def meaning_of(typed: str, locale: str = "nl") -> NameMeaning:
    """What stands where a name is asked. A number, a day or a sentence is doubtful: it may be no name."""
    words, said = name_words(locale), folded(one_line(typed)).replace(".", "").strip(" ,!")
    if said in words.meanings:
        return words.meanings[said]
    if not any(character.isalpha() for character in said):
        return "doubtful"
    long = [word for word in said.split() if word not in words.particles]
    odd = _DIGIT.search(said) or _SENTENCE.search(typed.strip()) or len(long) > MOST_WORDS
    return "doubtful" if odd or _ends_small(typed) else "name"


def _ends_small(typed: str) -> bool:
    """Whether it begins with a capital and ends with a word that has none, as sentences do: “De stoel ophalen”."""
    words = typed.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].islower()


def names_in(typed: str, known: Iterable[tuple[T, Sequence[str]]], locale: str = "nl") -> tuple[T | str, ...]:
    """The names in a line: what is known by one of its names, found longest first, and other names as they stand.

    Commas, line ends and words such as “en” part names, but not within a name that is known (“Bos, Jan”).
    """
    people = tuple(known)
    starts = [0]
    ends: list[int] = []
    between = "|".join(map(re.escape, sorted(name_words(locale).between)))
    for parting in re.finditer(rf"[,;&+\n]|(?<!\S)(?:{between})(?!\S)", typed, re.IGNORECASE):
        ends.append(parting.start())
        starts.append(parting.end())
    ends.append(len(typed))
    found: list[T | str] = []
    at = 0
    while at < len(starts):
        last, who = _longest(typed, starts[at], ends[at:], people)
        text = one_line(typed[starts[at] : ends[at]])
        if who is not None:
            found.append(who)
        elif text:
            found.append(text)
        at += last + 1
    return tuple(dict.fromkeys(found))


def _longest(
    typed: str, start: int, ends: Sequence[int], people: Sequence[tuple[T, Sequence[str]]]
) -> tuple[int, T | None]:
    """Over how many pieces the longest known name reaches that begins here, and whose it is."""
    for last in reversed(range(len(ends))):
        text = typed[start : ends[last]]
        who = next((who for who, names in people if any(same_name(text, name) for name in names)), None)
        if who is not None:
            return last, who
    return 0, None


def nearest(name: str, known: Iterable[tuple[T, Sequence[str]]]) -> T | None:
    """Whose name differs so little from this one that it may be meant; None when nobody's does."""
    wanted = folded(name)
    if len(wanted) < SHORTEST_NEAR:
        return None
    return next(
        (who for who, names in known if any(0 < _differences(wanted, folded(name)) <= NEAR for name in names)), None
    )


def _differences(name: str, other: str) -> int:
    """How many letters must be changed, added or left out (Levenshtein), as far as that is `NEAR`; else more."""
    if abs(len(name) - len(other)) > NEAR:
        return NEAR + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(name, start=1):
        before, row[0] = row[0], number
        for place, another in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != another))
    return row[-1]


@cache
def name_words(locale: str) -> NameWords:
    """The words of a locale, folded."""
    import yaml

    known = yaml.load((places.content() / locale / "names.yaml").read_text("utf-8"), yaml.CSafeLoader)
    kinds: tuple[NameMeaning, ...] = ("nobody", "myself", "doubtful")
    meanings = {folded(word): kind for kind in kinds for word in known[kind]}
    return NameWords(meanings, frozenset(known["between"]), frozenset(map(folded, known["particles"])))
