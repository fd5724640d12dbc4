"""`GoalResultsSheet`: the results of an evaluation per goal: the decision, how close it is, and what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from screens.parts.joined_cells import joined
from screens.parts.line_layout import Cell, LineItem, height_of
from screens.steps.answer_pictures import steps
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.evaluation_pages import GoalResult
from zlp_tui.plan.view import Decision

SIGNS: Final[dict[Decision | None, str]] = {"reached": "✓", "go-on": "→", "adjust": "↻", "stop": "■", None: "·"}
"""Signs of the decisions; a text always accompanies them."""


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The introductions to the parts of a result."""

    not_discussed: str
    came_of_it: str
    why: str
    becomes: str


@dataclass(frozen=True, slots=True)
class GoalResultsSheet:
    """The goals under each other, each with its decision."""

    goals: Sequence[tuple[GoalResult, Decision | None]]
    words: GoalWords

    def cells(self, width: int) -> list[Cell]:
        """One cell per goal, which can be chosen."""
        cells: list[Cell] = []
        for goal, decision in self.goals:
            y = height_of(cells) + (1 if cells else 0)
            cells.append(joined(self._lines(goal, decision), y, width, goal.goal.ref or None))
        return cells

    def _lines(self, goal: GoalResult, decision: Decision | None) -> Iterator[LineItem]:
        yield quote_line(goal.goal)._replace(sign=SIGNS[decision], intro="", ref=None)
        if not goal.discussed:
            yield LineItem(self.words.not_discussed, indent=2, look="quiet")
        if goal.decision:
            yield LineItem(goal.decision, by=goal.decided_by, note=goal.tally, indent=2, look="strong", beside=True)
        elif goal.tally:
            yield LineItem(goal.tally, indent=2, look="quiet")
        for close in goal.how_close:
            yield LineItem(close.words, by=close.by, sign=steps(close.step), indent=2)
        became = (goal.successor,) if goal.successor else ()
        for intro, quotes in (
            (self.words.came_of_it, goal.outcome), (self.words.why, goal.why), (self.words.becomes, became),
        ):
            for said in quotes:
                by = "" if said.by == goal.goal.by and len(quotes) == 1 else said.by
                yield quote_line(said)._replace(intro=intro, by=by, indent=2, ref=None)
