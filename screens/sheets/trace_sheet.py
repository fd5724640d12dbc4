"""`TraceSheet`: the origins of an agreement: each statement with its speaker, date and question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from zlp_tui.conversation.ports.plan_pages import TraceStep


@dataclass(frozen=True, slots=True)
class TraceSheet:
    """The steps of a trace under each other. `comes_from` and `also` stand between them; `asked` and `before` format
    the question that was asked and the earlier wordings.
    """

    steps: Sequence[TraceStep]
    comes_from: str
    also: str
    asked: Callable[[str], str]
    before: Callable[[str], str]

    def cells(self, width: int) -> list[Cell]:
        """Every step; its statement can be chosen."""
        cells: list[Cell] = []
        for number, step in enumerate(self.steps):
            if number:
                cells += stacked(self._between(self.steps[number - 1]), 0, height_of(cells), width)
            cells += stacked(self._lines(step), 0, height_of(cells), width)
        return cells

    def _between(self, before: TraceStep) -> list[LineItem]:
        """What is shown between a step and its origin; a statement has no origin, so the next step is a second one."""
        if before.asked:
            return [LineItem(""), LineItem(self.also, look="quiet")]
        return [LineItem("│", look="rule"), LineItem(f"▼ {self.comes_from}", look="quiet")]

    def _lines(self, step: TraceStep) -> list[LineItem]:
        return [
            LineItem(step.what, by=step.on, look="strong"),
            LineItem(f"“{step.text}”", ref=step.ref or None, by=step.by, look="quote"),
            *([LineItem(self.asked(step.asked), look="quiet")] if step.asked else []),
            *(LineItem(self.before(words), look="quiet") for words in step.history),
            *(LineItem(words, look="strong") for words in step.beside),
        ]
