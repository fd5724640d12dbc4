"""Writes text to standard output line by line: UTF-8 whatever the locale, every line flushed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from zlp_tui.plain.pages.text_width import COLUMNS, shown, wrapped

if TYPE_CHECKING:
    from zlp_tui.plain.pages.text_page import TextPage


class LineWriter:
    """Writes wrapped lines to a byte stream. `echoes`: the terminal echoes the line feed that a user types.

    `columns` gives the width of the lines at the moment, at most `COLUMNS`; it is asked for each text that is written,
    because a window can get another size.
    """

    def __init__(self, stream: BinaryIO, *, echoes: bool = False, columns: Callable[[], int] = lambda: COLUMNS) -> None:
        self._stream = stream
        self._echoes = echoes
        self._columns = columns

    def print(self, text: str = "", first: str = "", rest: str | None = None) -> None:
        """Write a text, wrapped, with `first` before its first line and `rest` before the others."""
        for line in wrapped(text, first, rest, self._columns()):
            self._write(shown(line).rstrip() + "\n")

    def print_page(self, page: TextPage, *, whole: bool = False) -> None:
        """Write a page; its long lists whole, or the first or last few of them."""
        for paragraph in page.told(whole=whole):
            self.print(paragraph.text, paragraph.first, paragraph.rest)

    def raw(self, text: str) -> None:
        """Write a text as it is, such as JSON."""
        self._write(text)

    def content(self, content: bytes) -> None:
        """Write the bytes of a file."""
        self._stream.write(content)
        self._stream.flush()

    def prompt(self, sign: str) -> None:
        """Write the prompt of an input line."""
        self._write(f"{sign} ")

    def end_prompt(self) -> None:
        """End the line of the prompt, unless the terminal echoed a line feed."""
        if not self._echoes:
            self._write("\n")

    def _write(self, text: str) -> None:
        self.content(text.encode("utf-8", errors="replace"))
