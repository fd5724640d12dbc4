"""What stands beside a question, as text: whole, or cut short to what one can listen to before answering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from zlp_tui.conversation.ports.turn import Board, Grid, Quote
from zlp_tui.plain.pages.text_page import FEW, LONG, TextPage


class Section(NamedTuple):
    """One part of a board: its title and what was said there. `here`: it is asked about now."""

    title: str
    quotes: Sequence[Quote]
    here: bool


def add_board(page: TextPage, board: Board | Grid, *, busy: bool) -> None:
    """Add what stands beside the question; where that is much, the last few of what is asked about now. Things to think
    of come last, in one sentence.

    `busy`: there is much to choose from already.
    """
    page.gap()
    busy = busy or _offered(board) > FEW
    reminders = [group for group in (board.beside if isinstance(board, Grid) else board.groups) if group.reminds]
    _add_said(page, _without_reminders(_without_offers(page, board)), busy=busy)
    for group in reminders:
        page.gap()
        page.text(f"{group.title} {', '.join(quote.text for quote in group.quotes)}.")


def _add_said(page: TextPage, board: Board | Grid, *, busy: bool) -> None:
    sections = _sections(board)
    short = sum(len(section.quotes) for section in sections) > (FEW if busy else LONG)
    with page.only("whole" if short else "always"):
        _whole_board(page, board)
    if not short:
        return
    with page.only("short"):
        _short_board(page, sections, busy=busy)


def _without_offers(page: TextPage, board: Board | Grid) -> Board | Grid:
    """Add what is offered as the answer, the likeliest few of it first; what is left of the board."""
    if isinstance(board, Grid):
        return board
    for group in board.groups:
        if group.offered:
            page.text(group.title)
            page.listed(group.quotes, page.quote, newest="first", long=FEW + 1)
            page.text(page.tr("Take one with its number: {command} 1.", command=page.tr("/take")))
            page.gap()
    return replace(board, groups=tuple(group for group in board.groups if not group.offered))


def _without_reminders(board: Board | Grid) -> Board | Grid:
    """What is left of the board without names of things to think of."""
    if isinstance(board, Grid):
        return replace(board, beside=tuple(group for group in board.beside if not group.reminds))
    return replace(board, groups=tuple(group for group in board.groups if not group.reminds))


def _offered(board: Board | Grid) -> int:
    """How many things are offered as the answer."""
    return 0 if isinstance(board, Grid) else sum(len(group.quotes) for group in board.groups if group.offered)


def _whole_board(page: TextPage, board: Board | Grid) -> None:
    if isinstance(board, Grid):
        grid_lines(page, board)
        return
    for group in board.groups:
        if group.quotes and not group.title:
            page.text(page.tr("This stands here already:"))
        page.group(group)


def _sections(board: Board | Grid) -> tuple[Section, ...]:
    """The parts of a board that hold something; one for each option and kind of reason of a choice."""
    groups = board.beside if isinstance(board, Grid) else board.groups
    parts = tuple(Section(group.title, group.quotes, group.here) for group in groups if group.quotes)
    return (*_cells(board), *parts) if isinstance(board, Grid) else parts


def _cells(grid: Grid) -> Iterator[Section]:
    for column, option in enumerate(grid.columns):
        for row, label in enumerate(grid.rows):
            said, here = grid.cells[row][column], grid.here == (row, column)
            if said or here:
                yield Section(f"{option} · {label}", said, here)


def _short_board(page: TextPage, sections: Sequence[Section], *, busy: bool) -> None:
    """Add the last few of the part that is asked about now; of the others what fits, or how much there is.

    Where there is much to choose from, nothing else fits: then only how much more stands here is told.
    """
    main = next((part for part in sections if part.here), None if busy else sections[-1])
    last = main.quotes[-FEW:] if main else ()
    room = 0 if busy else LONG - len(last)
    untold = sum(len(part.quotes) for part in sections) - len(last)
    others = [part for part in sections if part is not main]
    for section in () if busy and main else others[:FEW]:
        count = len(section.quotes)
        if count > room:
            title = section.title.removesuffix(":") or page.tr("What stands here already")
            page.text(page.tr.plural("{title}: {count} line", "{title}: {count} lines", count, title=title))
            continue
        room, untold = room - count, untold - count
        _told_again(page, section.title, section.quotes)
    page.more(untold)
    if main is not None:
        _told_again(page, page.heading(main.title, here=main.here), last)


def _told_again(page: TextPage, title: str, quotes: Sequence[Quote]) -> None:
    """Add quotes under their title, with the numbers that they have already."""
    page.text(title or page.tr("This stands here already:"))
    for quote in quotes:
        page.quote_again(quote)


def grid_lines(page: TextPage, grid: Grid) -> None:
    """A choice, option by option: under each its reasons, row by row."""
    for column, option in enumerate(grid.columns):
        page.text(option)
        for row, label in enumerate(grid.rows):
            here = grid.here == (row, column)
            said = grid.cells[row][column]
            if said or here:
                page.text(page.heading(label, here=here), "  ")
                page.quotes_of(said, "    ")
    for group in grid.beside:
        page.group(group)
