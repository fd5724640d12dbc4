"""`QuestionsSheet`: questions to think about, large and calm: one under the other, with much white between."""

from __future__ import annotations

from typing import NamedTuple

from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from zlp_tui.conversation.ports.plan_pages import Beforehand

COLUMN = 60
"""At most so wide: short lines are read more easily."""


class QuestionsSheet(NamedTuple):
    """The questions of the next talk; `nothing` stands there when there are none."""

    page: Beforehand | None
    nothing: LineItem

    def cells(self, width: int) -> list[Cell]:
        """What the talk is about, then each question in a paragraph of its own."""
        if self.page is None:
            return stacked((self.nothing,), 0, 0, width)
        page, narrow = self.page, min(width, COLUMN)
        about = LineItem(f"{page.about} {page.how_long}", look="quiet")
        cells = stacked((LineItem(page.title, look="here"), about), 0, 0, narrow)
        for question in page.questions:
            cells += stacked((LineItem(question, look="strong"),), 0, height_of(cells) + 2, narrow)
        return cells
