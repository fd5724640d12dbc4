"""For each option of a choice: what is fine about it and what is not (V76); now or later can be said after it (V77)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.asking.context_lookup import choice_of, option_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.weighed_enough import is_weighed_enough, weigh_again
from zlp_tui.conversation.ports.turn import Reply, Words
from zlp_tui.conversation.telling.deciders import other_decides
from zlp_tui.conversation.telling.overviews.weighing_grids import grid_of, in_order
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import choices
from zlp_tui.plan.view import Consideration, ConsiderationSide
from zlp_tui.script.question_models import TitledQuestion
from zlp_tui.script.steps.support_models import Weigh

SIDES: Final[Mapping[str, ConsiderationSide]] = {"for": "for", "against": "against"}


@dataclass(frozen=True, slots=True)
class WeighStepHandler:
    """A `weigh` step; its parts are `option/for` and `option/against`, option by option, the client's own first."""

    step: Weigh

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The two sides of each option of the choice; none where somebody else decides and nothing was weighed."""
        options = in_order(context, choice_of(context))
        if other_decides(context.view, choice_of(context)) and not any(o.considerations for o in options):
            return ()
        return tuple(f"{option.id}/{side}" for option in options for side in SIDES)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question of this side, with the grid of all options."""
        option, side = option_of(context), self._side(context)
        question = self._question(side)
        columns = [o.id for o in in_order(context, choice_of(context))]
        at = list(SIDES).index(side), columns.index(option.id)
        grid = grid_of(context, choice_of(context), self.step.weighing_titles, at)
        said = [c for c in self._said(context) if c.voice.id == context.voice.id and c.id in context.new_here]
        return StepQuestion(
            question,
            Words(),
            grid,
            heading=option.title,
            pictogram=question.pictogram,
            names=(("item", option.title),),
            weighs=True,
            last_reason=said[-1].id if said else None,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a consideration on this side; nobody said yet whether it is for now or for later."""
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        weigh_again(context, act)
        made = choices.consider(act, option_of(context).id, SIDES[self._side(context)], None, words)
        return AnswerOutcome((made,), cut=words.was_cut)

    def settled(self, context: StepContext) -> bool:
        """Whether something stands on this side, or enough was weighed."""
        return bool(self._said(context)) or is_weighed_enough(context)

    def has_answer(self, context: StepContext) -> bool:
        """Whether something stands on this side, or enough was weighed."""
        return self.settled(context)

    def _said(self, context: StepContext) -> list[Consideration]:
        return [c for c in option_of(context).considerations if c.side == SIDES[self._side(context)]]

    def _side(self, context: StepContext) -> str:
        side = (context.part or "").partition("/")[2]
        return side if side in SIDES else next(iter(SIDES))

    def _question(self, side: str) -> TitledQuestion:
        return {"for": self.step.good, "against": self.step.bad}[side]
