"""Goals: only where there is something to reach, keep, slow or ease (V04, V122, L113)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.kinds.step_base import intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import goals
from zlp_tui.plan.view import Goal
from zlp_tui.text import one_line


@dataclass(frozen=True, slots=True)
class GoalHandler(AnswerHandler):
    """Each answer is a goal, in the words of who said it."""

    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        return tuple(Quote(g.id, g.text, context.name(g.voice.id)) for g in context.view.active_goals())

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (goals.add(act, text, domain=domain),)

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        stands = self.current(context)
        return (LetterLine(intro_of(context), stands),) if stands else ()


def goal_intro(context: StepContext, goal: Goal) -> str:
    """How all that is told of one goal is introduced: by the goal, so that it reads as one."""
    return context.say("Goal: “{words}”", words=one_line(goal.text))
