"""`CardsSheet`: agreements as cards, of which one is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rich.cells import cell_len

from screens.parts.line_layout import GUTTER, Cell, LineItem, height_of, signed, stacked
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.plan_pages import Card
from zlp_tui.conversation.ports.turn import Quote

COLUMNS_FROM = 96
"""From this width on, the questions of the open card are laid out in columns."""
_COLUMNS = 3
"""What was agreed (what, when, who) on one row, how it went (done, brought, otherwise) on the next."""
_GAP = 2
_LABEL = 22


@dataclass(frozen=True, slots=True)
class CardsSheet:
    """Agreements by life domain. `open` is the `ref` of the card that shows its questions; `goal` labels the goal of an
    agreement; `loose` is the title of those without a domain; `signs` are notes by `ref`.
    """

    cards_: Sequence[Card]
    open: str | None
    goal: str
    loose: str
    signs: Mapping[str, str] = field(default_factory=dict)

    def cells(self, width: int) -> list[Cell]:
        """The title of each card can be chosen, and in the open card each quote too."""
        cells: list[Cell] = []
        for domain, group in groupby(self.cards_, key=lambda card: card.domain):
            y = height_of(cells) + (1 if cells else 0)
            cells += stacked([LineItem(domain or self.loose, look="here")], 0, y, width)
            for card in group:
                opened = card.ref == self.open
                title = LineItem(f"“{card.title}”", card.ref, card.by, sign="−" if opened else "+", look="quote")
                cells += stacked([signed(title, self.signs)], 0, height_of(cells), width)
                if opened:
                    opening = self._in_columns if width >= COLUMNS_FROM else self._in_rows
                    cells += opening(card, width, height_of(cells) + 1)
                    cells += stacked([LineItem("")], 0, height_of(cells), width)
        return cells

    def _quoted(self, quote: Quote) -> LineItem:
        """A quote with its sign; the card's own words have it in the title."""
        line = quote_line(quote)
        return line if quote.ref == self.open else signed(line, self.signs)

    def _in_columns(self, card: Card, width: int, y: int) -> Iterator[Cell]:
        """The goal, and below it the questions in rows of three columns."""
        if card.goal:
            served = stacked([LineItem(f"“{card.goal}”", intro=self.goal, indent=2, look="quote")], 0, y, width)
            yield from served
            y = height_of(served) + 1
        each = (width - GUTTER - _GAP * (_COLUMNS - 1)) // _COLUMNS
        rows = _answered(card)
        for first in range(0, len(rows), _COLUMNS):
            bottom = y
            for column, (label, quotes) in enumerate(rows[first : first + _COLUMNS]):
                lines = [LineItem(label, look="heading"), *map(self._quoted, quotes)]
                said = stacked(lines, GUTTER + column * (each + _GAP), y, each, beside=False, column=column)
                yield from said
                bottom = max(bottom, height_of(said))
            y = bottom + 1

    def _in_rows(self, card: Card, width: int, y: int) -> Iterator[Cell]:
        """The questions under each other, each beside its answers, or above them if that is too narrow."""
        answered = _answered(card)
        rows = [(self.goal, (Quote("", card.goal),)), *answered] if card.goal else list(answered)
        if not rows:
            return
        label_width = min(_LABEL, max(cell_len(label) for label, _ in rows)) + GUTTER + 2
        beside = width >= label_width + 40
        for label, quotes in rows:
            lines = [self._quoted(quote) for quote in quotes]
            yield from stacked([LineItem(label, look="quiet", indent=2)], 0, y, label_width if beside else width)
            if beside:
                said = stacked(lines, label_width, y, width - label_width)
            else:
                said = stacked([self._quoted(quote)._replace(indent=4) for quote in quotes], 0, y + 1, width)
            yield from said
            y = max([y + 1, *(cell.bottom for cell in said)]) + 1


def _answered(card: Card) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """The questions of a card that have an answer; the others would be a form to fill in."""
    return tuple((label, quotes) for label, quotes in card.rows if quotes)
