"""Writes text to standard output line by line: UTF-8 whatever the locale, every line flushed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from zlp_tui.plain.text_width import shown, wrapped


class LineWriter:
    """Writes wrapped lines to a byte stream. `echoes`: the terminal echoes the line feed that a user types."""

    def __init__(self, stream: BinaryIO, *, echoes: bool = False) -> None:
        self._stream = stream
        self._echoes = echoes

    def print(self, text: str = "", first: str = "", rest: str | None = None) -> None:
        """Write a text, wrapped, with `first` before its first line and `rest` before the others."""
        self.print_lines(wrapped(text, first, rest))

    def print_lines(self, lines: Iterable[str]) -> None:
        """Write lines that are already wrapped."""
        for line in lines:
            self._write(shown(line).rstrip() + "\n")

    def raw(self, text: str) -> None:
        """Write a text as it is, such as JSON."""
        self._write(text)

    def prompt(self, sign: str) -> None:
        """Write the prompt of an input line."""
        self._write(f"{sign} ")

    def end_prompt(self) -> None:
        """End the line of the prompt, unless the terminal echoed a line feed."""
        if not self._echoes:
            self._write("\n")

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", errors="replace"))
        self._stream.flush()
