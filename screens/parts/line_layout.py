"""The layout engine of `LineList`: items of text become cells on a sheet. Texts are data, never markup.

A cell has a position and is one or more screen lines high; a cell with a `ref` can be chosen. A `Sheet` lays its cells
out for a width; `RowsSheet`, `ColumnsSheet` and `TableSheet` are the general ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from zlp_tui.text import visible

Look = Literal["text", "quote", "by", "quiet", "heading", "here", "strong", "sign", "intro", "rule"]
"""The style of a piece of text; each is a component class of `LineList`."""

Piece = tuple[str, Look]
GUTTER = 2
"""Columns left of every cell, for the mark of the selected one."""
NARROW = 24
"""In a narrower column a name below a text is not indented, so that it fits on one line more often."""


class LineItem(NamedTuple):
    """An item of a list: a text with a speaker (`by`) at the right, an introduction before it and a note below it.

    `sign` precedes the text in a column of its own. An item with a `ref` can be chosen. `beside`: the note follows the
    text if both fit on one line.
    """

    text: str
    ref: str | None = None
    by: str = ""
    intro: str = ""
    note: str = ""
    sign: str = ""
    look: Look = "text"
    indent: int = 0
    beside: bool = False


class Cell(NamedTuple):
    """A laid-out item: its position, its width, and its screen lines as pieces of text."""

    x: int
    y: int
    width: int
    lines: tuple[tuple[Piece, ...], ...]
    ref: str | None = None
    column: int = 0
    item: LineItem | None = None
    """What was laid out, where that is one item."""

    @property
    def bottom(self) -> int:
        """The first row under the cell."""
        return self.y + len(self.lines)


class Sheet(Protocol):
    """Content of a `LineList`, which lays itself out for a width."""

    def cells(self, width: int) -> list[Cell]:
        """All cells, in reading order."""


def signed(line: LineItem, signs: Mapping[str, str]) -> LineItem:
    """An item with the sign that belongs to its `ref`, if any, added to its note."""
    sign = signs.get(line.ref or "")
    if not sign:
        return line
    return line._replace(note=f"{line.note} · {sign}" if line.note else sign)


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Wrap a text at words into lines of at most `width` cells."""
    shown = visible(text).expandtabs(4)
    if len(shown) <= width and shown.isascii() and "\n" not in shown:
        return (shown,)
    return tuple(line.plain.rstrip() for line in Content(shown).wrap(max(1, width)))


def fitted(text: str, width: int) -> str:
    """Pad a text to one line of exactly `width` cells, or cut it with an ellipsis."""
    shown = " ".join(visible(text).split())
    if cell_len(shown) > width:
        return set_cell_size(set_cell_size(shown, max(0, width - 1)).rstrip() + "…", width)
    return set_cell_size(shown, width)


@lru_cache(maxsize=2048)
def laid_out(line: LineItem, width: int, beside: bool) -> tuple[tuple[Piece, ...], ...]:
    """The screen lines of an item. `beside`: the speaker goes at the right of the last line if it fits there."""
    lead = " " * line.indent + (f"{line.sign} " if line.sign else "")
    lead_width = cell_len(lead)
    room = max(8, width - lead_width)
    lines: list[tuple[Piece, ...]] = []
    pad = " " * lead_width
    body = wrapped(line.text, room)
    if line.intro and len(body) == 1 and cell_len(line.intro) + 3 + cell_len(body[0]) + cell_len(line.by) < room:
        colon = "" if line.intro[-1] in ":?!.…" else ":"
        lines.append(((lead, "sign"), (f"{line.intro}{colon} ", "intro"), (body[0], line.look)))
    else:
        if line.intro:
            lines += [((pad, "text"), (part, "intro")) for part in wrapped(line.intro, room)]
        lines += [((lead if number == 0 else pad, "sign"), (part, line.look)) for number, part in enumerate(body)]
    by, note = " ".join(visible(line.by).split()), line.note
    if line.beside and note and len(lines) == 1 and "\n" not in note:
        after = f" · {note}"
        if sum(cell_len(text) for text, _ in lines[0]) + cell_len(after) + (cell_len(by) + 2 if by else 0) <= width:
            lines, note = [(*lines[0], (after, "quiet"))], ""
    if by and not beside and note:
        by, note = f"{by} · {note}", ""
    if by:
        lines, note = _with_speaker(lines, by, note, width, lead_width, beside)
    if note:
        lines += [((pad, "text"), (part, "quiet")) for part in wrapped(note, room)]
    return tuple(lines)


