"""`TopLine`: what we are looking at on the left, who sits at the table on the right."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from screens.parts.drawn_lines import DrawnLines
from screens.parts.line_layout import fitted
from zlp_tui.text import one_line


class TopLine(DrawnLines):
    """One line: a title, and at the right the most telling of several texts that fits (longest first)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top-line--title", "top-line--right"}
    DEFAULT_CSS = """
    TopLine {
        height: 1; padding: 0 1; background: $surface;
        & > .top-line--title { text-style: bold; }
        & > .top-line--right { color: $text-muted; }
    }
    """

    def __init__(self, title: str = "", *right: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = one_line(title)
        self._right = tuple(map(one_line, right))

    def show(self, title: str, *right: str) -> None:
        """Show another title and other texts at the right, in place."""
        shown = one_line(title), tuple(map(one_line, right))
        if shown != (self._title, self._right):
            self._title, self._right = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; the right side goes before the title does."""
        width = self.content_size.width
        left = self.look("top-line--title")
        right_style = self.look("top-line--right")
        title = self._title if cell_len(self._title) <= width else fitted(self._title, width)
        room = width - cell_len(title) - 2
        right = next((text for text in self._right if cell_len(text) <= room), "")
        if not right and self._right and room > 12:
            right = fitted(self._right[-1], room)
        space = max(0, width - cell_len(title) - cell_len(right))
        return Strip([Segment(title, left), Segment(" " * space, self.plain), Segment(right, right_style)])
