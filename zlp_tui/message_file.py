"""`MessageFile`: a compiled catalogue (gettext's `.mo`) of which a message is read when it is asked for.

The `gettext` of the standard library reads all of them first: of two thousand that is a fortieth of the time to the
first picture, which needs forty (decision 0006).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD: Final = Struct("<5I")
"""A mark, the version, how many messages there are, and where the tables of their ids and texts begin."""
_ENTRY: Final = Struct("<2I")
"""One row of a table: how many bytes, and where."""
_MARK: Final = 0x950412DE
_BETWEEN: Final = b"\0"
"""Stands between the singular and the plural of an id, and between the forms of a text."""
_RULE: Final = "plural="


class MessageFile:
    """The messages of one file, which is small and read whole. ValueError for one that is no catalogue."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        mark, _, self._count, self._ids, self._texts = _HEAD.unpack_from(self._data.ljust(_HEAD.size))
        if mark != _MARK:
            raise ValueError(f"{path.name} is no compiled catalogue")
        self._known: dict[str, tuple[str, ...]] = {}

    def text(self, message: str) -> str:
        """The translation of a message; the message itself where there is none."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def plural(self, singular: str, plural: str, count: int) -> str:
        """The form of a translation that belongs to this number; one of the two messages where there is none."""
        forms = self._forms(singular)
        if len(forms) < 2:
            return singular if count == 1 else plural
        return forms[self._form_of(count)]

    def _forms(self, message: str) -> tuple[str, ...]:
        """The forms of a translation, one for each of the language's numbers; none without one."""
        known = self._known.get(message)
        if known is None:
            known = self._known[message] = self._read(message.encode())
        return known

    def _read(self, wanted: bytes) -> tuple[str, ...]:
        """Find a message: ids are in the order of their bytes."""
        at = bisect_left(range(self._count), wanted, key=self._id)
        if at == self._count or self._id(at) != wanted:
            return ()
        return tuple(form.decode() for form in self._bytes(self._texts, at).split(_BETWEEN))

    def _id(self, number: int) -> bytes:
        return self._bytes(self._ids, number).partition(_BETWEEN)[0]

    def _bytes(self, table: int, number: int) -> bytes:
        size, start = _ENTRY.unpack_from(self._data, table + number * _ENTRY.size)
        return self._data[start : start + size]

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        """Which form a number has, by the rule of the language in the head of the catalogue."""
        from gettext import c2py

        _, _, rule = self.text("").partition(_RULE)
        return c2py(rule.partition(";")[0].partition("\n")[0])
