"""What an answer to an open question becomes: a statement, or a piece of a choice, a goal, an agreement, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import question_as_asked
from zlp_tui.conversation.kinds.keeps_agreements import AgreementKeep, NoteKeep
from zlp_tui.conversation.kinds.keeps_base import Keep
from zlp_tui.conversation.kinds.keeps_choices import (
    ChoiceKeep,
    OpenQuestionKeep,
    OptionKeep,
    OptionSourceKeep,
    ReasonKeep,
    RevisitKeep,
    ThinkingKeep,
)
from zlp_tui.conversation.kinds.keeps_evaluation import OutcomeKeep, SuccessorKeep, WhyKeep
from zlp_tui.conversation.kinds.keeps_goals import GoalKeep
from zlp_tui.conversation.said import introduced, kept_at, said_about_what, said_here, told_here
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.writers import statements
from zlp_tui.script.schema import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementKeep(Keep):
    """The answer is a statement: said, and kept as it was said."""

    step: Ask
    many: bool = True

    def stands(self, here: Here) -> tuple[Quote, ...]:
        return tuple(here.quote(s) for s in said_here(here, self.step.into))

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        topic, step = kept_at(here, self.step.into)
        made = statements.say(
            act,
            topic=topic,
            step=step,
            prompt=question_as_asked(here, self.step),
            text=text,
            domain=domain,
            about=said_about_what(here, self.step.into, act),
        )
        return (made,)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return introduced(here, told_here(here, self.step.into))


def keep_of(step: Ask) -> Keep:
    """The keep of a step's answers."""
    match step.keeps:
        case "statement":
            return StatementKeep(step=step)
        case "choice":
            return ChoiceKeep(always=step.always)
        case _:
            return _WITHOUT_STEP[step.keeps]


_WITHOUT_STEP: Final[Mapping[str, Keep]] = {
    "option": OptionKeep(),
    "option-source": OptionSourceKeep(),
    "open-question": OpenQuestionKeep(),
    "thinking-until": ThinkingKeep(),
    "reason": ReasonKeep(),
    "revisit-on": RevisitKeep(),
    "goal": GoalKeep(),
    "agreement": AgreementKeep(),
    "result": NoteKeep(what="text"),
    "adjust": NoteKeep(what="adjust"),
    "goal-outcome": OutcomeKeep(),
    "goal-why": WhyKeep(),
    "goal-successor": SuccessorKeep(),
}
