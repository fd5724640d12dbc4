"""What was hoped for of a goal, said beforehand (V69)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.turn import Group, Quote
from zlp_tui.plan.view import Statement
from zlp_tui.script.schema import Hopes

LEVELS: Final = ("far-less", "less", "as-hoped", "more", "far-more")


def hoped(here: Here, goal: str | None) -> Mapping[str, Statement]:
    """What would be far less … far more than hoped, by level, as far as somebody said it."""
    said = (s for s in here.view.live_statements if goal is not None and s.about == goal and s.moment in LEVELS)
    return {s.moment: s for s in said if s.moment is not None}


def hopes_beside(here: Here, goal: str) -> tuple[Group, ...]:
    """The same as a group, from far less to far more; none when nothing was said beforehand."""
    quotes = hopes_quoted(here, goal)
    return (Group(here.say("What was hoped for"), quotes),) if quotes else ()


def hopes_quoted(here: Here, goal: str) -> tuple[Quote, ...]:
    """Each under the title of its level."""
    titles = _titles(here)
    known = hoped(here, goal)
    return tuple(here.quote(known[level], intro=titles.get(level, "")) for level in LEVELS if level in known)


def _titles(here: Here) -> Mapping[str, str]:
    steps = (step for step in here.script.steps if isinstance(step, Hopes))
    return {level: here.words(question.title) for step in steps for level, question in step.steps.items()}
