"""`MarkedCells`: the cells of a sheet, and which of them is marked."""

from __future__ import annotations

from collections.abc import Sequence

from screens.parts.line_layout import Cell, cell_words


class MarkedCells:
    """A laid-out sheet of which one cell with a `ref` is marked, by its index in `all`; none where there is none.

    `answers`: these are answers to a question, so nothing is marked before somebody marks it.
    """

    def __init__(self) -> None:
        self.all: Sequence[Cell] = ()
        self.selectable: Sequence[int] = ()
        """The cells that can be chosen."""
        self.at: int | None = None
        self.answers = False

    @property
    def marked(self) -> Cell | None:
        """The marked cell."""
        return None if self.at is None else self.all[self.at]

    @property
    def ref(self) -> str | None:
        """The `ref` of the marked cell."""
        return None if self.at is None else self.all[self.at].ref

    @property
    def refs(self) -> list[str | None]:
        """The `ref` of each cell that can be chosen."""
        return [self.all[index].ref for index in self.selectable]

    @property
    def waits(self) -> bool:
        """Whether there is something to choose, and nothing is marked yet."""
        return self.answers and self.at is None and bool(self.selectable)

    def lay(self, cells: Sequence[Cell]) -> None:
        """Other cells; the mark stays on the same `ref`."""
        ref = self.ref if self.all else None
        self.all = cells
        self.selectable = [index for index, cell in enumerate(cells) if cell.ref is not None]
        self.mark(ref)

    def mark(self, ref: str | None) -> None:
        """Mark the cell with this `ref`, else the first one, but of answers none."""
        found = (index for index in self.selectable if ref is not None and self.all[index].ref == ref)
        self.at = next(found, self.selectable[0] if self.selectable and not self.answers else None)

    def mark_nearest(self, ref: str | None, before: Sequence[str | None]) -> None:
        """Mark this cell, or where it is gone the one that stood nearest to it before and is there still."""
        here = set(self.refs)
        if ref not in here and ref in before:
            at = before.index(ref)
            left = [index for index, known in enumerate(before) if known in here]
            ref = before[min(left, key=lambda index: (abs(index - at), index < at))] if left else None
        self.mark(ref)

    def below(self, by: int) -> int | None:
        """The cell that is `by` further down in the column of the marked one."""
        here = self.marked
        if here is None or self.at is None:
            return None
        column = [index for index in self.selectable if self.all[index].column == here.column]
        at = column.index(self.at) + by
        return column[at] if 0 <= at < len(column) else None

    def aside(self, by: int) -> int | None:
        """The cell that is nearest to the marked one, in the column that is `by` further to the right."""
        here = self.marked
        if here is None:
            return None
        beside = [index for index in self.selectable if self.all[index].column == here.column + by]
        return min(beside, key=lambda index: abs(self.all[index].y - here.y)) if beside else None

    def words_here(self, top: int) -> str:
        """The words of the marked cell, or of the first one with words from the row `top` on."""
        in_view = (cell for cell in self.all if cell.bottom > top and cell_words(cell))
        here = self.marked or next(in_view, None)
        return cell_words(here) if here is not None else ""

    def all_words(self) -> str:
        """The words of all cells, one under the other."""
        return "\n".join(filter(None, map(cell_words, self.all)))
