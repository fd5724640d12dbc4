"""Names of people as they are typed: which of them are known, which words are no names, which are doubtful.

What words mean is data of the locale, in `content/<locale>/names.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple, TypeVar

from zlp_tui import places
from zlp_tui.text import folded, name_forms, one_line

NameMeaning = Literal["nobody", "myself", "doubtful", "name"]

MOST_WORDS: Final = 3
"""A name of more words, without those such as “van der”, may be a sentence."""
NEAR: Final = 1
"""Names that differ in so many letters at most may be one name."""
SHORTEST_NEAR: Final = 4
"""Shorter names that differ in one letter are different names: Jan and Jana are near, An and Ad are not."""

_DIGIT: Final = re.compile(r"\d")
_NO_NAME: Final = re.compile(r"^/|[?!]|\w{3,}\.$")
"""A command of the conversation line by line, or a sentence."""

T = TypeVar("T")


class NameWords(NamedTuple):
    """The words of a locale: what each means that is no name, what stands between names, and small words in names."""

    meanings: Mapping[str, NameMeaning]
    between: frozenset[str]
    particles: frozenset[str]


def meaning_of(typed: str, locale: str = "nl") -> NameMeaning:
    """What stands where a name is asked. A number, a day, a command or a sentence is doubtful: it may be no name."""
    words, said = name_words(locale), folded(one_line(typed)).replace(".", "").replace(",", "").strip(" !")
    if said in words.meanings:
        return words.meanings[said]
    if not any(character.isalpha() for character in said):
        return "doubtful"
    long = [word for word in said.split() if word not in words.particles]
    odd = _DIGIT.search(said) or _NO_NAME.search(typed.strip()) or len(long) > MOST_WORDS
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
    parts = _partings(locale)
    forms = _forms_of((names for _, names in people), parts)
    starts = [0]
    ends: list[int] = []
    for parting in parts.finditer(typed):
        ends.append(parting.start())
        starts.append(parting.end())
    ends.append(len(typed))
    found: list[T | str] = []
    at = 0
    while at < len(starts):
        text = one_line(typed[starts[at] : ends[at]])
        last, whose = forms.longest_in(typed, starts[at], ends[at : at + forms.pieces]) if text else (0, None)
        if whose is not None:
            found.append(people[whose][0])
        elif text:
            found.append(text)
        at += last + 1
    return tuple(dict.fromkeys(found))


class _Forms(NamedTuple):
    """Known names, as `same_name` compares them: of each form the number of the first person who has it.

    `pieces` is over how many pieces of a line one of them reaches at most, with a comma behind a last name that is put
    first, and a line end. So a line is looked through in a time that grows as the line does, whatever is pasted.
    """

    as_typed: Mapping[str, int]
    in_order: Mapping[str, int]
    pieces: int

    def longest_in(self, typed: str, start: int, ends: Sequence[int]) -> tuple[int, int | None]:
        """Over how many pieces the longest known name reaches that begins here, and the number of whose it is."""
        found: tuple[int, int | None] = 0, None
        for last, end in enumerate(ends):
            forms = name_forms(typed[start:end])
            hits = [known[form] for known, form in zip(self[:2], forms, strict=True) if form in known]
            if hits:
                found = last, min(hits)
        return found


def _forms_of(people: Iterable[Sequence[str]], parts: re.Pattern[str]) -> _Forms:
    as_typed: dict[str, int] = {}
    in_order: dict[str, int] = {}
    most = 0
    for number, names in enumerate(people):
        for name in names:
            typed, ordered = name_forms(name)
            as_typed.setdefault(typed, number)
            in_order.setdefault(ordered, number)
            most = max(most, len(parts.findall(name)))
    return _Forms(as_typed, in_order, most + 3)


@cache
def _partings(locale: str) -> re.Pattern[str]:
    """What parts names in a line."""
    between = "|".join(map(re.escape, sorted(name_words(locale).between)))
    return re.compile(rf"[,;&+\n]|(?<!\S)(?:{between})(?!\S)", re.IGNORECASE)


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
