"""The page of a question: its number and title, the question, earlier answers, and how to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.turn import Board, Grid, InOrder, Input, Pick, Quote, Reading, Selectable, Turn, Words
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.text_page import FEW, LONG, TextPage, quoted
from zlp_tui.text import shortened

HEADING = 120
OPTIONS: Final = 12
"""The longest list to choose from that is told whole: all ten parts of life."""

CHOSEN: Final = 3
"""How many of what is chosen already are told of a longer one, besides the last few."""


class Section(NamedTuple):
    """One part of a board: its title and what was said there. `here`: it is asked about now."""

    title: str
    quotes: Sequence[Quote]
    here: bool


def question_page(turn: Turn, tr: Catalogue, *, new_topic: bool, wording: str | None = None) -> TextPage:
    """The page of a question. `new_topic`: begins with the topic and why it is asked."""
    page = TextPage(tr)
    if new_topic:
        page.text(f"{turn.chapter_title} · {turn.topic_title}")
        page.text(turn.why)
        page.gap()
    _question(page, turn, wording)
    _answers(page, turn.input)
    _board(page, turn)
    page.gap()
    for line in how_to_answer(turn.input, tr):
        page.text(line)
    page.text(tr("Empty line: go on. Help: /help. Stop: /stop."))
    return page


def question_again(turn: Turn, tr: Catalogue, wording: str | None = None) -> TextPage:
    """Only the question, printed after another page."""
    page = TextPage(tr)
    _question(page, turn, wording)
    return page


def how_to_answer(asked: Input, tr: Catalogue) -> tuple[str, ...]:
    """Instructions for answering, where they are needed."""
    match asked:
        case Pick(many=many, can_add=can_add):
            how = tr("Type numbers, such as 1, 3. Type 0 for none.") if many else tr("Type a number.")
            return (how, tr("You may type a new name too.")) if can_add else (how,)
        case InOrder():
            return (tr("Type the numbers in your order, such as 2 1 3."),)
        case Words(format="date"):
            return (tr("Type a date, such as 3 March 2027."),)
        case Words(domains=domains) if domains:
            return (tr("Which part of life is it about? Type /domain after the sentence."),)
        case _:
            return ()


def _question(page: TextPage, turn: Turn, wording: str | None) -> None:
    """The line with the number and the title, then the question alone, then what goes with it."""
    heading = shortened(turn.heading, HEADING).rstrip(" :")
    title = f"{turn.topic_title} · {heading}" if heading else turn.topic_title
    if isinstance(turn.input, Reading):
        page.text(title)  # there is nothing to answer
    else:
        page.text(page.tr("Question {number} of {count} · {title}", number=turn.number, count=turn.count, title=title))
    page.text(turn.question if wording is None else wording)
    page.text(turn.hint if wording is None else "")
    page.text(turn.gentle)
    if turn.about is not None:
        _about(page, turn.about)


def _about(page: TextPage, about: Quote) -> None:
    """What is asked about, before the options: a screen reader reads from top to bottom."""
    words = quoted(shortened(about.text))
    if about.intro:
        page.text(" ".join(filter(None, (about.intro, words, f"({about.by})" if about.by else ""))))
    else:
        page.text(page.tr("This is about: {words}", words=words))


def _answers(page: TextPage, asked: Input) -> None:
    match asked:
        case Reading(paragraphs=paragraphs):
            for paragraph in paragraphs:
                page.text(paragraph)
        case Pick(options=options, chosen=chosen):
            _numbered_all(page, options, chosen)
        case InOrder(items=items):
            _numbered_all(page, items)
        case Words(starter=starter, value=value):
            page.text(starter and page.tr("You may begin like this: {starter}", starter=starter))
            page.text(page.tr("It says now: {value}", value=quoted(value)) if value else "")


def _numbered_all(page: TextPage, items: Sequence[Selectable], chosen: Sequence[str] = ()) -> None:
    """Add what can be chosen; of a long list the last few, and the first few that are chosen."""
    also = [at for at, item in enumerate(items) if item.id in chosen][:CHOSEN]
    page.listed(items, partial(_numbered, page, chosen), newest="last", long=OPTIONS, also=also)


def _numbered(page: TextPage, chosen: Sequence[str], item: Selectable) -> None:
    page.last += 1
    title = f"{quoted(shortened(item.title))} ({item.by})" if item.by else item.title
    parts = (title, f"({item.hint})" if item.hint else "", page.tr("[chosen]") if item.id in chosen else "")
    page.text(" ".join(part for part in parts if part), f"  {page.last}. ")


def _board(page: TextPage, turn: Turn) -> None:
    """Add what stands beside the question; where that is much, the last few of what is asked about now."""
    page.gap()
    sections = _sections(turn.board)
    busy = _options(turn.input) > FEW
    short = sum(len(section.quotes) for section in sections) > (FEW if busy else LONG)
    with page.only("whole" if short else "always"):
        _whole_board(page, turn.board)
    if not short:
        return
    with page.only("short"):
        _short_board(page, sections, busy=busy)


def _options(asked: Input) -> int:
    """How many things there are to choose from."""
    match asked:
        case Pick(options=items) | InOrder(items=items):
            return len(items)
        case _:
            return 0


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

    Where there is much to choose from, nothing else fits.
    """
    main = next((part for part in sections if part.here), None if busy else sections[-1])
    last = main.quotes[-FEW:] if main else ()
    room = 0 if busy else LONG - len(last)
    untold = sum(len(part.quotes) for part in sections) - len(last)
    for section in [part for part in sections if part is not main][:FEW]:
        count = len(section.quotes)
        if count > room:
            title = section.title or page.tr("What stands here already")
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
