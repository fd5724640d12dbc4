"""Reads standard input line by line; invalid bytes become U+FFFD."""

from __future__ import annotations

import os
import select
import sys
from typing import Final, Protocol

_CHUNK: Final = 65_536


class LineSource(Protocol):
    """Where plain mode gets its lines from."""

    def next(self) -> str | None:
        """The next line without its end, or None when there is no more."""

    def unfinished(self) -> str:
        """What was read after the last complete line."""


class StdinReader:
    """Reads lines from a file descriptor. A line that is not complete yet can be read with `unfinished`."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = bytearray()
        self._ended = False
        self.came = False
        """Whether anything was read at all."""

    def next(self) -> str | None:
        """The next line without its end, or None when there is no more. The last line needs no line feed."""
        looked_at = 0
        while (at := self._held.find(b"\n", looked_at)) < 0:
            looked_at = len(self._held)
            if not self._more():
                return self._rest()
        line = bytes(self._held[:at])
        del self._held[: at + 1]
        return _text(line)

    def nothing_comes(self) -> bool:
        """Whether the input is known to be empty. Never blocks."""
        if self.came or self._ended:
            return not self.came
        try:
            ready, _, _ = select.select([self._descriptor], [], [], 0)
        except (OSError, ValueError):
            return False
        return bool(ready) and not self._more() and not self.came

    def line_comes(self, seconds: float) -> bool:
        """Whether there is a line, or the end of all, within so many seconds."""
        if not self._has_line():
            ready, _, _ = select.select([self._descriptor], [], [], seconds)
            if ready:
                self._more()
        return self._has_line()

    def _has_line(self) -> bool:
        return self._ended or b"\n" in self._held

    def take_typed(self) -> bool:
        """Have what was typed at a terminal of a line that has no end yet; whether there was any since the last time.

        From then on that can no longer be rubbed out there. Nothing where it cannot be had (Windows).
        """
        if sys.platform == "win32" or not os.isatty(self._descriptor):
            return False
        import termios

        usual, at_once = termios.tcgetattr(self._descriptor), termios.tcgetattr(self._descriptor)
        at_once[3] &= ~termios.ICANON
        at_once[6][termios.VMIN], at_once[6][termios.VTIME] = 0, 0
        termios.tcsetattr(self._descriptor, termios.TCSANOW, at_once)
        try:
            typed = os.read(self._descriptor, _CHUNK)
        except OSError:
            typed = b""
        finally:
            termios.tcsetattr(self._descriptor, termios.TCSANOW, usual)
        self._held += typed
        return bool(typed)

    def drop(self) -> None:
        """Forget what was read and not given out."""
        self._held.clear()

    def unfinished(self) -> str:
        """What was read after the last complete line."""
        return _text(bytes(self._held))

    def _more(self) -> bool:
        if self._ended:
            return False
        try:
            chunk = os.read(self._descriptor, _CHUNK)
        except OSError:
            chunk = b""  # a terminal that has gone says so with an error
        self._ended = not chunk
        self.came = self.came or bool(chunk)
        self._held += chunk
        return bool(chunk)

    def _rest(self) -> str | None:
        if not self._held:
            return None
        rest = _text(bytes(self._held))
        self._held.clear()
        return rest


def _text(line: bytes) -> str:
    return line.removesuffix(b"\r").decode("utf-8", errors="replace")
