"""A choice as a grid: its options beside each other, what is fine and what is not, now and later."""

from __future__ import annotations

from collections.abc import Iterable

from zlp_tui.conversation.ports.turn import Grid, Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.view import Choice, ConsiderationSide, Option, Term
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

_ROWS: tuple[tuple[ConsiderationSide, Term], ...] = (
    ("for", "short"), ("for", "long"), ("against", "short"), ("against", "long"),
)


def grid_of(
    context: PlanContext, choice: Choice, row_titles: Iterable[str], at: tuple[int, int] | None = None
) -> Grid:
    """The grid of a choice, with the titles of its rows; `at` is the row and column that is being asked about."""
    important = context.script.with_role(Role.IMPORTANT_TO)  # stands under every choice (V82)
    return Grid(
        columns=tuple(option.title for option in choice.options),
        rows=tuple(context.words(title) for title in row_titles),
        cells=tuple(tuple(_cell(context, option, side, term) for option in choice.options) for side, term in _ROWS),
        here=at,
        beside=groups_beside(context, (important.id,) if important else ()),
    )


def choice_grids(context: PlanContext) -> tuple[tuple[str, str, Grid], ...]:
    """The choices on the table, each with its id, its question and its grid; none when the script weighs nothing."""
    titles = _row_titles(context.script)
    choices = context.view.open_choices() if titles else ()
    return tuple((choice.id, choice.question, grid_of(context, choice, titles)) for choice in choices)


def _row_titles(script: Script) -> tuple[str, ...]:
    """The titles of the first step of the script at which something is weighed."""
    return next((titles for step in script.steps if (titles := step.weighing_titles)), ())


def _cell(context: PlanContext, option: Option, side: ConsiderationSide, term: Term) -> tuple[Quote, ...]:
    return tuple(
        Quote(c.id, c.text, context.name(c.voice.id))
        for c in option.considerations
        if c.side == side and c.term == term
    )
