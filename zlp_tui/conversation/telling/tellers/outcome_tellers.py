"""What an evaluation came to for each goal, in words."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import goal_intro
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import GoalOutcome, OutcomePart


def outcome_lines(
    context: PlanContext, quotes_of: Callable[[GoalOutcome], tuple[Quote, ...]]
) -> tuple[LetterLine, ...]:
    """What everybody said of the outcome of each goal in the last evaluation, under the goal."""
    goals = {goal.id: goal for goal in context.view.goals}
    return tuple(
        LetterLine(goal_intro(context, goals[outcome.goal]), quotes)
        for evaluation in context.view.evaluations[-1:]
        for outcome in evaluation.goals
        if outcome.goal in goals and (quotes := quotes_of(outcome))
    )


def outcome_quotes(
    context: PlanContext, outcome: GoalOutcome, what: OutcomePart, intro: str = ""
) -> tuple[Quote, ...]:
    """What everybody said came of the goal, or why it goes on like that: words of several people stand beside each
    other (B2)."""
    return tuple(
        Quote(said.id, said.words, context.name(said.by) if said.by else "", intro=intro)
        for said in outcome.said(what)
    )


def successor_quote(context: PlanContext, outcome: GoalOutcome, intro: str = "") -> Quote | None:
    """The goal that came in its place."""
    goal = next((g for g in context.view.goals if g.id == outcome.successor), None)
    return Quote(goal.id, goal.text, context.name(goal.voice.id), intro=intro) if goal else None
