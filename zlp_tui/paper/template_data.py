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
    """Quotes of a page that the client tells: behind their own words stands no name. Where several answered one
    question, each name stands there."""
    told, client = tuple(quotes), context.name(context.view.client)
    several = len({quote.by for quote in told}) > 1
    return [
        {**quote_data(quote), "by": "" if quote.by == client and (quote.own_words or not several) else quote.by}
        for quote in told
    ]


def line_data(line: LetterLine, context: PlanContext) -> dict[str, Json]:
    """One line of the letter: an introduction, and the quotes it introduces. Whose they all are is not said twice."""
    names = {quote.by for quote in line.quotes}
    told = len(names) == 1 and names.pop() in line.intro
    quotes = tuple(replace(quote, by="") for quote in line.quotes) if told else line.quotes
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
