"""A choice as a grid: its options beside each other, what is fine and what is not, now and later."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Grid, Quote
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.view import Choice, ConsiderationSide, Option, Term
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Weigh

_ROWS: tuple[tuple[ConsiderationSide, Term], ...] = (
    ("for", "short"), ("for", "long"), ("against", "short"), ("against", "long"),
)


def grid_of(context: StepContext, choice: Choice, weigh: Weigh, at: tuple[int, int] | None = None) -> Grid:
    """The grid of a choice; `at` is the row and column that is being talked about."""
    important = context.script.with_role(Role.IMPORTANT_TO)  # stands under every choice (V82)
    titles = (weigh.for_short, weigh.for_long, weigh.against_short, weigh.against_long)
    return Grid(
        columns=tuple(option.title for option in choice.options),
        rows=tuple(context.words(question.title) for question in titles),
        cells=tuple(tuple(_cell(context, option, side, term) for option in choice.options) for side, term in _ROWS),
        here=at,
        beside=groups_beside(context, (important.id,) if important else ()),
    )


def choice_grids(context: StepContext) -> tuple[tuple[str, str, Grid], ...]:
    """The choices on the table, each with its id, its question and its grid; none when the script weighs nothing."""
    weigh = next((step for step in context.script.steps if isinstance(step, Weigh)), None)
    if weigh is None:
        return ()
    return tuple((c.id, c.question, grid_of(context, c, weigh)) for c in context.view.open_choices())


def _cell(context: StepContext, option: Option, side: ConsiderationSide, term: Term) -> tuple[Quote, ...]:
    return tuple(
        Quote(c.id, c.text, context.name(c.voice.id))
        for c in option.considerations
        if c.side == side and c.term == term
    )
