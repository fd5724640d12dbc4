"""Goals: only where there is something to reach, keep, slow or ease (V04, V122, L113)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.tellers.answer_tellers import goal_quotes
from zlp_tui.plan.line_lookup import line_domain
from zlp_tui.plan.tables import goals, origins
from zlp_tui.plan.tables.act import Act


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
