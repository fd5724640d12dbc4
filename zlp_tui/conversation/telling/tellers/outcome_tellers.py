"""What an evaluation came to for each goal, in words."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import goal_intro
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import GoalOutcome


def outcome_lines(context: PlanContext, quote_of: Callable[[GoalOutcome], Quote | None]) -> tuple[LetterLine, ...]:
    """One value of the outcome of each goal in the last evaluation, under the goal."""
    goals = {goal.id: goal for goal in context.view.goals}
    return tuple(
        LetterLine(goal_intro(context, goals[outcome.goal]), (quote,))
        for evaluation in context.view.evaluations[-1:]
        for outcome in evaluation.goals
        if outcome.goal in goals and (quote := quote_of(outcome))
    )


def outcome_quote(context: PlanContext, outcome: GoalOutcome, intro: str) -> Quote | None:
    """What came of the goal."""
    return _said(context, outcome, outcome.outcome, outcome.outcome_by, intro)


def why_quote(context: PlanContext, outcome: GoalOutcome, intro: str) -> Quote | None:
    """Why it goes on like that."""
    return _said(context, outcome, outcome.why, outcome.why_by, intro)


def successor_quote(context: PlanContext, outcome: GoalOutcome, intro: str) -> Quote | None:
    """The goal that came in its place."""
    goal = next((g for g in context.view.goals if g.id == outcome.successor), None)
    return Quote(goal.id, goal.text, context.name(goal.voice.id), intro=intro) if goal else None


def _said(
    context: PlanContext, outcome: GoalOutcome, words: str | None, by: str | None, intro: str
) -> Quote | None:
    return Quote(outcome.id, words, context.name(by) if by else "", intro=intro) if words else None
