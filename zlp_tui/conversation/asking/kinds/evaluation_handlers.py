"""What came of a goal, why it goes on as it does, and what it becomes: answers to open questions of a look back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.kinds.context_lookup import goal_of
from zlp_tui.conversation.asking.kinds.goal_handlers import goal_intro
from zlp_tui.conversation.asking.kinds.open_evaluation import open_evaluation, open_or_begin_evaluation
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.notes_since_evaluation import goal_beside
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import outcomes
from zlp_tui.plan.view import Goal, GoalOutcome


def outcome_of(context: StepContext) -> GoalOutcome | None:
    """What was said of our goal in the look back that goes on."""
    evaluation = open_evaluation(context)
    return evaluation.of_goal(context.about or "") if evaluation else None


def last_outcomes(context: StepContext) -> Iterator[tuple[Goal, GoalOutcome]]:
    """What was said of each goal in the last look back."""
    goals = {goal.id: goal for goal in context.view.goals}
    for evaluation in context.view.evaluations[-1:]:
        yield from ((goals[one.goal], one) for one in evaluation.goals if one.goal in goals)


@dataclass(frozen=True, slots=True)
class GoalOutcomeHandler(AnswerHandler):
    """One value of what an evaluation came to for a goal; a new answer takes the place of the old one."""

    @abstractmethod
    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        """The value that stands in an outcome."""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        return goal_beside(context, goal_of(context))

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        outcome = outcome_of(context)
        stands = self.of(context, outcome) if outcome else None
        return (stands,) if stands else ()

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        told = ((goal, self.of(context, outcome)) for goal, outcome in last_outcomes(context))
        return tuple(LetterLine(goal_intro(context, goal), (quote,)) for goal, quote in told if quote)


def _said(context: StepContext, outcome: GoalOutcome, words: str | None, by: str | None) -> Quote | None:
    return Quote(outcome.id, words, context.name(by) if by else "", intro=intro_of(context)) if words else None


@dataclass(frozen=True, slots=True)
class OutcomeHandler(GoalOutcomeHandler):
    """What came of a goal."""

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        return _said(context, outcome, outcome.outcome, outcome.outcome_by)

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, outcome=text),)


@dataclass(frozen=True, slots=True)
class WhyHandler(GoalOutcomeHandler):
    """Why it goes on like that; asked once that was decided. When a goal was reached, that is a reason to be glad."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        outcome = outcome_of(context)
        return WHOLE if outcome and outcome.decision else ()

    def is_gentle(self, context: StepContext) -> bool:
        outcome = outcome_of(context)
        return outcome is not None and outcome.decision == "reached"

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        return _said(context, outcome, outcome.why, outcome.why_by)

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, why=text),)


@dataclass(frozen=True, slots=True)
class SuccessorHandler(GoalOutcomeHandler):
    """The goal as it is from now on; asked when it was decided to go on in another way."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        outcome = outcome_of(context)
        return WHOLE if outcome and outcome.decision == "adjust" else ()

    def of(self, context: StepContext, outcome: GoalOutcome) -> Quote | None:
        goal = next((g for g in context.view.goals if g.id == outcome.successor), None)
        return Quote(goal.id, goal.text, context.name(goal.voice.id), intro=intro_of(context)) if goal else None

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        stands = self.current(context)
        if stands and stands[0].text == text:
            return (stands[0].ref,)
        return (outcomes.replace_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, text),)
