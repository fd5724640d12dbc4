"""`LongLines`: a list for reading what is longer than the window. It opens at its first line."""

from __future__ import annotations

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import Sheet
from screens.parts.line_list import LineList

KEPT = 2
"""Lines of a page that are repeated on the next one."""


class LongLines(LineList):
    """A list that scrolls before it selects: the mark never moves to a cell that was not in view.

    Arrows scroll line by line until a cell to choose is in view; a page key marks the first one that is.
    """

    def __init__(self, early: EarlyKeys, sheet: Sheet | None = None, *, id: str | None = None) -> None:
        super().__init__(early, sheet, id=id)
        self._begun = False

    @property
    def _end(self) -> int:
        """The first row below the window."""
        return self._top + max(1, self.content_size.height)

    def _sees(self, index: int | None) -> bool:
        """Whether a part of this cell is in the window."""
        return index is not None and self._cells[index].y < self._end and self._cells[index].bottom > self._top

    def _reveal(self) -> None:
        if self._begun:
            super()._reveal()
        else:
            self._to_line(self._top)
            self._carry_caret()

    def _carry_caret(self) -> None:
        """Put the cursor at the mark if that is in the window, else at the first line."""
        at = self._cells[self._at] if self._at is not None and self._sees(self._at) else None
        self.put_caret(at.x if at else 0, max(0, at.y - self._top) if at else 0)

    def action_move(self, by: int) -> None:
        """Mark the next cell; scroll one line while more of the marked one is out of view."""
        self._begun = True
        here = self._cells[self._at] if self._at is not None else None
        if here is None or not self._sees(self._at):
            self._to_line(self._top + by)
            self._mark_in_view(last=by < 0)
        elif here.bottom > self._end if by > 0 else here.y < self._top:
            self._to_line(self._top + by)
            self._carry_caret()
        else:
            super().action_move(by)

    def action_page(self, by: int) -> None:
        """Scroll a page."""
        self._begun = True
        self._to_line(self._top + by * max(1, self.content_size.height - KEPT))
        self._mark_in_view(last=by < 0)

    def _mark_in_view(self, *, last: bool) -> None:
        """Mark a cell that is in the window, if there is one."""
        seen = [index for index in self._selectable if self._top <= self._cells[index].y < self._end]
        if seen and self._at not in seen:
            self._at = seen[-1] if last else seen[0]
            self.refresh()
        self._carry_caret()

    def action_end(self, which: int) -> None:
        """Mark the first or the last cell."""
        self._begun = True
        super().action_end(which)

    def choose(self) -> None:
        """Choose the marked cell; if that is out of view, only scroll back to it."""
        self._begun = True
        if self._sees(self._at):
            super().choose()
        else:
            self._reveal()
