"""`LongLines`: a list for reading what is longer than the window. It opens at its first line."""

from __future__ import annotations

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import Sheet
from screens.parts.line_list import LineList


class LongLines(LineList):
    """A list that scrolls before it selects: the mark never moves to a cell that was not in view.

    Arrows scroll line by line until a cell to choose is in view; a page key marks the first one that is.
    """

    PAGES = False

    def __init__(self, early: EarlyKeys, sheet: Sheet | None = None, *, id: str | None = None) -> None:
        super().__init__(early, sheet, id=id)
        self._begun = False

    def _reveal(self) -> None:
        if self._begun:
            super()._reveal()
        else:
            self._to_line(self._window.top)
            self._carry_caret()

    def action_move(self, by: int) -> None:
        """Mark the next cell; scroll one line while more of the marked one is out of view."""
        self._begun = True
        here = self._cells.marked
        if here is None or not self._sees(here):
            self._to_line(self._window.top + by)
            self._mark_in_view(last=by < 0)
        elif here.bottom > self._end if by > 0 else here.y < self._window.top:
            self._to_line(self._window.top + by)
            self._carry_caret()
        else:
            super().action_move(by)

    def action_page(self, by: int) -> None:
        """Scroll a page."""
        self._begun = True
        super().action_page(by)

    def action_end(self, which: int) -> None:
        """Mark the first or the last cell."""
        self._begun = True
        super().action_end(which)

    def choose(self) -> None:
        """Choose the marked cell; if that is out of view, only scroll back to it."""
        self._begun = True
        if self._sees(self._cells.marked):
            super().choose()
        else:
            self._reveal()
