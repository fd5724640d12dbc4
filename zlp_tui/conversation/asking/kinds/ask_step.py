"""One open question. What an answer becomes is the step's `keeps` (`keeps.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handlers import handler_of
from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, spoken
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Reply, Words
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Ask


@dataclass(frozen=True, slots=True)
class AskTurns:
    """An `ask` step."""

    step: Ask

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        return handler_of(self.step).parts(here)

    def ask(self, here: StepContext) -> StepQuestion:
        keep = handler_of(self.step)
        stands = keep.current(here)
        beside = (*groups_beside(here, self.step.beside), *keep.beside(here))
        value = None if keep.many else (stands[0].text if stands else None)
        domains = domains_to_tag(here) if self.step.with_domain else ()
        gentle = self.step.gentle if keep.is_gentle(here) else None
        return StepQuestion(
            self.step,
            Words(many=keep.many, value=value, format=keep.format, starter=self.step.starter, domains=domains),
            Board((Group("", stands, here=True), *beside), side_by_side=bool(beside)),
            heading=keep.heading(here),
            gentle=gentle or "",
            names=keep.names(here),
        )

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        words = cleaned(reply)
        if not words.text:
            return AnswerOutcome()
        keep = handler_of(self.step)
        refs = keep.keep(here, words.text, spoken(reply).domain, act)
        return AnswerOutcome(refs, cut=words.was_cut, goes_on=not keep.many)

    def settled(self, here: StepContext) -> bool:
        keep = handler_of(self.step)
        return not keep.many and bool(keep.current(here))

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        return handler_of(self.step).lines(here)
