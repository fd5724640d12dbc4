"""Choices on the table, each with its options beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.parts.sheet import Cell, Line, Rows
from screens.sheets.pile import Pile
from screens.steps.boards import grid_sheet
from zlp_tui.conversation.ports.turn import Grid


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """A choice: its question to choose, who decides, the grid, and below it what was said about choosing."""

    ref: str
    question: str
    by: str
    decides: str
    grid: Grid
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Each choice as a heading to choose, with its grid under it, and what the client finds important below that."""

    choices: Sequence[ChoiceShown]

    def cells(self, width: int) -> list[Cell]:
        """All choices under each other."""
        return Pile(tuple(map(_pile, self.choices)), gap=2).cells(width)


def _pile(choice: ChoiceShown) -> Pile:
    question = Line(choice.question, choice.ref, by=choice.by, note=choice.decides, look="here")
    below = (Rows(choice.below),) if choice.below else ()
    return Pile((Rows((question,)), grid_sheet(choice.grid, "")._replace(gap=1), *below))
