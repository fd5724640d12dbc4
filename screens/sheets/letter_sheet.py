"""`LetterSheet`: the plan as a letter: titles, introductions and quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.conversation.ports.turn import Quote

_COLUMN = 72


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """A letter in one column; every quote can be chosen."""

    parts: Sequence[LetterPart]

    def cells(self, width: int) -> list[Cell]:
        """The paragraphs under each other."""
        cells: list[Cell] = []
        for gap, lines in self._paragraphs():
            y = height_of(cells) + (gap if cells else 0)
            cells += stacked(lines, 0, y, min(width, _COLUMN))
        return cells

    def _paragraphs(self) -> Iterator[tuple[int, list[LineItem]]]:
        """The items of each paragraph, with the number of blank lines above it."""
        after_title = False
        for part in self.parts:
            chapter = part.level == 1
            yield (1 if after_title else 2), [LineItem(part.title, look="here" if chapter else "strong")]
            after_title = True
            for number, line in enumerate(part.lines):
                intro = [LineItem(line.intro, look="intro")] if line.intro else []
                yield (1 if number else 0), [*intro, *map(self._quoted, line.quotes)]
                after_title = False

    def _quoted(self, quote: Quote) -> LineItem:
        return quote_line(quote)._replace(indent=2)
