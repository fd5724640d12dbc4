"""The page of a question: its number and title, the question, earlier answers, and how to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from zlp_tui.conversation.ports.turn import InOrder, Input, Pick, Quote, Reading, Selectable, Turn, Words
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.question_board import add_board
from zlp_tui.plain.pages.rated_levels import level_beside, levels_in_words
from zlp_tui.plain.pages.text_page import FEW, UNDER, TextPage, in_brackets, quoted
from zlp_tui.text import shortened

HEADING = 120
OPTIONS: Final = 12
"""The longest list to choose from that is told whole: all ten parts of life."""

CHOSEN: Final = 3
"""How many of what is chosen already are told of a longer one, besides the last few."""


def question_page(turn: Turn, tr: Catalogue, *, new_topic: bool, wording: str | None = None) -> TextPage:
    """The page of a question. `new_topic`: begins with the topic and why it is asked."""
    page = TextPage(tr)
    if new_topic:
        page.text(f"{turn.chapter_title} · {turn.topic_title}")
        page.text(turn.why)
        page.gap()
    if not (new_topic and isinstance(turn.input, Reading) and not turn.why and not turn.heading):  # it stands above
        _title(page, turn)
    if turn.reads_first:
        page.numbers = False  # the numbers are for the answers
        add_board(page, turn.board, busy=False)
        page.numbers = True
        page.gap()
    _asked(page, turn, wording)
    _answers(page, turn.input)
    if not turn.reads_first:
        add_board(page, turn.board, busy=_options(turn.input) > FEW)
    page.gap()
    for line in how_to_answer(turn.input, tr):
        page.text(line)
    page.text(say_more_line(tr) if turn.more else "")
    if turn.takes_home:
        page.text(tr("On paper, or as a file: {command}.", command=tr("/on-paper")))
        page.text(tr("To take home, on one page: {command}.", command=f"{tr('/plan')} {tr('page')}"))
    if turn.weighs:
        page.text(tr("Weighed enough? Type /enough."))
    page.text(tr("Empty line: go on. Help: /help. Stop: /stop."))
    return page


def say_more_line(tr: Catalogue) -> str:
    """How to be asked more about what is asked about, or was just said."""
    return tr("Say more about this: {command}.", command=tr("/more"))


def question_again(turn: Turn, tr: Catalogue, wording: str | None = None) -> TextPage:
    """Only the question, printed after another page."""
    page = TextPage(tr)
    _title(page, turn)
    _asked(page, turn, wording)
    return page


def how_to_answer(asked: Input, tr: Catalogue) -> tuple[str, ...]:
    """Instructions for answering, where they are needed."""
    match asked:
        case Pick(in_order=True):
            return (tr("Type numbers in your order, such as 3, 1. Type 0 for none."),)
        case Pick(rows=rows) if rows:
            return (
                tr("How it goes: {levels}.", levels=levels_in_words(asked, tr)),
                tr("Type a number for each, such as 1=4, 2=3. What you leave out stays as it is."),
            )
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


def _title(page: TextPage, turn: Turn) -> None:
    """The line with the number and the title."""
    heading = shortened(turn.heading, HEADING).rstrip(" :")
    title = f"{turn.topic_title} · {heading}" if heading else turn.topic_title
    if isinstance(turn.input, Reading):
        page.text(title)  # there is nothing to answer
    else:
        page.text(page.tr("Question {number} of {count} · {title}", number=turn.number, count=turn.count, title=title))


def _asked(page: TextPage, turn: Turn, wording: str | None) -> None:
    """The question alone, then what goes with it."""
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
        case Reading(paragraphs=paragraphs, heading=heading, quotes=quotes):
            page.text(heading)
            page.listed(quotes, partial(_read_quote, page), newest="first")
            for paragraph in paragraphs:
                page.text(paragraph)
        case Pick(rows=rows) if rows:
            told = (replace(row, title=row.title + level_beside(asked, at)) for at, row in enumerate(rows))
            _numbered_all(page, tuple(told))
        case Pick(options=options, chosen=chosen, in_order=in_order, likeliest_first=likeliest_first):
            by = in_brackets(asked.said_by)
            _numbered_all(page, options, chosen, in_order=in_order, likeliest_first=likeliest_first, by=by)
        case InOrder(items=items):
            _numbered_all(page, items)
        case Words(starter=starter, value=value):
            page.text(starter and page.tr("You may begin like this: {starter}", starter=starter))
            said = " ".join(filter(None, (quoted(value or ""), in_brackets(asked.said_by))))
            page.text(page.tr("It says now: {value}", value=said) if value else "")


def _read_quote(page: TextPage, quote: Quote) -> None:
    page.text(f"{quoted(quote.text)} ({quote.by})")
    page.text(quote.note, UNDER)


def _numbered_all(
    page: TextPage, items: Sequence[Selectable], chosen: Sequence[str] = (), *, in_order: bool = False,
    likeliest_first: bool = False, by: str = "",
) -> None:
    """Add what can be chosen; of a long list the last few, or the likeliest, and the first few that are chosen. `by`
    stands with what is chosen: who said it."""
    also = [at for at, item in enumerate(items) if item.id in chosen][:CHOSEN]
    words = {
        ref: page.tr("[chosen, place {number}]", number=place) if in_order else f"{page.tr('[chosen]')} {by}".strip()
        for place, ref in enumerate(chosen, start=1)
    }
    tell = partial(_numbered, page, words)
    if likeliest_first:
        page.listed(items, tell, newest="first", long=FEW + 1, also=also)
    else:
        page.listed(items, tell, newest="last", long=OPTIONS, also=also)


def _numbered(page: TextPage, chosen: Mapping[str, str], item: Selectable) -> None:
    page.last += 1
    title = f"{quoted(shortened(item.title))} ({item.by})" if item.by else item.title
    parts = (
        title, f"({item.hint})" if item.hint else "", chosen.get(item.id, ""),
        f"[{item.unkept}]" if item.unkept else "",
    )
    page.text(" ".join(part for part in parts if part), f"  {page.last}. ")


def _options(asked: Input) -> int:
    """How many things there are to choose from."""
    match asked:
        case Pick(rows=rows) if rows:
            return len(rows)
        case Pick(options=items) | InOrder(items=items):
            return len(items)
        case _:
            return 0
