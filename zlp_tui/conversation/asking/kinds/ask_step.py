"""One open question. What an answer becomes is the step's `keeps` (`keeps.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handlers import answer_handler_of
from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, spoken
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Reply, Words
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Ask


@dataclass(frozen=True, slots=True)
class AskStepHandler:
    """An `ask` step."""

    step: Ask

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        return answer_handler_of(self.step).parts(context)

    def ask(self, context: StepContext) -> StepQuestion:
        keep = answer_handler_of(self.step)
        stands = keep.current(context)
        beside = (*groups_beside(context, self.step.beside), *keep.beside(context))
        value = None if keep.many else (stands[0].text if stands else None)
        domains = domains_to_tag(context) if self.step.with_domain else ()
        gentle = self.step.gentle if keep.is_gentle(context) else None
        return StepQuestion(
            self.step,
            Words(many=keep.many, value=value, format=keep.format, starter=self.step.starter, domains=domains),
            Board((Group("", stands, here=True), *beside), side_by_side=bool(beside)),
            heading=keep.heading(context),
            gentle=gentle or "",
            names=keep.names(context),
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        words = cleaned(reply)
        if not words.text:
            return AnswerOutcome()
        keep = answer_handler_of(self.step)
        refs = keep.keep(context, words.text, spoken(reply).domain, act)
        return AnswerOutcome(refs, cut=words.was_cut, goes_on=not keep.many)

    def settled(self, context: StepContext) -> bool:
        keep = answer_handler_of(self.step)
        return not keep.many and bool(keep.current(context))

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        return answer_handler_of(self.step).lines(context)
