"""`ScrollWindow`: which lines of a list that is longer than its widget are in view."""

from __future__ import annotations

from screens.parts.line_layout import Cell


class ScrollWindow:
    """A window on lines, by the number of its first line. `page` is how many lines fit in it."""

    def __init__(self) -> None:
        self.top = 0

    def to_line(self, top: int, page: int, lines: int) -> bool:
        """Scroll to a line, as far as there are lines; whether that moved the window."""
        before, self.top = self.top, max(0, min(top, lines - page))
        return self.top != before

    def holds(self, cell: Cell, page: int) -> bool:
        """Whether all of a cell is in view."""
        return self.top <= cell.y and cell.bottom <= self.top + page

    def top_for(self, cell: Cell, page: int) -> int:
        """The line to scroll to so that a cell is in view, with the heading above it if that fits."""
        if cell.y < self.top + 1:
            return cell.y - 1 if cell.y > 1 else 0
        if cell.bottom > self.top + page:
            return min(cell.y, cell.bottom - page)
        return self.top

    def thumb(self, page: int, lines: int) -> range:
        """The lines of the window at which a scrollbar shows its thumb; none where all lines fit."""
        if lines <= page:
            return range(0)
        size = max(1, page * page // lines)
        start = self.top * (page - size) // max(1, lines - page)
        return range(start, start + size)
