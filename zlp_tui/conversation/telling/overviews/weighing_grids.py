"""A choice as a grid: its options beside each other, what is fine about each of them and what is not."""

from __future__ import annotations

from collections.abc import Iterable

from zlp_tui.conversation.ports.turn import Grid, Group, Quote
from zlp_tui.conversation.telling.option_titles import term_in_words
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.view import Choice, ConsiderationSide, Option
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

_ROWS: tuple[ConsiderationSide, ...] = ("for", "against")


def in_order(context: PlanContext, choice: Choice) -> tuple[Option, ...]:
    """The options of a choice: the client's own first, then those of others, and last what is always there."""
    client = context.view.client
    return tuple(sorted(choice.options, key=lambda o: 2 if o.voice is None else int(o.voice.id != client)))


def grid_of(
    context: PlanContext, choice: Choice, row_titles: Iterable[str], at: tuple[int, int] | None = None,
    beside: tuple[Group, ...] = (),
) -> Grid:
    """The grid of a choice, with the titles of its rows; `at` is the row and column that is being asked about.

    Under it stands `beside`, and what the client finds important.
    """
    important = context.script.with_role(Role.IMPORTANT_TO)  # stands under every choice (V82)
    options = in_order(context, choice)
    return Grid(
        columns=tuple(option.title for option in options),
        rows=tuple(context.words(title) for title in row_titles),
        cells=tuple(tuple(_cell(context, option, side) for option in options) for side in _ROWS),
        here=at,
        beside=(*beside, *groups_beside(context, (important.id,) if important else ())),
    )


def choice_grids(context: PlanContext) -> tuple[tuple[str, str, Grid], ...]:
    """The choices on the table, each with its id, its question and its grid; none when the script weighs nothing."""
    titles = row_titles(context.script)
    choices = context.view.open_choices() if titles else ()
    return tuple((choice.id, choice.question, grid_of(context, choice, titles)) for choice in choices)


def row_titles(script: Script) -> tuple[str, ...]:
    """The titles of the first step of the script at which something is weighed; none when it weighs nothing."""
    return next((titles for step in script.steps if (titles := step.weighing_titles)), ())


def _cell(context: PlanContext, option: Option, side: ConsiderationSide) -> tuple[Quote, ...]:
    return tuple(
        Quote(c.id, c.text, context.name(c.voice.id), note=term_in_words(context.tr, c.term))
        for c in option.considerations
        if c.side == side
    )
