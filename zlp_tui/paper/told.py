"""What is told of a plan, as the templates are given it: quotes, lines and parts as they are, worded nowhere anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.paper.pictograms import NONE, Pictograms

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json


def quote_data(quote: Quote) -> dict[str, Json]:
    """One quote or fact: what was said, by whom, what introduces it and what stands behind it."""
    return {
        "text": quote.text, "by": quote.by, "intro": quote.intro, "note": quote.note, "own": quote.own_words,
    }


def quotes_data(quotes: Iterable[Quote]) -> list[Json]:
    """Several of them."""
    return [quote_data(quote) for quote in quotes]


def by_others(quotes: Iterable[Quote], context: PlanContext) -> list[Json]:
    """Quotes of a page that the client tells: a name stands only behind the words of others."""
    client = context.name(context.view.client)
    return [{**quote_data(quote), "by": "" if quote.by == client else quote.by} for quote in quotes]


def line_data(line: LetterLine, context: PlanContext) -> dict[str, Json]:
    """One line of the letter: an introduction, and the quotes it introduces. Whom it names is not named again."""
    quotes = (replace(quote, by="") if quote.by and quote.by in line.intro else quote for quote in line.quotes)
    return {"intro": line.intro, "quotes": by_others(quotes, context)}


def part_data(part: LetterPart, context: PlanContext, picture: str = NONE) -> dict[str, Json]:
    """One part of the letter, under its title; `picture` is the name of a drawing beside it."""
    lines = [line_data(line, context) for line in part.lines]
    return {"title": part.title, "level": part.level, "picture": picture, "lines": lines}


def letter_data(parts: Iterable[LetterPart], context: PlanContext, pictures: Pictograms) -> list[Json]:
    """A letter, each part with the picture of its topic or chapter."""
    named = {context.words(topic.title): pictures("topics", topic.id) for topic in context.script.topics}
    chapters = {context.words(text.title): pictures("chapters", text.id) for text in context.script.chapters}
    return [
        part_data(part, context, (chapters if part.level == 1 else named).get(part.title, NONE)) for part in parts
    ]
