"""Lines of a terminal at which somebody sits, until nobody does: then `WentIdle` (decision 0057).

A terminal gives whole lines, so nobody knows whether somebody is typing one. What stands there of a line is looked at
only once the time is nearly over: then it is announced, and any key after that keeps the screen open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from zlp_tui.idle_watch import IdleWatch
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.typed.stdin_reader import LineSource

OFTEN: Final = 1.0
"""Seconds between two looks how long nobody typed a line, and whether the computer slept."""


class WentIdle(Exception):
    """Nobody was at the terminal for so long that its screen is to be locked."""


class TypedLines(LineSource, Protocol):
    """Lines of which the one that is being typed can be looked at."""

    def line_comes(self, seconds: float) -> bool:
        """Whether there is a line, or the end of all, within so many seconds."""

    def take_typed(self) -> bool:
        """Have what was typed of a line that has no end yet; whether there was any since the last time."""

    def drop(self) -> None:
        """Forget what was read and not given out."""


class WatchedLines:
    """The same lines. `wish` gives the minutes that the client wants. `told` says that the screen is locked soon; what
    was typed of a line is shown again after it."""

    def __init__(
        self, lines: TypedLines, watch: IdleWatch, out: LineWriter, told: Callable[[], str], *,
        wish: Callable[[], int | None] = lambda: None, shows: bool = True,
    ) -> None:
        self._lines = lines
        self._watch = watch
        self._out = out
        self._told = told
        self._wish = wish
        self._shows = shows

    def unshown(self) -> WatchedLines:
        """The same lines, of which nothing is shown again: what is typed may be a passphrase."""
        return WatchedLines(self._lines, self._watch, self._out, self._told, wish=self._wish, shows=False)

    def begin(self) -> None:
        """From now on it counts."""
        self._watch.begin()

    def next(self) -> str | None:
        """The next line; None at the end. An empty one after the announcement only answers that. `WentIdle`."""
        self._watch.touched()
        self._watch.wished(self._wish())
        announced = waits = False
        while True:
            while not self._lines.line_comes(OFTEN):
                waits = self._look(waits=waits)
                announced = announced or waits
            if self._watch.state() == "lock":  # the key that wakes a computer reaches nothing of the plan
                raise WentIdle
            line = self._lines.next()
            if not announced or line is None or line.strip():
                return line
            self._watch.touched()
            announced = waits = False
            self._out.end_prompt()
            self._out.prompt(">")

    def unfinished(self) -> str:
        """What was read after the last line."""
        return self._lines.unfinished()

    def drop(self) -> None:
        """Forget what was read and not given out."""
        self._lines.drop()

    def _look(self, *, waits: bool) -> bool:
        """Do what is to be done by now; whether it was announced and nobody answered yet."""
        state = self._watch.state()
        if state == "lock":
            self._lines.take_typed()
            raise WentIdle
        if not state:
            return False
        typed = self._lines.take_typed()
        if waits and typed:
            self._watch.touched()
            return False
        if not waits:
            self._out.print()
            self._out.print(self._told())
            self._out.prompt(f"> {self._lines.unfinished()}".rstrip() if self._shows else ">")
        return True
