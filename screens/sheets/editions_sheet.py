"""`EditionsSheet`: the agreed editions with their participants and consents (C9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from zlp_tui.conversation.ports.history_queries import EditionLine
from zlp_tui.plan.view import Consents

SIGNS: Final[dict[Consents, str]] = {"agrees": "✓", "does-not": "×", "not-asked": "·"}
"""Signs of the consents; a text always accompanies them."""


@dataclass(frozen=True, slots=True)
class EditionsSheet:
    """The editions under each other; `were_there` formats the names of the participants."""

    editions: Sequence[EditionLine]
    were_there: Callable[[str], str]

    def cells(self, width: int) -> list[Cell]:
        """The title of each edition can be chosen."""
        cells: list[Cell] = []
        for edition in self.editions:
            y = height_of(cells) + (1 if cells else 0)
            there = self.were_there(edition.present) if edition.present else ""
            title = LineItem(edition.title, str(edition.number), note=there, look="here")
            cells += stacked([title, *self._consents(edition)], 0, y, width)
        return cells

    def _consents(self, edition: EditionLine) -> Iterator[LineItem]:
        for consent in edition.consents:
            yield LineItem(f"{consent.name}: {consent.says}", sign=SIGNS[consent.consent], indent=2)
            if consent.words:
                yield LineItem(f"“{consent.words}”", indent=4, look="quote")
