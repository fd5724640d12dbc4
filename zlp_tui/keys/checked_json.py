"""The form of files of keys: JSON with its format, its version, and a checksum that tells damage.

The checksum is no secret and keeps nobody from editing: what must not be edited is authenticated by a key. It tells a
damaged file apart from a wrong passphrase, which look the same to whoever tries to open a lock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from zlp_tui.errors import KeysDamaged, StoreNewer
from zlp_tui.keys.atomic_file import damaged, read_bounded, write_whole

VERSION: Final = 1


class Fields:
    """The fields of one JSON object of a file. Whatever is not as it must be is `KeysDamaged`."""

    def __init__(self, fields: object, file: str) -> None:
        self._file = file
        if not isinstance(fields, dict):
            raise self.wrong()
        self._fields: Mapping[str, object] = fields

    def wrong(self) -> KeysDamaged:
        """The error for a field that cannot be."""
        return damaged(self._file)

    def text(self, name: str, limit: int = 200) -> str:
        """A text that is not empty and no longer than `limit`."""
        value = self._fields.get(name)
        if not isinstance(value, str) or not 0 < len(value) <= limit:
            raise self.wrong()
        return value

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong()
        return value

    def binary(self, name: str, size: int) -> bytes:
        """Exactly `size` bytes, written in hexadecimal."""
        text = self.text(name, 2 * size)
        try:
            value = bytes.fromhex(text)
        except ValueError:
            raise self.wrong() from None
        if len(value) != size or value.hex() != text:
            raise self.wrong()
        return value

    def id(self, name: str) -> str:
        """A UUID in its usual form: it is safe in the name of a file."""
        text = self.text(name, 36)
        try:
            usual = str(UUID(text))
        except ValueError:
            raise self.wrong() from None
        if usual != text:
            raise self.wrong()
        return text

    def objects(self, name: str, most: int) -> tuple[Fields, ...]:
        """A list of at most `most` objects."""
        value = self._fields.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise self.wrong()
        return tuple(Fields(each, self._file) for each in value)

    def are_whole(self) -> bool:
        """Whether the checksum is that of the other fields."""
        return self._fields.get("check") == _checksum(self._fields)


def read_checked(path: Path, form: str) -> Fields | None:
    """The fields of a file of this format; None when there is no file.

    `KeysDamaged` for one that is damaged or of another format, `StoreNewer` for one of a later program.
    """
    content = read_bounded(path)
    return None if content is None else checked(content, path.name, form)


def checked(content: bytes, name: str, form: str) -> Fields:
    """The fields in the content of a file of this name; errors as of `read_checked`."""
    try:
        loaded: object = json.loads(content.decode("ascii"))
    except (ValueError, RecursionError):
        loaded = None
    fields = Fields(loaded, name)
    if fields.text("format") != form:
        raise fields.wrong()
    version = fields.number("version", 1, 1_000_000)
    if version > VERSION:
        raise StoreNewer(
            "{file} was made by a newer zlp (version {version}). Please update this one.", file=name, version=version,
        )
    if not fields.are_whole():
        raise fields.wrong()
    return fields


def write_checked(path: Path, form: str, fields: Mapping[str, object]) -> None:
    """Put a file of this format in its place, whole or not at all."""
    write_whole(path, checked_content(form, fields))


def checked_content(form: str, fields: Mapping[str, object]) -> bytes:
    """What stands in a file of this format."""
    whole = {"format": form, "version": VERSION, **fields}
    text = json.dumps({**whole, "check": _checksum(whole)}, indent=1)
    return f"{text}\n".encode("ascii")


def _checksum(fields: Mapping[str, object]) -> str:
    others = {name: value for name, value in fields.items() if name != "check"}
    plain = json.dumps(others, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(plain.encode("ascii"), digest_size=16).hexdigest()
