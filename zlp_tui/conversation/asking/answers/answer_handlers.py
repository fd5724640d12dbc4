"""What an answer to an open question becomes: a statement, or a piece of a choice, a goal, an agreement, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.asking.answers.agreement_handlers import AgreementHandler, NoteHandler
from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.answers.choice_handlers import (
    ChoiceHandler,
    OpenQuestionHandler,
    OptionHandler,
    OptionSourceHandler,
    ReasonHandler,
    RevisitHandler,
    ThinkingTimeHandler,
)
from zlp_tui.conversation.asking.answers.evaluation_handlers import OutcomeHandler, SuccessorHandler, WhyHandler
from zlp_tui.conversation.asking.answers.goal_handlers import GoalHandler
from zlp_tui.conversation.asking.kinds.step_base import question_as_asked
from zlp_tui.conversation.asking.statement_target import said_here, subject_of, target_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.tables import statements
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Ask, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHandler(AnswerHandler):
    """Each answer is a statement, in the words in which it was said."""

    step: Ask
    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The statements said at this step."""
        return tuple(context.quote(s) for s in said_here(context, self.step.into))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add a statement, with the question as it was put to who speaks."""
        topic, step = target_of(context, self.step.into)
        made = statements.add_statement(
            act,
            topic=topic,
            step=step,
            prompt=question_as_asked(context, self._question(context)),
            text=text,
            domain=domain,
            about=subject_of(context, self.step.into, act),
            source=self.step.source,
        )
        return (made,)

    def _question(self, context: StepContext) -> Question:
        """The question, or the one for somebody else who is asked in turn."""
        return self.step.round if self.step.round is not None and context.whose_turn is not None else self.step


def answer_handler_of(step: Ask) -> AnswerHandler:
    """The handler of a step's answers."""
    match step.keeps:
        case "statement":
            return StatementHandler(step=step)
        case "choice":
            return ChoiceHandler(always=step.always)
        case "thinking-until":
            return ThinkingTimeHandler(step=step)
        case "revisit-on":
            return RevisitHandler(step=step)
        case _:
            return _WITHOUT_STEP[step.keeps]


_WITHOUT_STEP: Final[Mapping[str, AnswerHandler]] = {
    "option": OptionHandler(),
    "option-source": OptionSourceHandler(),
    "open-question": OpenQuestionHandler(),
    "reason": ReasonHandler(),
    "goal": GoalHandler(),
    "agreement": AgreementHandler(),
    "result": NoteHandler(what="text"),
    "adjust": NoteHandler(what="adjust"),
    "goal-outcome": OutcomeHandler(),
    "goal-why": WhyHandler(),
    "goal-successor": SuccessorHandler(),
}
