"""`ReadingView`: paragraphs to read, which scroll if they do not fit."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from zlp_tui.conversation.ports.turn import Reading as ReadingInput


class ReadingView(LineList):
    """The paragraphs of a `Reading`. `read` is called on Enter, once all of it was in view."""

    PAGES = False
    DEFAULT_CSS = "ReadingView { height: 4; }"

    def __init__(self, early: EarlyKeys, *, read: Callable[[], None], id: str | None = None) -> None:
        super().__init__(early, id=id)
        self._read = read

    def choose(self) -> None:
        """Enter: report that it was read."""
        self._read()

    def read_on(self) -> bool:
        """Scroll to what was not in view yet; False where there is no more."""
        before = self._window.top
        if self.content_size.height:
            self.action_page(1)
        return self._window.top != before

    def put(self, reading: ReadingInput) -> None:
        """Show other paragraphs, with a blank line between them; quotes before them, with white around them."""
        lines: list[LineItem] = [LineItem(reading.heading)] if reading.heading else []
        for quote in reading.quotes:
            lines += [LineItem(""), LineItem(f"“{quote.text}”", by=quote.by, note=quote.note, look="strong")]
        if reading.quotes:
            lines.append(LineItem(""))
        for paragraph in reading.paragraphs:
            lines += [LineItem(""), LineItem(paragraph)] if lines else [LineItem(paragraph)]
        self.show(RowsSheet(tuple(lines)))
