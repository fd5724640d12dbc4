"""`DomainsThenNowSheet`: the marks of each life domain, then and now, as a scale per person and in words (V69, L41).

    mevrouw De Vries   ────────○━━━━━●──────   toen 4, nu 7
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.cells import cell_len

from screens.parts.line_layout import GUTTER, Cell, LineItem, Look, Piece, fitted, height_of, stacked, wrapped
from zlp_tui.conversation.living import DomainResult, Mark

THEN: Final = "○"
NOW: Final = "●"
BOTH: Final = "◉"
MOST: Final = 10
WIDE_FROM: Final = 94
"""From this width on, the life domain stands before its scales instead of above them."""
_TITLE: Final = 32
_NAME: Final = 18
_SPACE: Final = 2


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The labels of the marks of then and of now."""

    was: str
    is_: str

    def of(self, then: Mark | None, now: Mark | None) -> str:
        """“toen 4, nu 7”."""
        said = [(self.was, then), (self.is_, now)]
        return ", ".join(f"{when} {_small(mark.words)}".strip() for when, mark in said if mark is not None)


@dataclass(frozen=True, slots=True)
class DomainsThenNowSheet:
    """The life domains with a scale per person; marks of several people are never averaged."""

    domains: Sequence[DomainResult]
    words: MarkWords

    def cells(self, width: int) -> list[Cell]:
        """None of these cells can be chosen."""
        cells: list[Cell] = []
        wide = width >= WIDE_FROM
        several = any(len(people_of(domain)) > 1 for domain in self.domains)
        for domain in self.domains:
            y = height_of(cells) + (1 if cells and (several or not wide) else 0)
            title = " ".join(word for word in (domain.pictogram, domain.title) if word)
            cells += stacked([LineItem(title, look="strong")], 0, y, _TITLE if wide else width)
            cells += self._people(domain, _TITLE if wide else 0, y if wide else height_of(cells), width)
        return cells

    def _people(self, domain: DomainResult, x: int, y: int, width: int) -> Iterator[Cell]:
        """A row per person."""
        for name in people_of(domain):
            then, now = (next((mark for mark in marks if mark.by == name), None) for marks in (domain.then, domain.now))
            cell = Cell(x, y, width - x, tuple(self._row(name, then, now, width - x - GUTTER)))
            yield cell
            y = cell.bottom

    def _row(self, name: str, then: Mark | None, now: Mark | None, room: int) -> Iterator[tuple[Piece, ...]]:
        long = _NAME if room >= _NAME + 44 else _NAME - 2
        step = 3 if room >= long + 54 else 2
        picture = track(then.mark if then else None, now.mark if now else None, step)
        left: tuple[Piece, ...] = ((fitted(name, long), "by"), (" " * _SPACE, "text"))
        said = self.words.of(then, now)
        before = long + _SPACE
        space = room - before - MOST * step - 1 - _SPACE
        if cell_len(said) <= space:
            yield (*left, *picture, (" " * _SPACE, "text"), (said, "text"))
            return
        yield (*left, *picture)
        yield from (((" " * before, "text"), (part, "text")) for part in wrapped(said, max(8, room - before)))


def people_of(domain: DomainResult) -> tuple[str, ...]:
    """The names of those who gave a mark, those of now first."""
    return tuple(dict.fromkeys(mark.by for mark in (*domain.now, *domain.then)))


def track(then: int | None, now: int | None, step: int) -> tuple[Piece, ...]:
    """A scale from 0 to 10 with `step` cells a point: a ring for then, a disc for now, a thick line between them."""
    at_then, at_now = (None if mark is None else max(0, min(MOST, mark)) * step for mark in (then, now))
    ends = sorted(at for at in (at_then, at_now) if at is not None)

    def drawn(at: int) -> Piece:
        if at == at_now:
            return (BOTH if at_now == at_then else NOW), "here"
        if at == at_then:
            return THEN, "strong"
        return ("━", "sign") if len(ends) > 1 and ends[0] < at < ends[1] else ("─", "rule")

    cells = [drawn(at) for at in range(MOST * step + 1)]
    return tuple(("".join(text for text, _ in same), look) for look, same in groupby(cells, key=_look))


def _look(piece: Piece) -> Look:
    return piece[1]


def _small(words: str) -> str:
    """A text with a small first letter."""
    return words[:1].lower() + words[1:]