def _with_speaker(
    lines: list[tuple[Piece, ...]], by: str, note: str, width: int, lead_width: int, beside: bool
) -> tuple[list[tuple[Piece, ...]], str]:
    """Add the speaker to the text's or the note's line, or below. Also returns the note, unless it was added too."""
    space = width - sum(cell_len(text) for text, _ in lines[-1]) - cell_len(by)
    if beside and space >= 2:
        return [*lines[:-1], (*lines[-1], (" " * space, "text"), (by, "by"))], note
    between = width - lead_width - cell_len(note) - cell_len(by)
    if beside and note and "\n" not in note and between >= 2:
        return [*lines, ((" " * lead_width, "text"), (note, "quiet"), (" " * between, "text"), (by, "by"))], ""
    under = lead_width + (2 if width >= NARROW else 0)
    indent = max(0, width - cell_len(by)) if beside else under
    return [*lines, *(((" " * indent, "text"), (part, "by")) for part in wrapped(by, max(1, width - indent)))], note


class RowsSheet(NamedTuple):
    """Items under each other, with `gap` blank rows before each heading but the first."""

    lines: tuple[LineItem, ...]
    gap: int = 1

    def cells(self, width: int) -> list[Cell]:
        """A cell per item, each as wide as the sheet."""
        return stacked(self.lines, 0, 0, width, gap=self.gap)


class ColumnsSheet(NamedTuple):
    """Groups of items side by side if there is room, else under each other."""

    groups: tuple[tuple[LineItem, ...], ...]
    least: int = 34
    """The minimal width of a column."""

    def cells(self, width: int) -> list[Cell]:
        """A column of cells per group."""
        count = len(self.groups)
        if count < 2 or width < count * self.least:
            return stacked([line for group in self.groups for line in group], 0, 0, width, gap=1)
        space = 2
        each = (width - space * (count - 1)) // count
        cells: list[Cell] = []
        for number, group in enumerate(self.groups):
            cells += stacked(group, number * (each + space), 0, each, beside=False, column=number)
        return cells


class TableSheet(NamedTuple):
    """A table with titles for its columns and rows; `here` is the current cell, `tail` stands below the table."""

    titles: tuple[str, ...]
    rows: tuple[str, ...]
    body: tuple[tuple[tuple[LineItem, ...], ...], ...]
    here: tuple[int, int] | None = None
    tail: tuple[LineItem, ...] = ()
    gap: int = 0
    """Blank rows between the rows of the table."""

    def cells(self, width: int) -> list[Cell]:
        """A table if it fits, else its columns under each other."""
        count = max(1, len(self.titles))
        first = min(18, max((cell_len(row) for row in self.rows), default=0) + 2)
        each = (width - first) // count - 1
        if each < 16:
            return self._below_each_other(width)
        cells: list[Cell] = []
        for number, title in enumerate(self.titles):
            look: Look = "here" if self.here and self.here[1] == number else "heading"
            x = first + number * (each + 1)
            cells += stacked([LineItem(title, look=look)], x, 0, each, column=number)
        y = max((cell.bottom for cell in cells), default=0)
        for row_number, row in enumerate(self.rows):
            at_row = self.here is not None and self.here[0] == row_number
            made = stacked([LineItem(row, look="here" if at_row else "quiet")], 0, y, first)
            for number, lines in enumerate(self.body[row_number]):
                made += stacked(lines, first + number * (each + 1), y, each, beside=False, column=number)
            y = max(cell.bottom for cell in made) + self.gap
            cells += made
        return cells + stacked(self.tail, 0, y + 1 - self.gap, width)

    def _below_each_other(self, width: int) -> list[Cell]:
        lines: list[LineItem] = []
        for number, title in enumerate(self.titles):
            lines.append(LineItem(title, look="here" if self.here and self.here[1] == number else "heading"))
            for row_number, row in enumerate(self.rows):
                said = self.body[row_number][number]
                at = self.here == (row_number, number)
                if said or at:
                    lines.append(LineItem(row, look="here" if at else "quiet"))
                    lines += said
        return stacked([*lines, *self.tail], 0, 0, width, gap=1)


def stacked(
    lines: Iterable[LineItem], x: int, y: int, width: int, *, beside: bool = True, column: int = 0, gap: int = 0
) -> list[Cell]:
    """Items as cells under each other, from row `y` down."""
    cells: list[Cell] = []
    top = y
    for line in lines:
        if gap and cells and line.look in ("heading", "here"):
            y += gap
        text = laid_out(line, max(10, width - GUTTER), beside)
        cells.append(Cell(x, y, width, text, line.ref, column, line))
        y = cells[-1].bottom
    return cells if y > top else []


def height_of(cells: Sequence[Cell]) -> int:
    """The number of screen lines that the cells take."""
    return max((cell.bottom for cell in cells), default=0)


def cell_words(cell: Cell) -> str:
    """A cell as text to copy: the words whole, and whose they are, without signs."""
    item = cell.item
    if item is None:
        lines = (" ".join(text.strip() for text, look in line if look != "sign") for line in cell.lines)
        return "\n".join(filter(None, map(str.strip, lines)))
    said = " ".join(filter(None, (item.intro, item.text.strip(), " ".join(item.by.split()))))
    return "\n".join(filter(None, (said, item.note)))
