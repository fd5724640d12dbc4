"""`LongLines`: something to read that is longer than the window. It opens at its first line, whatever can be chosen."""

from __future__ import annotations

from screens.parts.line_layout import Sheet
from screens.parts.line_list import LineList

KEPT = 2
"""Lines of the page before that stand on the next page as well."""


class LongLines(LineList):
    """Lines to read. The mark never takes the page along to where nobody has read yet.

    Arrows read on line by line until something to choose is in view; a page key marks the first thing that is.
    """

    def __init__(self, sheet: Sheet | None = None, *, id: str | None = None) -> None:
        super().__init__(sheet, id=id)
        self._begun = False

    @property
    def _end(self) -> int:
        """The first row under the window."""
        return self._top + max(1, self.content_size.height)

    def _sees(self, index: int | None) -> bool:
        """Whether some of it is in the window."""
        return index is not None and self._cells[index].y < self._end and self._cells[index].bottom > self._top

    def _reveal(self) -> None:
        if self._begun:
            super()._reveal()
        else:
            self._to_line(self._top)
            self._carry_caret()

    def _carry_caret(self) -> None:
        """The terminal's cursor stands at the mark, where that is in the window; else at the first line."""
        at = self._cells[self._at] if self._at is not None and self._sees(self._at) else None
        self.put_caret(at.x if at else 0, max(0, at.y - self._top) if at else 0)

    def action_move(self, by: int) -> None:
        """The next thing to choose; while more of this one is to be read, the next line."""
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
        """A page on, or back."""
        self._begun = True
        self._to_line(self._top + by * max(1, self.content_size.height - KEPT))
        self._mark_in_view(last=by < 0)

    def _mark_in_view(self, *, last: bool) -> None:
        """Put the mark on something that is in the window, if there is anything."""
        seen = [index for index in self._selectable if self._top <= self._cells[index].y < self._end]
        if seen and self._at not in seen:
            self._at = seen[-1] if last else seen[0]
            self.post_message(self.Moved(self, self.marked))
            self.refresh()
        self._carry_caret()

    def action_end(self, which: int) -> None:
        """The first or the last line."""
        self._begun = True
        super().action_end(which)

    def action_choose(self) -> None:
        """Choose what is marked; where that is not in view, come back to it first."""
        self._begun = True
        if self._sees(self._at):
            super().action_choose()
        else:
            self._reveal()
