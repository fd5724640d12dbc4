"""Words of the program around the conversation: English message ids, a Dutch catalogue that is complete by test."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Final

DOMAIN: Final = "zlp_tui"
LITTLE_ENDIAN: Final = b"\xde\x12\x04\x95"
"""How a catalogue begins that was compiled as Babel does, on any machine."""


class CatalogueMissing(RuntimeError):
    """The compiled catalogue is not there: the set-up or the build did not make it (`make setup`)."""


class Catalogue:
    """Says messages in one language. Handed to whoever speaks to the user; there is no global one.

    `say("Saved")`, `say("Kept the first {count} characters", count=...)`. Values are put in as they are: they may hold
    what a user wrote, so the result is data and never markup.
    """

    def __init__(self, locale: str, directory: Path) -> None:
        file = directory / locale / "LC_MESSAGES" / f"{DOMAIN}.mo"
        try:
            self._said = _read(file.read_bytes())
        except (FileNotFoundError, struct.error) as missing:
            raise CatalogueMissing(f"no compiled catalogue for {locale} in {directory}; run `make setup`") from missing
        self.locale = locale

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in the user's language, with its `{named}` places filled."""
        said = self._said.get(message.encode())
        words = message if said is None else said.partition(b"\0")[0].decode()
        return words.format(**values) if values else words

    def plural(self, one: str, more: str, count: int, /, **values: object) -> str:
        """The form of the message that goes with `count`, which fills `{count}`."""
        said = self._said.get(one.encode())
        words = (one if count == 1 else more) if said is None else said.decode().split("\0")[self._form(count)]
        return words.format(count=count, **values)

    @cached_property
    def _form(self) -> Callable[[int], int]:
        """Which form a number takes, by the rule that the catalogue has for its language."""
        from gettext import c2py  # not for the first picture

        _, _, rule = self._said[b""].decode().partition("plural=")
        return c2py(rule.partition(";")[0].strip())


def _read(file: bytes) -> dict[bytes, bytes]:
    """What a compiled catalogue says for each message; stdlib's `gettext` takes ten times as long, at every start.

    The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
    """
    if not file.startswith(LITTLE_ENDIAN):
        raise struct.error("not a compiled catalogue")
    count, ids, texts = struct.unpack_from("<III", file, 8)
    places = zip(_places(file, ids, count), _places(file, texts, count), strict=True)
    return {file[at : at + length].partition(b"\0")[0]: file[to : to + size] for (length, at), (size, to) in places}


def _places(file: bytes, at: int, count: int) -> list[tuple[int, int]]:
    """The length and the place of each text that a table in the file names."""
    numbers = struct.unpack_from(f"<{2 * count}I", file, at)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def message(text: str, /) -> str:
    """Marks a message that is said later, so that it is gathered into the catalogue (`tools/messages.py`)."""
    return text
