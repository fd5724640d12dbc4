"""What came of a goal, why it goes on as it does, and what it becomes: answers to open questions of an evaluation."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.context_lookup import goal_of
from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import intro_of
from zlp_tui.conversation.telling.overviews.notes_since_evaluation import goal_beside
from zlp_tui.conversation.telling.tellers.outcome_tellers import outcome_quotes, successor_quote
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.looking_back import outcomes
from zlp_tui.plan.view import GoalOutcome, OutcomePart


def outcome_of(context: StepContext) -> GoalOutcome | None:
    """What was said of the goal of this round in the open evaluation."""
    evaluation = open_evaluation(context)
    return evaluation.of_goal(context.about or "") if evaluation else None


@dataclass(frozen=True, slots=True)
class GoalOutcomeHandler(AnswerHandler):
    """What is said of a goal when one looks back."""

    @abstractmethod
    def of(self, context: StepContext, outcome: GoalOutcome) -> tuple[Quote, ...]:
        """What stands in an outcome."""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was hoped for, and what was noted since the last evaluation."""
        return goal_beside(context, goal_of(context))

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """What stands in the open evaluation."""
        outcome = outcome_of(context)
        return self.of(context, outcome) if outcome else ()


@dataclass(frozen=True, slots=True)
class PersonalOutcomeHandler(GoalOutcomeHandler):
    """What everybody says for themselves of a goal: a new answer replaces one's own, those of others stay (B2)."""

    what: ClassVar[OutcomePart]

    def own(self, context: StepContext) -> str | None:
        """What who speaks said before."""
        outcome = outcome_of(context)
        said = outcome.said_by(context.voice.id, self.what) if outcome else None
        return said.words if said else None

    def of(self, context: StepContext, outcome: GoalOutcome) -> tuple[Quote, ...]:
        """What everybody said."""
        return outcome_quotes(context, outcome, self.what, _intro(context))


def _intro(context: StepContext) -> str:
    return intro_of(context, context.topic, context.step.id)


@dataclass(frozen=True, slots=True)
class OutcomeHandler(PersonalOutcomeHandler):
    """What came of a goal."""

    what: ClassVar[OutcomePart] = "outcome"

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set what came of the goal, in the open evaluation or a new one."""
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, outcome=text),)


@dataclass(frozen=True, slots=True)
class WhyHandler(PersonalOutcomeHandler):
    """Why it goes on like that; asked once that was decided. When a goal was reached, that is a reason to be glad."""

    what: ClassVar[OutcomePart] = "why"

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part once it was decided how the goal goes on; none before."""
        outcome = outcome_of(context)
        return WHOLE if outcome and outcome.decision else ()

    def is_gentle(self, context: StepContext) -> bool:
        """Whether the goal was reached."""
        outcome = outcome_of(context)
        return outcome is not None and outcome.decision == "reached"

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set why, in the open evaluation or a new one."""
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, why=text),)


@dataclass(frozen=True, slots=True)
class SuccessorHandler(GoalOutcomeHandler):
    """The goal as it is from now on; asked when it was decided to go on in another way."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part when it was decided to adjust the goal; none otherwise."""
        outcome = outcome_of(context)
        return WHOLE if outcome and outcome.decision == "adjust" else ()

    def of(self, context: StepContext, outcome: GoalOutcome) -> tuple[Quote, ...]:
        """The goal that takes this one's place."""
        became = successor_quote(context, outcome, _intro(context))
        return (became,) if became else ()

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Replace the goal, unless the words are the same."""
        stands = self.current(context)
        if stands and stands[0].text == text:
            return (stands[0].ref,)
        return (outcomes.replace_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, text),)
