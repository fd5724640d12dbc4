"""Cells made of several items: stacked, or two stacks side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from screens.parts.line_layout import GUTTER, Cell, LineItem, Piece, laid_out

ScreenLines = tuple[tuple[Piece, ...], ...]


def under_each_other(lines: Iterable[LineItem], width: int, *, beside: bool = True) -> ScreenLines:
    """The screen lines of several items, within `width` cells."""
    return tuple(drawn for line in lines for drawn in laid_out(line, width, beside))


def joined(lines: Iterable[LineItem], y: int, width: int, ref: str | None) -> Cell:
    """Several items as one cell over the whole width."""
    return Cell(0, y, width, under_each_other(lines, max(10, width - GUTTER)), ref)


def side_by_side(
    left: Sequence[LineItem], right: Sequence[LineItem], y: int, width: int, gap: int, ref: str | None
) -> Cell:
    """Two stacks of items side by side as one cell, each half of the width."""
    half = (width - GUTTER - gap) // 2
    lefts, rights = (under_each_other(lines, half, beside=False) for lines in (left, right))
    lines = [
        (*at_left, (" " * (half + gap - _width(at_left)), "text"), *at_right)
        for at_left, at_right in zip_longest(lefts, rights, fillvalue=())
    ]
    return Cell(0, y, width, tuple(lines), ref)


def _width(pieces: Iterable[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
