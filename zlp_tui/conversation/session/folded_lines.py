"""That something stands at a question that not everybody at the table may read: one line, without a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zlp_tui.conversation.ports.turn import Board, Group, Turn
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.line_scopes import scope_of
from zlp_tui.plan.view import Detail, PlanView


def topics_folded(whole: PlanView, seen: PlanView) -> frozenset[str]:
    """The topics in which words stand that are not in what is seen here."""
    return frozenset(_topics(whole, seen))


def _topics(whole: PlanView, seen: PlanView) -> Iterator[str]:
    for kind in top_kinds():
        if kind.words and kind.name not in ("person", "read_back"):
            lines = whole.live_statements if kind.name == "statement" else getattr(whole, kind.place)
            hidden = (line for line in lines if line.id not in seen.readable)
            yield from (line.topic if isinstance(line, Detail) else scope_of(kind, line).topic for line in hidden)


def folded_told(tr: Catalogue) -> str:
    """The line itself."""
    return tr("Something stands here that not everybody at the table may read.")


def with_folded(turn: Turn, folded: frozenset[str], tr: Catalogue) -> Turn:
    """The same question, with a line that tells of it where something is folded in its topic: above all else, so that
    it is seen in a small window too."""
    if turn.place.topic not in folded:
        return turn
    told = Group("", (fact(folded_told(tr)),))
    board = turn.board
    if isinstance(board, Board):
        return replace(turn, board=replace(board, groups=(told, *board.groups)))
    return replace(turn, board=replace(board, beside=(*board.beside, told)))
