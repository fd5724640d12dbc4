"""A page that is told: headings, introductions and quotes, before it is written as Markdown or HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.due.due_list import due_lines
from zlp_tui.conversation.telling.overviews.letter import letter
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import long_date
from zlp_tui.exports.export_source import ExportSource


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page: `kind` is what it is, without anybody's name, `title` its heading, `about` what stands under that, and
    parts of level 1 and 2. Words without a name are the client's."""

    kind: str
    title: str
    about: tuple[str, ...]
    parts: tuple[LetterPart, ...]
    locale: str


def plan_page(source: ExportSource) -> PageContent:
    """The whole plan in the client's words, as its letter tells it, and what comes up."""
    context, tr = source.context, source.context.tr
    first, *parts = letter(context)
    about = (*first_words(source), tr("Is there no name? Then {name} said it.", name=_client(context)))
    told = tuple(own_words_bare(context, (*parts, *_coming_up(source))))
    if not told:
        told = (LetterPart(tr("Nothing stands here yet."), 1, ()),)
    return PageContent(tr("My plan"), first.title, about, told, tr.locale)


def first_words(source: ExportSource) -> tuple[str, ...]:
    """When it was made, and for whom: who gets it reads what they may read, and whoever finds it knows whose it is."""
    tr = source.context.tr
    made = tr("Made on {day}.", day=long_date(source.context.today, tr.locale))
    if source.reader.id == source.view.client:
        return (made,)
    return made, tr("This is what {name} may read.", name=source.reader.called)


def own_words_bare(context: PlanContext, parts: Iterable[LetterPart]) -> Iterator[LetterPart]:
    """The parts without the client's name behind each of their own words, and without a name that the introduction says
    already: “Sanne zegt over mij”."""
    client = _client(context)

    def bare(intro: str, quote: Quote) -> Quote:
        told = quote.by == client or intro.startswith(f"{quote.by} ")
        return replace(quote, by="") if told else quote

    for part in parts:
        lines = (replace(line, quotes=tuple(bare(line.intro, q) for q in line.quotes)) for line in part.lines)
        yield replace(part, lines=tuple(lines))


def _client(context: PlanContext) -> str:
    return context.name(context.view.client)


def _coming_up(source: ExportSource) -> tuple[LetterPart, ...]:
    """What has a date, late or still to come."""
    found = due_lines(source.context, source.rules) if source.rules else ()
    quotes = tuple(
        Quote(
            "", line.title, intro=line.when, own_words=False,
            note=f"“{line.quote.text}”" if line.quote is not None else "",
        )
        for line in found
    )
    return (LetterPart(source.context.tr("Coming up"), 1, (LetterLine("", quotes),)),) if quotes else ()


def beside(quote: Quote) -> str:
    """What stands beside the words of a quote: by whom, and its note."""
    return " · ".join(filter(None, (quote.by, quote.note)))


def words_of(quote: Quote) -> str:
    """The words of a quote, between quotation marks where somebody said them."""
    return f"“{quote.text}”" if quote.own_words else quote.text


def intro_of(quote: Quote) -> str:
    """What introduces a quote, with its colon."""
    return f"{quote.intro}:" if quote.intro[-1:].isalnum() else quote.intro
