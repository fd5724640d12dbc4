"""Base classes of widgets that draw their own lines of text, laid out once per width."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Final, Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.strip import Strip

from screens.textual_overrides._textual import LazyStyles

USUAL_WIDTH: Final = 72
"""The width that is assumed before the widget has a size."""

LineT = TypeVar("LineT")
Run = tuple[str, str]
"""A text, and the component class that styles it; an empty name stands for the widget's own style."""


class DrawnLines(LazyStyles, Generic[LineT]):
    """A widget whose lines follow from its content and its width.

    A subclass implements `lay_out` and `draw`, and calls `changed` when its content changes. The lines are cached until
    then, for the width that was asked for last.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[LineT] = ()
        self._width = -1

    @abstractmethod
    def lay_out(self, width: int) -> Sequence[LineT]:
        """The lines in `width` columns, from top to bottom."""

    @abstractmethod
    def draw(self, line: LineT, width: int) -> Iterable[Segment]:
        """The segments of one line; it is padded to `width` columns."""

    def lines(self, width: int | None = None) -> Sequence[LineT]:
        """The lines in `width` columns, by default as wide as the widget is."""
        if width is None:
            width = self.content_size.width or USUAL_WIDTH
        if width != self._width:
            self._width, self._lines = width, self.lay_out(width)
        return self._lines

    def lines_in(self, width: int) -> int:
        """How many lines it takes in `width` columns."""
        return len(self.lines(width))

    def changed(self) -> None:
        """Draw the new content; the screen is laid out again only when it takes another number of lines."""
        before, self._width = len(self._lines), -1
        self.refresh(layout=len(self.lines()) != before and self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines, for `height: auto`."""
        return max(1, self.lines_in(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line, blank below the last one."""
        width = self.content_size.width
        lines = self.lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.plain)
        return Strip(self.draw(lines[y], width)).adjust_cell_length(width, self.plain)

    def put_caret(self, x: int, y: int) -> None:
        """Put the terminal's cursor on a place of the content, if the widget has the focus.

        Screen readers and magnifiers follow that cursor.
        """
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + Offset(x, y)


class StyledLines(DrawnLines[tuple[Run, ...]]):
    """Lines that are runs of text, each with a component class."""

    def draw(self, line: tuple[Run, ...], width: int) -> Iterable[Segment]:
        """A segment for each run."""
        return [Segment(text, self.component_style(name) if name else self.plain) for text, name in line]
