"""What came of a goal, why it goes on as it does, and what it becomes: answers to open questions of a look back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import goal_of
from zlp_tui.conversation.kinds.base import WHOLE, intro_of
from zlp_tui.conversation.kinds.evaluating import evaluation_of, going_on
from zlp_tui.conversation.kinds.keeps_base import Keep
from zlp_tui.conversation.kinds.keeps_goals import goal_intro
from zlp_tui.conversation.since import goal_beside
from zlp_tui.conversation.turn import Group, Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import Goal, GoalOutcome
from zlp_tui.plan.writers import outcomes


def outcome_of(here: Here) -> GoalOutcome | None:
    """What was said of our goal in the look back that goes on."""
    evaluation = going_on(here)
    return evaluation.of_goal(here.about or "") if evaluation else None


def last_outcomes(here: Here) -> Iterator[tuple[Goal, GoalOutcome]]:
    """What was said of each goal in the last look back."""
    goals = {goal.id: goal for goal in here.view.goals}
    for evaluation in here.view.evaluations[-1:]:
        yield from ((goals[one.goal], one) for one in evaluation.goals if one.goal in goals)


@dataclass(frozen=True, slots=True)
class OfGoalKeep(Keep):
    """One value of what an evaluation came to for a goal; a new answer takes the place of the old one."""

    @abstractmethod
    def of(self, here: Here, outcome: GoalOutcome) -> Quote | None:
        """The value that stands in an outcome."""

    def beside(self, here: Here) -> tuple[Group, ...]:
        return goal_beside(here, goal_of(here))

    def stands(self, here: Here) -> tuple[Quote, ...]:
        outcome = outcome_of(here)
        stands = self.of(here, outcome) if outcome else None
        return (stands,) if stands else ()

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        told = ((goal, self.of(here, outcome)) for goal, outcome in last_outcomes(here))
        return tuple(LetterLine(goal_intro(here, goal), (quote,)) for goal, quote in told if quote)


def _said(here: Here, outcome: GoalOutcome, words: str | None, by: str | None) -> Quote | None:
    return Quote(outcome.id, words, here.name(by) if by else "", intro=intro_of(here)) if words else None


@dataclass(frozen=True, slots=True)
class OutcomeKeep(OfGoalKeep):
    """What came of a goal."""

    def of(self, here: Here, outcome: GoalOutcome) -> Quote | None:
        return _said(here, outcome, outcome.outcome, outcome.outcome_by)

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (outcomes.of_goal(act, evaluation_of(here, act), goal_of(here).id, outcome=text),)


@dataclass(frozen=True, slots=True)
class WhyKeep(OfGoalKeep):
    """Why it goes on like that; asked once that was decided. When a goal was reached, that is a reason to be glad."""

    def parts(self, here: Here) -> tuple[str | None, ...]:
        outcome = outcome_of(here)
        return WHOLE if outcome and outcome.decision else ()

    def is_gentle(self, here: Here) -> bool:
        outcome = outcome_of(here)
        return outcome is not None and outcome.decision == "reached"

    def of(self, here: Here, outcome: GoalOutcome) -> Quote | None:
        return _said(here, outcome, outcome.why, outcome.why_by)

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (outcomes.of_goal(act, evaluation_of(here, act), goal_of(here).id, why=text),)


@dataclass(frozen=True, slots=True)
class SuccessorKeep(OfGoalKeep):
    """The goal as it is from now on; asked when it was decided to go on in another way."""

    def parts(self, here: Here) -> tuple[str | None, ...]:
        outcome = outcome_of(here)
        return WHOLE if outcome and outcome.decision == "adjust" else ()

    def of(self, here: Here, outcome: GoalOutcome) -> Quote | None:
        goal = next((g for g in here.view.goals if g.id == outcome.successor), None)
        return Quote(goal.id, goal.text, here.name(goal.voice.id), intro=intro_of(here)) if goal else None

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        stands = self.stands(here)
        if stands and stands[0].text == text:
            return (stands[0].ref,)
        return (outcomes.succeed(act, evaluation_of(here, act), goal_of(here).id, text),)
