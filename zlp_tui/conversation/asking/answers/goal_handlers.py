"""Goals: only where there is something to reach, keep, slow or ease (V04, V122, L113)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.answers.date_answers import DateAnswer, date_answer
from zlp_tui.conversation.asking.context_lookup import goal_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Format, Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.tellers.answer_tellers import goal_quotes
from zlp_tui.dates import told_day
from zlp_tui.plan.line_lookup import line_domain
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import goals, origins
from zlp_tui.script.question_models import range_of
from zlp_tui.script.steps.word_models import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalUntilHandler(AnswerHandler):
    """Until when a goal is worked on (L20)."""

    step: Ask
    format: Format = "date"

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """That day."""
        goal = goal_of(context)
        day = goal.until_words or goal.until
        return (fact(told_day(day, context.script.locale)),) if day else ()

    def understood(self, context: StepContext, text: str) -> str:
        """The day in full."""
        return self._answer(context, text).told

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set that day."""
        goal, answer = goal_of(context), self._answer(context, text)
        goals.change(act, goal.id, until_on=answer.day, until_words=answer.words)
        return (goal.id,)

    def _answer(self, context: StepContext, text: str) -> DateAnswer:
        return date_answer(context, self.step, text, range_of(self.step.days), name=self.step.keeps, kept={})


@dataclass(frozen=True, slots=True)
class GoalHandler(AnswerHandler):
    """Each answer is a goal, in the words of who said it."""

    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The active goals."""
        return goal_quotes(context)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add a goal."""
        return (goals.add(act, text, domain=domain),)

    def took(self, context: StepContext, made: str, taken: str, act: Act) -> None:
        """The goal follows from those words, and belongs to their life domain."""
        origins.follow(act, made, (taken,))
        domain = line_domain(context.view, taken)
        if domain is not None:
            goals.change(act, made, domain=domain)
