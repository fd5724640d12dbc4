"""Reads one file of `data/rules/` without pydantic: its keys, words, days and lengths, each fault with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.source import Plain, YamlSource

Word = TypeVar("Word", bound=str)
LONGEST: Final[Mapping[str, int]] = {"days": 365, "weeks": 520, "months": 120}
"""The longest period that a figure may have, in each unit."""
PUBLISHED: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""How a date of publication is written: a year, a month or a day, as exactly as it is known."""

UNKNOWN: Final = "{file}, line {line}: `{key}` is not known here. Look at its spelling and its indentation."
_MISSING: Final = "{file}, line {line}: `{key}` is missing here. Write it down."
WRONG: Final = "{file}, line {line}: `{key}` is not as it should be. Look in docs/script.md."
_CHOICES: Final = "{file}, line {line}: this cannot stand at `{key}`. Choose one of these: {choices}."
"""Messages of the script's checks, which are in the catalogue already."""


class CheckedMapping:
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
                raise self.fault(UNKNOWN, key)

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
            raise self.fault(WRONG, key)
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
            raise self.fault(WRONG, key)
        return int(value)

    def day(self, key: str) -> str:
        """A day that is there, in ISO format."""
        value = self.text(key)
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise self.fault(WRONG, key) from None

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty when it is not given."""
        value = self._given.get(key, [])
        if not isinstance(value, list):
            raise self.fault(WRONG, key)
        words = tuple(word for word in value if isinstance(word, str))
        if len(words) != len(value):
            raise self.fault(WRONG, key)
        return words

    def refuse(self, key: str) -> None:
        """Nothing may stand at this key."""
        if key in self._given:
            raise self.fault(UNKNOWN, key)

    def length(self, key: str) -> int:
        """How many stand in a list; none when it is not given."""
        value = self._given.get(key, [])
        if not isinstance(value, list):
            raise self.fault(WRONG, key)
        return len(value)
