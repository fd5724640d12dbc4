"""Goals and agreements: cards of which one is open, or a table where the window is wide enough for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from screens.parts.sheet import GUTTER, Cell, Line, height_of, stacked
from screens.steps.boards import quote_line
from zlp_tui.conversation.desk import Card, Quote

TABLE_FROM = 108
"""From this width on, agreements are a table."""
_GAP = 1
_LABEL = 22
_LEAST = 11
"""The narrowest a column of the table may be, its mark counted in."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Agreements under their life domain. `open` is the card that shows its questions; `goal` names the
    goal an agreement serves; `loose` is the title of those without a domain.
    """

    cards_: Sequence[Card]
    open: str | None
    goal: str
    loose: str

    def cells(self, width: int) -> list[Cell]:
        """Each card's own words can be chosen, and in an open card each quote too."""
        cells: list[Cell] = []
        for domain, group in groupby(self.cards_, key=lambda card: card.domain):
            y = height_of(cells) + (1 if cells else 0)
            cells += stacked([Line(domain or self.loose, look="here")], 0, y, width)
            for card in group:
                opened = card.ref == self.open
                title = Line(f"“{card.title}”", card.ref, card.by, sign="−" if opened else "+", look="quote")
                cells += stacked([title], 0, height_of(cells), width)
                if opened:
                    cells += self._opened(card, width, height_of(cells) + 1)
                    cells += stacked([Line("")], 0, height_of(cells), width)
        return cells

    def _opened(self, card: Card, width: int, y: int) -> Iterator[Cell]:
        rows = [(self.goal, (Quote("", card.goal),)), *card.rows] if card.goal else list(card.rows)
        label_width = min(_LABEL, max(cell_len(label) for label, _ in rows)) + GUTTER + 2
        beside = width >= label_width + 40
        for label, quotes in rows:
            lines = [quote_line(quote) for quote in quotes] or [Line("")]
            yield from stacked([Line(label, look="quiet", indent=2)], 0, y, label_width if beside else width)
            if beside:
                said = stacked(lines, label_width, y, width - label_width)
            else:
                said = stacked([quote_line(quote)._replace(indent=4) for quote in quotes], 0, y + 1, width)
            yield from said
            y = max([y + 1, *(cell.bottom for cell in said)]) + 1


@dataclass(frozen=True, slots=True)
class CardTable:
    """Agreements as the table of the model plan: a row per agreement, a column per question."""

    cards_: Sequence[Card]
    want: str
    loose: str

    def cells(self, width: int) -> list[Cell]:
        """Titles once, then per life domain its agreements."""
        if not self.cards_:
            return []
        titles = (self.want, *(label for label, _ in self.cards_[0].rows))
        columns = _columns(self._weights(titles), width)
        cells = [
            cell
            for number, title in enumerate(titles)
            for cell in stacked([Line(title, look="quiet")], *_at(columns[number], 0), column=number)
        ]
        for domain, group in groupby(self.cards_, key=lambda card: card.domain):
            cells += stacked([Line(domain or self.loose, look="here")], 0, height_of(cells) + 1, width)
            for number, card in enumerate(group):
                y = height_of(cells) + (1 if number else 0)
                own = Line(f"“{card.title}”", card.ref, card.by, look="quote")
                cells += stacked([own], *_at(columns[0], y), beside=False)
                for column, (_, quotes) in enumerate(card.rows, start=1):
                    lines = [quote_line(quote) for quote in quotes]
                    cells += stacked(lines, *_at(columns[column], y), beside=False, column=column)
        return cells

    def _weights(self, titles: Sequence[str]) -> list[float]:
        """How much is said in each column; the root of it, so that a long story leaves room for the others."""
        said = [[*(len(card.title) for card in self.cards_)]]
        said += [
            [sum(len(quote.text) + len(quote.by) for quote in card.rows[number][1]) for card in self.cards_]
            for number in range(len(titles) - 1)
        ]
        return [math.sqrt(max(12, *lengths)) * (1.5 if number == 0 else 1) for number, lengths in enumerate(said)]


def _columns(weights: Sequence[float], width: int) -> list[tuple[int, int]]:
    """Where columns begin and how wide they are: a column with more words in it has more room."""
    room = width - _GAP * (len(weights) - 1) - _LEAST * len(weights)
    columns: list[tuple[int, int]] = []
    x = 0
    for weight in weights:
        wide = _LEAST + int(room * weight / sum(weights))
        columns.append((x, wide))
        x += wide + _GAP
    return columns


def _at(column: tuple[int, int], y: int) -> tuple[int, int, int]:
    x, width = column
    return x, y, width
