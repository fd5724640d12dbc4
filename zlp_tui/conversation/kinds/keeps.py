"""What an answer to an open question becomes: a statement, or a piece of a choice, a goal, an agreement, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from zlp_tui.conversation.desk import Format, LetterLine, Quote
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE, question_as_asked
from zlp_tui.conversation.kinds.keeps_agreements import AdjustKeep, AgreementKeep, ResultKeep
from zlp_tui.conversation.kinds.keeps_choices import (
    ChoiceKeep,
    OpenQuestionKeep,
    OptionKeep,
    OptionSourceKeep,
    ReasonKeep,
    RevisitKeep,
    ThinkingKeep,
)
from zlp_tui.conversation.kinds.keeps_goals import GoalKeep
from zlp_tui.conversation.said import introduced
from zlp_tui.plan import statements
from zlp_tui.plan.changes import Act
from zlp_tui.script.schema import Ask


class Keep(Protocol):
    """What an answer becomes. `many`: each answer adds one; else a new answer takes the place of the old one."""

    @property
    def many(self) -> bool: ...
    @property
    def format(self) -> Format: ...

    def parts(self, here: Here) -> tuple[str | None, ...]:
        """The parts of the step; more than one where a question goes along a list (the options of a choice)."""

    def stands(self, here: Here) -> tuple[Quote, ...]:
        """What stands here now."""

    def heading(self, here: Here) -> str:
        """A heading of its own, or nothing."""

    def names(self, here: Here) -> tuple[tuple[str, str], ...]:
        """Names for places in the question."""

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Keep cleaned words; the ids made or changed."""

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """What stands at this step, introduced, whatever it is about."""


@dataclass(frozen=True, slots=True)
class StatementKeep:
    """The answer is a statement: said, and kept as it was said."""

    step: Ask
    many: bool = True
    format: Format = "text"

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return WHOLE

    def stands(self, here: Here) -> tuple[Quote, ...]:
        said = here.view.said(here.topic.id, self.step.id, about=here.about)
        return tuple(here.quote(s) for s in said)

    def heading(self, here: Here) -> str:
        return ""

    def names(self, here: Here) -> tuple[tuple[str, str], ...]:
        return ()

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        made = statements.say(
            act,
            topic=here.topic.id,
            step=self.step.id,
            prompt=question_as_asked(here, self.step),
            text=text,
            domain=domain,
            about=here.about,
        )
        return (made,)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return introduced(here, here.view.said(here.topic.id, self.step.id))


def keep_of(step: Ask) -> Keep:
    """The keep of a step's answers."""
    if step.keeps == "choice":
        return ChoiceKeep(always=step.always)
    if step.keeps == "statement":
        return StatementKeep(step)
    return _WITHOUT_STEP[step.keeps]


_WITHOUT_STEP: dict[str, Keep] = {
    "option": OptionKeep(),
    "option-source": OptionSourceKeep(),
    "open-question": OpenQuestionKeep(),
    "thinking-until": ThinkingKeep(),
    "reason": ReasonKeep(),
    "revisit-on": RevisitKeep(),
    "goal": GoalKeep(),
    "agreement": AgreementKeep(),
    "result": ResultKeep(),
    "adjust": AdjustKeep(),
}
