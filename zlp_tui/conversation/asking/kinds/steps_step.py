"""Small, concrete steps of an agreement, and when and how often (V127)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import agreement_of, one_or_not_found
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Quote, Reply, Words
from zlp_tui.conversation.telling.agreement_cards import card_groups
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.plan.tables import agreements
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import SmallStep
from zlp_tui.script.schema import Steps
from zlp_tui.script.when import moments_in

WHEN = "when"


@dataclass(frozen=True, slots=True)
class StepsStepHandler:
    """A `steps` step. Parts: none for `what` (each answer adds a small step), then `small step/when` for each."""

    step: Steps

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The list of small steps, then when for each of them."""
        return (None, *(f"{small.id}/{WHEN}" for small in agreement_of(context).steps))

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        agreement = agreement_of(context)
        beside = (*card_groups(context, agreement), *said_in_domain(context, agreement.domain))
        if context.part is None:
            quotes = tuple(Quote(s.id, s.what, note=s.when.words if s.when else "") for s in agreement.steps)
            here_already = {quote.ref for quote in quotes}
            others = (g for g in beside if not all(quote.ref in here_already for quote in g.quotes))
            return StepQuestion(
                self.step.what, Words(), Board((Group("", quotes, here=True), *others), side_by_side=True)
            )
        small = _small_step(context)
        words = Words(many=False, value=small.when.words if small.when else None)
        names = (("item", small.what),)
        return StepQuestion(self.step.when, words, Board(beside, side_by_side=True), heading=small.what, names=names)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a small step, or set when it is done."""
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        if context.part is None:
            made = agreements.add_step(act, agreement_of(context).id, words)
            return AnswerOutcome((made,), cut=words.was_cut)
        small = _small_step(context)
        weekdays, part_of_day = moments_in(words, context.script)
        agreements.step_when(act, small.id, words, weekdays, part_of_day)
        return AnswerOutcome((small.id,), cut=words.was_cut, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether the small step says when; never for the list."""
        return context.part is not None and _small_step(context).when is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether small steps were named, or it is known when."""
        return bool(agreement_of(context).steps) if context.part is None else self.settled(context)


def _small_step(context: StepContext) -> SmallStep:
    wanted = (context.part or "").partition("/")[0]
    return one_or_not_found(small for small in agreement_of(context).steps if small.id == wanted)
