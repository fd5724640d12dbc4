"""`ReadingView`: paragraphs to read, which scroll if they do not fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet, height_of
from screens.parts.line_list import LineList
from screens.sheets.help_sheet import BULLET
from zlp_tui.conversation.ports.turn import Reading as ReadingInput

WHITE: Final = LineItem("")


class ReadingView(LineList):
    """The paragraphs of a `Reading`. `read` is called on Enter, once all of it was in view."""

    PAGES = False
    DEFAULT_CSS = "ReadingView { height: 4; }"

    def __init__(self, early: EarlyKeys, *, read: Callable[[], None], id: str | None = None) -> None:
        super().__init__(early, id=id)
        self._read = read
        self._roomy = self._close = RowsSheet(())

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
        """Show other paragraphs, with a blank line between them; quotes before them, with white around them. `fit`
        may put a sign before each instead."""
        heading = (LineItem(reading.heading),) if reading.heading else ()
        quotes = tuple(
            LineItem(f"“{quote.text}”", by=quote.by, note=quote.note, look="strong") for quote in reading.quotes
        )
        roomy = [*heading, *(line for quote in quotes for line in (WHITE, quote)), *((WHITE,) if quotes else ())]
        for paragraph in reading.paragraphs:
            roomy += [WHITE, LineItem(paragraph)] if roomy else [LineItem(paragraph)]
        was_close = self._sheet is self._close
        self._roomy = RowsSheet(tuple(roomy))
        told = (LineItem(paragraph, sign=BULLET) for paragraph in reading.paragraphs)
        self._close = RowsSheet((*heading, *quotes, *told))
        self.show(self._close if was_close else self._roomy)

    def fit(self, width: int, most: int) -> None:
        """Set the height. Where all is seen at once without the white lines, and else not, they are left out."""
        roomy, close = (height_of(sheet.cells(max(12, width - 1))) for sheet in (self._roomy, self._close))
        sheet = self._close if close <= most < roomy else self._roomy
        if sheet is not self._sheet:
            self.show(sheet)
        super().fit(width, most)
