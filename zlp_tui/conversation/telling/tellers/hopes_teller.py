"""What was hoped for of a goal, said beforehand (V69)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.introductions import goal_intro
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Statement
from zlp_tui.script.steps.support_models import Hopes

LEVELS: Final = ("far-less", "less", "as-hoped", "more", "far-more")


def hopes_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """What was hoped for of each goal that is worked on, under the goal."""
    told = ((goal, hopes_quoted(context, goal.id)) for goal in context.view.active_goals())
    return tuple(LetterLine(goal_intro(context, goal), quotes) for goal, quotes in told if quotes)


def hoped(context: PlanContext, goal: str | None) -> Mapping[str, tuple[Statement, ...]]:
    """What would be far less … far more than hoped, by level, as far as somebody said it; each in their own words."""
    said = [s for s in context.view.live_statements if goal is not None and s.about == goal and s.moment in LEVELS]
    levels = dict.fromkeys(statement.moment for statement in said if statement.moment is not None)
    return {level: tuple(statement for statement in said if statement.moment == level) for level in levels}


def hopes_beside(context: PlanContext, goal: str) -> tuple[Group, ...]:
    """The same as a group, from far less to far more; none when nothing was said beforehand."""
    quotes = hopes_quoted(context, goal)
    return (Group(context.tr("What was hoped for"), quotes),) if quotes else ()


def hopes_quoted(context: PlanContext, goal: str) -> tuple[Quote, ...]:
    """Each under the title of its level."""
    titles = _titles(context)
    known = hoped(context, goal)
    return tuple(
        context.quote(said, intro=titles.get(level, "")) for level in LEVELS for said in known.get(level, ())
    )


def _titles(context: PlanContext) -> Mapping[str, str]:
    steps = (step for step in context.script.steps if isinstance(step, Hopes))
    return {level: context.words(question.title) for step in steps for level, question in step.steps.items()}
