"""Lines of text laid out on a sheet: what `Lines` shows. Texts are data, never markup.

A sheet is made of cells. A cell stands at a column and a row of its own, is one or more screen lines high, and may
carry a `ref`, which makes it something to choose. `rows`, `columns` and `table` lay cells out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from zlp_tui.text import visible

Look = Literal["text", "quote", "by", "quiet", "heading", "here", "strong", "sign", "intro", "rule"]
"""How a piece of text looks; each is a component class of `Lines`."""

Piece = tuple[str, Look]
GUTTER = 2
"""Columns left of every cell, for the mark that shows where one is."""
NARROW = 24
"""In a column narrower than this a name below a text is not indented, so that it stays on one line more often."""


class LineItem(NamedTuple):
    """One thing in a list: a text, who said it at the right, what introduces it before it, a quiet word below it.

    `sign` stands before the text and keeps its own column. `ref` makes the line something to choose. `beside`: the
    quiet word stands after the text where both fit on one line.
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
    """A laid-out line: where it stands, how wide it is, and its screen lines as pieces of text."""

    x: int
    y: int
    width: int
    lines: tuple[tuple[Piece, ...], ...]
    ref: str | None = None
    column: int = 0

    @property
    def bottom(self) -> int:
        """The first row under the cell."""
        return self.y + len(self.lines)


class Sheet(Protocol):
    """Something that lays itself out for a width."""

    def cells(self, width: int) -> list[Cell]:
        """All cells, in reading order."""


def signed(line: LineItem, signs: Mapping[str, str]) -> LineItem:
    """A line with the words below it that belong to its `ref`, if there are any."""
    sign = signs.get(line.ref or "")
    if not sign:
        return line
    return line._replace(note=f"{line.note} · {sign}" if line.note else sign)


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of at most `width` cells; words stay whole where they fit."""
    shown = visible(text).expandtabs(4)
    if len(shown) <= width and shown.isascii() and "\n" not in shown:
        return (shown,)
    return tuple(line.plain.rstrip() for line in Content(shown).wrap(max(1, width)))


def fitted(text: str, width: int) -> str:
    """A text on one line of exactly `width` cells, with an ellipsis where it does not fit."""
    shown = " ".join(visible(text).split())
    if cell_len(shown) > width:
        return set_cell_size(set_cell_size(shown, max(0, width - 1)).rstrip() + "…", width)
    return set_cell_size(shown, width)


@lru_cache(maxsize=2048)
def laid_out(line: LineItem, width: int, beside: bool) -> tuple[tuple[Piece, ...], ...]:
    """A line's screen lines. `beside`: the speaker stands at the right of the last line where that fits."""
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
    """The lines with the speaker, at the right of the text or of the note where that fits; and the note, if left."""
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
    """Lines under each other. `gap` rows of white stand before each heading, the first excepted."""

    lines: tuple[LineItem, ...]
    gap: int = 1

    def cells(self, width: int) -> list[Cell]:
        """All lines, each as wide as the sheet."""
        return stacked(self.lines, 0, 0, width, gap=self.gap)


class ColumnsSheet(NamedTuple):
    """Groups of lines beside each other where there is room for it, else under each other."""

    groups: tuple[tuple[LineItem, ...], ...]
    least: int = 34
    """The narrowest that a column may be."""

    def cells(self, width: int) -> list[Cell]:
        """The groups' lines; each group is one column."""
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
    """Rows of cells under column titles, with a title before each row."""

    titles: tuple[str, ...]
    rows: tuple[str, ...]
    body: tuple[tuple[tuple[LineItem, ...], ...], ...]
    here: tuple[int, int] | None = None
    tail: tuple[LineItem, ...] = ()
    gap: int = 0
    """Rows of white between the rows, where it is a real table."""

    def cells(self, width: int) -> list[Cell]:
        """A real table where it fits, else column by column under each other."""
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
    """Lines as cells under each other, from `y` down."""
    cells: list[Cell] = []
    top = y
    for line in lines:
        if gap and cells and line.look in ("heading", "here"):
            y += gap
        text = laid_out(line, max(10, width - GUTTER), beside)
        cells.append(Cell(x, y, width, text, line.ref, column))
        y = cells[-1].bottom
    return cells if y > top else []


def height_of(cells: Sequence[Cell]) -> int:
    """How many screen lines the cells take."""
    return max((cell.bottom for cell in cells), default=0)
