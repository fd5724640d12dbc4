"""`ChoicesSheet`: choices with a table of their options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.parts.line_layout import Cell, LineItem, RowsSheet
from screens.sheets.stacked_sheet import StackedSheet
from screens.steps.board_sheet import grid_sheet
from zlp_tui.conversation.ports.choice_words import QuestionLine
from zlp_tui.conversation.ports.turn import Grid
from zlp_tui.i18n import Catalogue


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


def question_items(line: QuestionLine, tr: Catalogue, *, chosen: bool = True) -> tuple[LineItem, ...]:
    """A question about a choice, that can be `chosen`, with its answer and from whom that was heard."""
    asked, answer = line.asked, line.answer
    question = LineItem(
        f"“{asked.text}”", asked.ref if chosen else None, by=asked.by, sign="✓" if answer else "", look="quote"
    )
    if answer is None:
        return (question,)
    heard = tr("from: “{words}”", words=line.heard_from) if line.heard_from else ""
    told = LineItem(f"“{answer.text}”", by=answer.by, intro=tr("We know now:"), note=heard, look="quote", indent=2)
    return (question, told)
