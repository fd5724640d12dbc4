"""The legal periods (figures) for plans, with their sources, read from `data/rules/*.yaml` (L09, L17, L19).

No number of weeks or months stands in code. The files are checked here and not by pydantic, as the script is: whoever
types `zlp plans` would wait three times as long for four small files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeVar, get_args

from zlp_tui.due.facts import NO_LAW
from zlp_tui.errors import ScriptBroken
from zlp_tui.script.source import Plain, YamlSource, read

Law = Literal["wlz", "wmo", "zvw", "none"]

FigureId = Literal["plan-within", "evaluate-every"]
After = Literal["care-started", "looked-back"]
"""The start of a period: the day care began, or the last agreement or evaluation."""

Word = TypeVar("Word", bound=str)
LONGEST: Final[Mapping[str, int]] = {"weeks": 520, "months": 120}
"""The longest period that a figure may have, in each unit: ten years."""
PUBLISHED: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One legal period: so many weeks or months after `after`. `source` says where it is written, and `source_date`
    when that was published: a year, a month or a day, as exactly as it is known."""

    id: FigureId
    weeks: int | None = None
    months: int | None = None
    after: After
    source: str
    source_date: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The figures of one law."""

    law: Law
    figures: tuple[Figure, ...] = ()


def load_rules(folder: Path) -> Mapping[str, Rules]:
    """The rules by law. `ScriptBroken` with file, line and what to do when a file is invalid."""
    found: dict[str, Rules] = {rules.law: rules for rules in map(_rules, sorted(folder.glob("*.yaml")))}
    if NO_LAW not in found:
        raise ScriptBroken("{file}: this file is not there. Put it back.", file=str(folder / f"{NO_LAW}.yaml"))
    return found


def _rules(path: Path) -> Rules:
    whole = _Mapping(read(path), (), ("law", "figures"))
    law: Law = whole.one_of("law", get_args(Law))
    if law != path.stem:
        raise whole.fault(_UNKNOWN, "law", law)
    return Rules(law, tuple(_figure(whole.source, number) for number in range(whole.length("figures"))))


def _figure(source: YamlSource, number: int) -> Figure:
    given = _Mapping(source, ("figures", number), tuple(Figure.__dataclass_fields__))
    weeks, months = given.period("weeks"), given.period("months")
    if (weeks is None) == (months is None):
        raise given.fault(_WRONG, "months" if months else "weeks")
    published = given.text("source_date")
    if not PUBLISHED.fullmatch(published):
        raise given.fault(_WRONG, "source_date")
    after: After = given.one_of("after", get_args(After))
    return Figure(
        id=given.one_of("id", get_args(FigureId)), weeks=weeks, months=months, after=after,
        source=given.text("source"), source_date=published,
    )


_UNKNOWN: Final = "{file}, line {line}: `{key}` is not known here. Look at its spelling and its indentation."
_MISSING: Final = "{file}, line {line}: `{key}` is missing here. Write it down."
_WRONG: Final = "{file}, line {line}: `{key}` is not as it should be. Look in docs/script.md."
_CHOICES: Final = "{file}, line {line}: this cannot stand at `{key}`. Choose one of these: {choices}."
"""Messages of the script's checks, which are in the catalogue already."""


class _Mapping:
    """A mapping in a file, at a path, with these keys and no others. Every method raises `ScriptBroken`."""

    def __init__(self, source: YamlSource, where: tuple[str | int, ...], keys: tuple[str, ...]) -> None:
        self.source = source
        self._where = where
        data: Plain = source.data
        for step in where:
            data = data[step]  # type: ignore[index] # the path was read from the file
        self._given = data if isinstance(data, dict) else {}
        for key in self._given:
            if key not in keys:
                raise self.fault(_UNKNOWN, key)

    def fault(self, message: str, key: str, named: str | None = None, **values: str) -> ScriptBroken:
        """A fault at a key, or where it is missing; `named` is what the message tells, when not the key."""
        line = self.source.line((*self._where, key))
        return ScriptBroken(message, file=self.source.file, line=line, key=named or key, **values)

    def text(self, key: str) -> str:
        """A text that is there."""
        value = self._given.get(key)
        if value is None:
            raise self.fault(_MISSING, key)
        if not isinstance(value, str):
            raise self.fault(_WRONG, key)
        return value

    def one_of(self, key: str, choices: tuple[Word, ...]) -> Word:
        """One word of these."""
        value = self.text(key)
        found = next((choice for choice in choices if choice == value), None)
        if found is None:
            raise self.fault(_CHOICES, key, choices=", ".join(f"'{choice}'" for choice in choices))
        return found

    def period(self, key: str) -> int | None:
        """A length of at least one; None when it is not given."""
        if key not in self._given:
            return None
        value = self.text(key)
        if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LONGEST[key]):
            raise self.fault(_WRONG, key)
        return int(value)

    def length(self, key: str) -> int:
        """How many stand in a list; none when it is not given."""
        value = self._given.get(key, [])
        if not isinstance(value, list):
            raise self.fault(_WRONG, key)
        return len(value)
