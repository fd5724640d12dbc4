"""For each option of a choice: what is fine and what is not, now and later (V76, V77)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import choice_of, option_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Reply, Words
from zlp_tui.conversation.telling.weighing_grids import grid_of
from zlp_tui.plan.tables import choices
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import ConsiderationSide, Term
from zlp_tui.script.schema import TitledQuestion, Weigh

CELLS: dict[str, tuple[ConsiderationSide, Term]] = {
    "for-short": ("for", "short"),
    "for-long": ("for", "long"),
    "against-short": ("against", "short"),
    "against-long": ("against", "long"),
}


@dataclass(frozen=True, slots=True)
class WeighStepHandler:
    """A `weigh` step; its parts are `option/for-short` and so on, option by option."""

    step: Weigh

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The four cells of each option of the choice."""
        return tuple(f"{option.id}/{cell}" for option in choice_of(context).options for cell in CELLS)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question of this cell, with the grid of all options."""
        option, cell = option_of(context), self._cell(context)
        question = self._question(cell)
        columns = [o.id for o in choice_of(context).options]
        at = list(CELLS).index(cell), columns.index(option.id)
        grid = grid_of(context, choice_of(context), self.step.weighing_titles, at)
        return StepQuestion(
            question,
            Words(),
            grid,
            heading=option.title,
            pictogram=question.pictogram,
            names=(("item", option.title),),
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a consideration in this cell."""
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        side, term = CELLS[self._cell(context)]
        return AnswerOutcome((choices.consider(act, option_of(context).id, side, term, words),), cut=words.was_cut)

    def settled(self, context: StepContext) -> bool:
        """Whether something stands in this cell."""
        side, term = CELLS[self._cell(context)]
        return any(c.side == side and c.term == term for c in option_of(context).considerations)

    def has_answer(self, context: StepContext) -> bool:
        """Whether something stands in this cell."""
        return self.settled(context)

    def _cell(self, context: StepContext) -> str:
        cell = (context.part or "").partition("/")[2]
        return cell if cell in CELLS else next(iter(CELLS))

    def _question(self, cell: str) -> TitledQuestion:
        return {
            "for-short": self.step.for_short,
            "for-long": self.step.for_long,
            "against-short": self.step.against_short,
            "against-long": self.step.against_long,
        }[cell]
