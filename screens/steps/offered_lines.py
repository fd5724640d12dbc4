"""What is offered as an answer, on the board: the likeliest few, and the rest when somebody wants more."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from zlp_tui.conversation.ports.turn import Board, Grid, Group, Quote
from zlp_tui.i18n import Catalogue

FEW: Final = 5
MORE: Final = "more-offered"
"""The `ref` of the line that shows the rest."""


def offered_on(board: Board | Grid) -> dict[str, str]:
    """The words that can be taken as the answer, by the `ref` of their line."""
    groups = board.groups if isinstance(board, Board) else ()
    return {quote.ref: quote.text for group in groups if group.offered for quote in group.quotes}


def few_offered(board: Board | Grid, tr: Catalogue) -> Board | Grid:
    """The board with the first few of what is offered, and a line that shows the rest."""
    if isinstance(board, Grid):
        return board
    return replace(board, groups=tuple(_few(group, tr) for group in board.groups))


def _few(group: Group, tr: Catalogue) -> Group:
    if not group.offered or len(group.quotes) <= FEW + 1:
        return group
    return replace(group, quotes=(*group.quotes[:FEW], Quote(MORE, tr("More"), own_words=False)))
