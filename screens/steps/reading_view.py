"""`Reading`: paragraphs to read together. Arrows and the wheel scroll when there is more than fits."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from zlp_tui.conversation.turn import Reading as ReadingInput


class ReadingView(LineList):
    """The paragraphs of a `Reading`, with white between them."""

    DEFAULT_CSS = "ReadingView { height: 4; }"

    def __init__(self, *, read: Callable[[], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._read = read

    def action_choose(self) -> None:
        """Enter: read, go on."""
        self._read()

    def put(self, reading: ReadingInput) -> None:
        """Show other paragraphs in place."""
        lines: list[LineItem] = []
        for paragraph in reading.paragraphs:
            lines += [LineItem(""), LineItem(paragraph)] if lines else [LineItem(paragraph)]
        self.show(RowsSheet(tuple(lines)))
