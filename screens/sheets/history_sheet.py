"""`HistorySheet`: the changes of a line of the plan: who, when, and the text before and after (L97)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from zlp_tui.conversation.living import HistoryLine


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """The changes by day. `was` and `is_` introduce the text before and after."""

    lines: Sequence[HistoryLine]
    was: str
    is_: str

    def cells(self, width: int) -> list[Cell]:
        """None of these cells can be chosen."""
        cells: list[Cell] = []
        for day, changes in groupby(self.lines, key=lambda line: line.on):
            cells += stacked([LineItem(day, look="here")], 0, height_of(cells) + (1 if cells else 0), width)
            for number, change in enumerate(changes):
                cells += stacked(self._change(change), 0, height_of(cells) + (1 if number else 0), width)
        return cells

    def _change(self, change: HistoryLine) -> list[LineItem]:
        both = ((self.was, change.before), (self.is_, change.after))
        only = sum(text is not None for _, text in both) == 1
        return [
            LineItem(change.what, by=change.by, look="strong"),
            *(
                LineItem(
                    f"“{text}”" if change.own_words else text, intro="" if only else intro, indent=2,
                    look="quote" if change.own_words else "text",
                )
                for intro, text in both if text is not None
            ),
        ]
