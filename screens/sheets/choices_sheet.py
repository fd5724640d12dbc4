"""`ChoicesSheet`: choices with a table of their options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.parts.line_layout import Cell, LineItem, RowsSheet
from screens.sheets.stacked_sheet import StackedSheet
from screens.steps.board_sheet import grid_sheet
from zlp_tui.conversation.turn import Grid


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """The content of one choice; `decides` tells who decides, `below` stands under the grid."""

    ref: str
    question: str
    by: str
    decides: str
    grid: Grid
    below: tuple[LineItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoicesSheet:
    """Each choice as a heading that can be chosen, with its grid and further items under it."""

    choices: Sequence[ChoiceShown]

    def cells(self, width: int) -> list[Cell]:
        """The choices under each other."""
        return StackedSheet(tuple(map(_pile, self.choices)), gap=2).cells(width)


def _pile(choice: ChoiceShown) -> StackedSheet:
    question = LineItem(choice.question, choice.ref, by=choice.by, note=choice.decides, look="here")
    below = (RowsSheet(choice.below),) if choice.below else ()
    return StackedSheet((RowsSheet((question,)), grid_sheet(choice.grid, "")._replace(gap=1), *below))
