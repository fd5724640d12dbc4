"""A choice as a grid: its options beside each other, what is fine and what is not, now and later."""

from __future__ import annotations

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.said import groups_beside
from zlp_tui.conversation.turn import Grid, Quote
from zlp_tui.plan.view import Choice, ConsiderationSide, Option, Term
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Weigh

_ROWS: tuple[tuple[ConsiderationSide, Term], ...] = (
    ("for", "short"), ("for", "long"), ("against", "short"), ("against", "long"),
)


def grid_of(here: Here, choice: Choice, weigh: Weigh, at: tuple[int, int] | None = None) -> Grid:
    """The grid of a choice; `at` is the row and column that is being talked about."""
    important = here.script.with_role(Role.IMPORTANT_TO)  # stands under every choice (V82)
    titles = (weigh.for_short, weigh.for_long, weigh.against_short, weigh.against_long)
    return Grid(
        columns=tuple(option.title for option in choice.options),
        rows=tuple(here.words(question.title) for question in titles),
        cells=tuple(tuple(_cell(here, option, side, term) for option in choice.options) for side, term in _ROWS),
        here=at,
        beside=groups_beside(here, (important.id,) if important else ()),
    )


def choice_grids(here: Here) -> tuple[tuple[str, str, Grid], ...]:
    """The choices on the table, each with its id, its question and its grid; none when the script weighs nothing."""
    weigh = next((step for step in here.script.steps if isinstance(step, Weigh)), None)
    if weigh is None:
        return ()
    return tuple((c.id, c.question, grid_of(here, c, weigh)) for c in here.view.open_choices())


def _cell(here: Here, option: Option, side: ConsiderationSide, term: Term) -> tuple[Quote, ...]:
    return tuple(
        Quote(c.id, c.text, here.name(c.voice.id))
        for c in option.considerations
        if c.side == side and c.term == term
    )
