"""Signals of a bad day: what was said of one can be noted on a day, “it was so today” (M09).

Such a note is a note of how it went about a statement; it counts nowhere, and decides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zlp_tui.plan.view import PlanView, Progress, Statement

SIDE: Final = "bad"
"""The side of a statement that tells of a bad day, whichever topic asked about it."""


def signals(view: PlanView) -> tuple[Statement, ...]:
    """What was said of bad days and stands, in the order in which it was said."""
    return tuple(said for said in view.live_statements if said.side == SIDE)


def noted_of(view: PlanView, ref: str) -> tuple[Progress, ...]:
    """The notes about a statement and about the words that it took the place of, in the order of the plan's history."""
    before = {said.id: said.replaces for said in view.statements if said.side == SIDE}
    chain: set[str] = set()
    line: str | None = ref
    while line in before and line not in chain:
        chain.add(line)
        line = before[line]
    return tuple(note for note in view.progress if note.about in chain)
