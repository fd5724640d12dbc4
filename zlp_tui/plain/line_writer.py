"""What is written line by line: UTF-8 whatever the locale, every line flushed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from zlp_tui.plain.text_width import shown, wrapped


class Out:
    """Writes wrapped lines to a byte stream. `echoes`: the terminal itself ends the line that a user types."""

    def __init__(self, stream: BinaryIO, *, echoes: bool = False) -> None:
        self._stream = stream
        self._echoes = echoes

    def say(self, text: str = "", first: str = "", rest: str | None = None) -> None:
        """Write a text, wrapped; `first` and `rest` begin its lines."""
        self.lines(wrapped(text, first, rest))

    def lines(self, lines: Iterable[str]) -> None:
        """Write lines that are wrapped already."""
        for line in lines:
            self._write(shown(line).rstrip() + "\n")

    def raw(self, text: str) -> None:
        """Write a text that is no prose, such as JSON, as it is."""
        self._write(text)

    def prompt(self, sign: str) -> None:
        """Write the sign where an answer is waited for."""
        self._write(f"{sign} ")

    def answered(self) -> None:
        """End the prompt's line, unless the terminal did so when the answer was typed."""
        if not self._echoes:
            self._write("\n")

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", errors="replace"))
        self._stream.flush()
