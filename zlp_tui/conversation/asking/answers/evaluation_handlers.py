"""What came of a goal, why it goes on as it does, and what it becomes: answers to open questions of an evaluation."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.context_lookup import goal_of
from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import intro_of
from zlp_tui.conversation.telling.notes_since_evaluation import goal_beside
from zlp_tui.conversation.telling.tellers.outcome_tellers import outcome_quote, successor_quote, why_quote
from zlp_tui.plan.tables import outcomes
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import GoalOutcome


def outcome_of(context: StepContext) -> GoalOutcome | None:
    """What was said of the goal of this round in the open evaluation."""
    evaluation = open_evaluation(context)
    return evaluation.of_goal(context.about or "") if evaluation else None


@dataclass(frozen=True, slots=True)
class GoalOutcomeHandler(AnswerHandler):
    """One value of the outcome of a goal; a new answer replaces the old one."""

    @abstractmethod
    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        """The value that stands in an outcome."""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was hoped for, and what was noted since the last evaluation."""
        return goal_beside(context, goal_of(context))

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The value in the open evaluation."""
        outcome = outcome_of(context)
        stands = self.of(context, outcome) if outcome else None
        return (stands,) if stands else ()


def _intro(context: StepContext) -> str:
    return intro_of(context, context.topic, context.step.id)


@dataclass(frozen=True, slots=True)
class OutcomeHandler(GoalOutcomeHandler):
    """What came of a goal."""

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        """What came of the goal."""
        return outcome_quote(context, outcome, _intro(context))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set what came of the goal, in the open evaluation or a new one."""
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, outcome=text),)


@dataclass(frozen=True, slots=True)
class WhyHandler(GoalOutcomeHandler):
    """Why it goes on like that; asked once that was decided. When a goal was reached, that is a reason to be glad."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part once it was decided how the goal goes on; none before."""
        outcome = outcome_of(context)
        return WHOLE if outcome and outcome.decision else ()

    def is_gentle(self, context: StepContext) -> bool:
        """Whether the goal was reached."""
        outcome = outcome_of(context)
        return outcome is not None and outcome.decision == "reached"

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        """Why the goal goes on like that."""
        return why_quote(context, outcome, _intro(context))

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

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        """The goal that takes this one's place."""
        return successor_quote(context, outcome, _intro(context))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Replace the goal, unless the words are the same."""
        stands = self.current(context)
        if stands and stands[0].text == text:
            return (stands[0].ref,)
        return (outcomes.replace_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, text),)
