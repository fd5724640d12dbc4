"""Sheets of a turn's board or grid: quotes with their speakers, in columns or as a table of options."""

from __future__ import annotations

from screens.parts.line_layout import ColumnsSheet, LineItem, RowsSheet, Sheet, TableSheet
from zlp_tui.conversation.ports.turn import Board, Grid, Group, Quote


def quote_line(quote: Quote) -> LineItem:
    """A quote as an item, between quotation marks if these are somebody's own words."""
    text = f"“{quote.text}”" if quote.own_words else quote.text
    return LineItem(
        text, ref=quote.ref or None, by=quote.by, intro=quote.intro, note=quote.note,
        look="quote" if quote.own_words else "text",
    )


def group_lines(group: Group, here: str, *, headed: bool = True) -> tuple[LineItem, ...]:
    """A heading with its quotes; `here` marks the current group, beside its title or whole below it."""
    lines = [quote_line(quote) for quote in group.quotes]
    if not headed or not group.title:
        return tuple(lines)
    pointer = f"◂ {here}" if group.here else ""
    return (LineItem(group.title, note=pointer, beside=True, look="here" if group.here else "heading"), *lines)


def board_sheet(board: Board | Grid, here: str) -> Sheet:
    """The sheet of a board or a grid."""
    if isinstance(board, Grid):
        return grid_sheet(board, here)
    groups = tuple(lines for group in board.groups if (lines := group_lines(group, here)))
    if board.side_by_side and len(groups) > 1:
        return ColumnsSheet(groups, least=32)
    return RowsSheet(tuple(line for group in groups for line in group))


def grid_sheet(grid: Grid, here: str) -> TableSheet:
    """The grid as a table, with its other groups below it."""
    body = tuple(tuple(tuple(map(quote_line, quotes)) for quotes in row) for row in grid.cells)
    tail = tuple(line for group in grid.beside if group.quotes for line in group_lines(group, here))
    return TableSheet(grid.columns, grid.rows, body, grid.here, tail)
