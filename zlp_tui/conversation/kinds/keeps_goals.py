"""Goals: only where there is something to reach, keep, slow or ease (V04, V122, L113)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import intro_of
from zlp_tui.conversation.kinds.keeps_base import Keep
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import Goal
from zlp_tui.plan.writers import goals
from zlp_tui.text import one_line


@dataclass(frozen=True, slots=True)
class GoalKeep(Keep):
    """Each answer is a goal, in the words of who said it."""

    many: bool = True

    def stands(self, here: Here) -> tuple[Quote, ...]:
        return tuple(Quote(g.id, g.text, here.name(g.voice.id)) for g in here.view.active_goals())

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (goals.add(act, text, domain=domain),)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        stands = self.stands(here)
        return (LetterLine(intro_of(here), stands),) if stands else ()


def goal_intro(here: Here, goal: Goal) -> str:
    """How all that is told of one goal is introduced: by the goal, so that it reads as one."""
    return here.say("Goal: “{words}”", words=one_line(goal.text))
