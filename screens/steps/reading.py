"""`Reading`: paragraphs to read together. Arrows and the wheel scroll when there is more than fits."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.lines import Lines
from screens.parts.sheet import Line, Rows
from zlp_tui.conversation.ports.turn import Reading as ReadingInput


class Reading(Lines):
    """The paragraphs of a `Reading`, with white between them."""

    DEFAULT_CSS = "Reading { height: 4; }"

    def __init__(self, *, read: Callable[[], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._read = read

    def action_choose(self) -> None:
        """Enter: read, go on."""
        self._read()

    def put(self, reading: ReadingInput) -> None:
        """Show other paragraphs in place."""
        lines: list[Line] = []
        for paragraph in reading.paragraphs:
            lines += [Line(""), Line(paragraph)] if lines else [Line(paragraph)]
        self.show(Rows(tuple(lines)))
