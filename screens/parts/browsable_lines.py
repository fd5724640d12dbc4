"""`TurningLines`: something to read of which there is one before and one after; the arrows aside go to those."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.long_lines import LongLines


class BrowsableLines(LongLines):
    """Lines to read; left is the one before, right the one after."""

    def __init__(self, turn: Callable[[int], None]) -> None:
        super().__init__(id="list")
        self._turn = turn

    def action_aside(self, by: int) -> None:
        """The one before or after."""
        self._turn(by)

    def show_another(self) -> None:
        """What is shown next is another one: it opens at its first line, with the mark there too."""
        self._begun, self._at = False, None
