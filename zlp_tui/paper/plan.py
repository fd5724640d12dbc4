"""The whole plan on paper: a cover, the letter, the agreements, who is who, and what changed since it was agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.history.edition_list import edition_title
from zlp_tui.conversation.telling.history.then_and_now import then_and_now
from zlp_tui.conversation.telling.overviews.letter import letter
from zlp_tui.conversation.telling.overviews.words_read_back import LONGEST
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.agreement_table import agreement_groups, labels
from zlp_tui.paper.pictograms import NONE, Pictograms
from zlp_tui.paper.recent_notes import with_recent_notes
from zlp_tui.paper.template_data import letter_data, quote_data
from zlp_tui.paper.typesetting import typeset
from zlp_tui.paper.who import people_data
from zlp_tui.plan.view import Statement
from zlp_tui.script.roles import Role

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

_PIECES: Final = re.compile("[·,:;.]")
"""Between the pieces of a line that stand apart in a table."""


def plan(source: ExportSource) -> bytes:
    """All of it, each thing once."""
    pictures = Pictograms()
    return typeset("plan", source, plan_data(source, pictures), pictures)


def plan_data(source: ExportSource, pictures: Pictograms) -> dict[str, Json]:
    """What the template is given: what stands in the table of agreements or among the people is not in the letter."""
    plain = replace(source.context, view=with_recent_notes(source.view))
    context = replace(plain, first_person=True)
    tr, groups, people = context.tr, agreement_groups(plain, pictures), people_data(context)
    return {
        "name": tr("My plan"),
        "client": context.view.client_person.name,
        "own_words": _own_words(context),
        "agreed_on": _agreed_on(context),
        "longer": tr("This plan is longer than six pages. The day card and the poster are shorter."),
        "letter": letter_data(_letter(plain, "".join(map(_signs, _texts(groups)))), context, pictures),
        "agreements_title": tr("What we agree"),
        "columns": labels(tr),
        "groups": groups,
        "no_agreements": "" if groups else tr("Nothing was agreed yet."),
        "people_title": tr("Who is who"),
        "people": people,
        "changes_title": tr("What changed since it was agreed on"),
        "changes": list(_changes(source, pictures)),
    }


def _own_words(context: PlanContext) -> str:
    """What the client said first of what is important to them, and nothing private; empty while they said nothing."""
    topic = context.script.with_role(Role.IMPORTANT_TO)
    at_first = context.view.said(topic.id) if topic is not None else ()
    for said in (*at_first, *context.view.live_statements):
        if _fits_cover(context, said):
            return said.text
    return ""


def _fits_cover(context: PlanContext, said: Statement) -> bool:
    light = said.side in (None, "good", "like", "happy", "works", "must-have")
    public = said.domain not in context.script.sensitive_domains
    return said.voice.id == context.view.client and light and public and len(said.text) <= LONGEST


def _agreed_on(context: PlanContext) -> str:
    agreed = context.view.agreed_editions
    return edition_title(context, agreed[-1]) if agreed else ""


def _letter(context: PlanContext, table: str) -> Iterator[LetterPart]:
    """The letter without the title on its cover, and of agreements and people without what stands on other pages:
    `table` is all that the table of agreements tells, without spaces."""
    people = frozenset(person.id for person in context.others)
    topics = (context.script.with_role(role) for role in (Role.AGREEMENTS, Role.PEOPLE))
    telling = replace(context, first_person=True)
    apart = {telling.words(topic.title) for topic in topics if topic is not None}
    for part in letter(context)[1:]:
        lines = tuple(_without(part.lines, people, table)) if part.title in apart else part.lines
        if lines or part.title not in apart:
            yield replace(part, lines=lines)


def _without(lines: Iterable[LetterLine], people: frozenset[str], table: str) -> Iterator[LetterLine]:
    for line in lines:
        left = tuple(quote for quote in line.quotes if not _is_told(quote, people, table))
        if left:
            yield LetterLine(line.intro, left)


def _is_told(quote: Quote, people: frozenset[str], table: str) -> bool:
    """Whether a person has a card, or each piece of a line stands in the table of agreements."""
    pieces = _PIECES.split(f"{quote.text} · {quote.note}")
    return quote.ref in people or all(_signs(piece) in table for piece in pieces)


def _signs(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(filter(str.isalnum, text))


def _texts(data: Json) -> Iterator[str]:
    """Every text that a page shows."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _changes(source: ExportSource, pictures: Pictograms) -> Iterator[Json]:
    """What is not as it was when the plan was agreed on last, topic by topic."""
    context, agreed = source.context, source.read_agreed()
    if agreed is None:
        return
    last = context.view.agreed_editions[-1].number
    compared = then_and_now(context, lambda _: agreed, last, None)
    for part in compared.only_changed if compared is not None else ():
        topic = next((t for t in context.script.topics if context.words(t.title) == part.title), None)
        pairs: list[Json] = [
            {"told": [quote_data(quote) for quote in pair.told], "says": pair.says, "what": pair.what}
            for pair in part.pairs
        ]
        yield {"title": part.title, "picture": pictures("topics", topic.id) if topic else NONE, "pairs": pairs}
