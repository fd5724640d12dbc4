"""Lines on a real pipe, each typed when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator

from zlp_tui.plain.typed.stdin_reader import StdinReader


class Pipe:
    """A pipe on which each line is typed when it is asked for, and closed after the last one."""

    def __init__(self, lines: Iterator[str | bytes]) -> None:
        self._lines = lines
        reading, self._writing = os.pipe()
        self._reader = StdinReader(reading)
        self._open = [reading, self._writing]

    def next(self) -> str | None:
        """The next line, after it was typed."""
        line = next(self._lines, None)
        if line is None:
            self._close(self._writing)
        else:
            os.write(self._writing, (line.encode() if isinstance(line, str) else line) + b"\n")
        return self._reader.next()

    def unfinished(self) -> str:
        """What was typed after the last whole line."""
        return self._reader.unfinished()

    def close(self) -> None:
        """Close both ends."""
        for end in tuple(self._open):
            self._close(end)

    def _close(self, end: int) -> None:
        if end in self._open:
            self._open.remove(end)
            os.close(end)
