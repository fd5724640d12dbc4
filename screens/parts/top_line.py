"""`TopLine`: the title of a screen, and at the right the participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len

from screens.parts.drawn_lines import Run, StyledLines
from screens.parts.line_layout import fitted
from zlp_tui.text import one_line


class TopLine(StyledLines):
    """One line: a title, and at the right the first of several texts that fits (give the longest first)."""

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
        self._texts = one_line(title), tuple(map(one_line, right))

    def show(self, title: str, *right: str) -> None:
        """Show another title and other texts at the right, in place."""
        texts = one_line(title), tuple(map(one_line, right))
        if texts != self._texts:
            self._texts = texts
            self.changed()

    def lay_out(self, width: int) -> Sequence[tuple[Run, ...]]:
        """The line; where there is too little room the right side is left out before the title is cut."""
        title, texts = self._texts
        title = title if cell_len(title) <= width else fitted(title, width)
        room = width - cell_len(title) - 2
        right = next((text for text in texts if cell_len(text) <= room), "")
        if not right and texts and room > 12:
            right = fitted(texts[-1], room)
        space = max(0, width - cell_len(title) - cell_len(right))
        return [((title, "top-line--title"), (" " * space, ""), (right, "top-line--right"))]
