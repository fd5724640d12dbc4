"""When and how often an agreement is kept, and small, concrete steps of it, each with its own when (V127).

What was said of the agreement as a whole is kept as one step in the words of the agreement.
"""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import agreement_of, one_or_not_found
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Quote, Reply, Words
from zlp_tui.conversation.telling.agreements.agreement_cards import as_a_whole, card_groups, small_steps
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.view import SmallStep
from zlp_tui.script.steps.support_models import Steps
from zlp_tui.script.when import moments_in

OFTEN, WHAT, WHEN = "often", None, "when"


@dataclass(frozen=True, slots=True)
class StepsStepHandler:
    """A `steps` step. Parts: `often` for when the agreement as a whole is kept, none for `what` (each answer adds a
    small step), then `small step/when` for each."""

    step: Steps

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """When in all, the list of small steps, then when for each of them."""
        return (OFTEN, WHAT, *(f"{small.id}/{WHEN}" for small in small_steps(agreement_of(context))))

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        agreement = agreement_of(context)
        beside = (*card_groups(context, agreement), *said_in_domain(context, agreement.domain))
        if context.part is WHAT:
            steps = small_steps(agreement)
            quotes = tuple(Quote(s.id, s.what, note=s.when.words if s.when else "") for s in steps)
            here_already = {quote.ref for quote in quotes}
            others = (g for g in beside if not all(quote.ref in here_already for quote in g.quotes))
            return StepQuestion(
                self.step.what, Words(), Board((Group("", quotes, here=True), *others), side_by_side=True)
            )
        small = as_a_whole(agreement) if context.part == OFTEN else _small_step(context)
        words = Words(many=False, value=small.when.words if small and small.when else None)
        if context.part == OFTEN or small is None:
            return StepQuestion(self.step.when, words, Board((*self._offered(context), *beside), side_by_side=True))
        board = Board(beside, side_by_side=True)
        return StepQuestion(self.step.when, words, board, heading=small.what, names=(("item", small.what),))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a small step, or set when it, or all of it, is done."""
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        agreement = agreement_of(context)
        if context.part is WHAT:
            made = agreements.add_step(act, agreement.id, words)
            return AnswerOutcome((made,), cut=words.was_cut)
        step = self._whole(context, act) if context.part == OFTEN else _small_step(context).id
        agreements.step_when(act, step, words, *moments_in(words, context.script))
        return AnswerOutcome((agreement.id if context.part == OFTEN else step,), cut=words.was_cut, goes_on=True)

    def _offered(self, context: StepContext) -> tuple[Group, ...]:
        """Days and parts of the day, to take."""
        words = (context.words(often) for often in self.step.often)
        quotes = tuple(Quote(f"{OFTEN}-{at}", text, own_words=False) for at, text in enumerate(words))
        return (Group(context.tr("Take what fits, or say it yourself."), quotes, offered=True),) if quotes else ()

    def settled(self, context: StepContext) -> bool:
        """Whether it is known when: of the agreement where any part of it says so; never for the list."""
        if context.part == OFTEN:
            return any(small.when is not None for small in agreement_of(context).steps)
        return context.part is not WHAT and _small_step(context).when is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether small steps were named, or it is known when."""
        return bool(small_steps(agreement_of(context))) if context.part is WHAT else self.settled(context)

    def _whole(self, context: StepContext, act: Act) -> str:
        """The step that is the agreement as a whole, made where there is none yet; its id."""
        agreement = agreement_of(context)
        stands = as_a_whole(agreement)
        return stands.id if stands else agreements.add_step(act, agreement.id, agreement.want, whole=True)


def _small_step(context: StepContext) -> SmallStep:
    wanted = (context.part or "").partition("/")[0]
    return one_or_not_found(small for small in agreement_of(context).steps if small.id == wanted)
