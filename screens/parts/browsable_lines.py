"""`BrowsableLines`: a page of a series, with the previous and the next one by the left and right arrows."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.early_keys import EarlyKeys
from screens.parts.long_lines import LongLines


class BrowsableLines(LongLines):
    """Lines to read. `turn` is called with -1 for the previous page and 1 for the next."""

    def __init__(self, early: EarlyKeys, turn: Callable[[int], None]) -> None:
        super().__init__(early, id="list")
        self._turn = turn

    def action_aside(self, by: int) -> None:
        """Go to the previous or the next page."""
        self._turn(by)

    def show_another(self) -> None:
        """Call this before the lines of another page are shown: they open at the first line, with the mark there."""
        self._begun, self._cells.at = False, None
