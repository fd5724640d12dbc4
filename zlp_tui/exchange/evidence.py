"""For the inspection and the care office: each thing that the law wants of a plan, and where it stands in this one.

Nobody is asked anything for it: it follows from the plan, as `zlp check --law` does, and holds what the reader may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.due.figure_text import asked
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.overviews.law_check import LawLine, law_lines
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import short_day_of
from zlp_tui.dates import join_names
from zlp_tui.due.figures import FigureId, figures_for
from zlp_tui.exchange.html_page import html_page
from zlp_tui.exchange.page_content import PageContent, first_words
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.person_words import known_as
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.view import DOMAINS, Edition, Evaluation, Person


def evidence(source: ExportSource) -> bytes:
    """The page, as HTML."""
    return html_page(evidence_page(source), source.context.tr)


def evidence_page(source: ExportSource) -> PageContent:
    """Each requirement with its article, and the lines, people and days that meet it, or that nothing was found."""
    context, tr = source.context, source.context.tr
    kind = tr("What the law wants, and where it stands")
    title = tr("{title}: {name}", title=kind, name=context.view.client_person.name)
    about = (*first_words(source), tr("“Not found” means: it does not stand in what may be read here."))
    terms, subjects = tuple(_terms(source)), tuple(_subjects(source))
    parts = (
        *((LetterPart(tr("When"), 1, ()),) if terms else ()), *terms,
        *((LetterPart(tr("What was talked about and told"), 1, ()),) if subjects else ()), *subjects,
    )
    return PageContent(kind, title, about, parts, tr.locale)


def _subjects(source: ExportSource) -> Iterator[LetterPart]:
    for line in law_lines(source.context, source.rules) if source.rules else ():
        met_by = _met_by(source.context, line) or _nothing(source.context)
        yield LetterPart(line.title, 2, (LetterLine(line.article, met_by),))


def _met_by(context: PlanContext, line: LawLine) -> tuple[Quote, ...]:
    """The lines that tell of it; of what is told to the client, that it was."""
    found = tuple(filter(None, (_line(context, ref) for ref in line.met_by)))
    return found or tuple(fact(where) for where in line.where)


def _line(context: PlanContext, ref: str) -> Quote | None:
    if ref in DOMAINS:
        return fact(context.domain_title(ref)) if context.names_domain(ref) else None
    quote, found = quote_of(context, ref), find_line(context.view, ref)
    said_on = getattr(found.line, "said_on", None) if found else None
    if quote is None:
        return None
    if found is not None and isinstance(found.line, Person):
        return fact(quote.text, ref, note=known_as(context.tr, found.line))
    on = short_day_of(context, said_on) if said_on else ""
    return Quote(quote.ref, quote.text, quote.by, quote.intro, on, own_words=quote.own_words)


def _nothing(context: PlanContext) -> tuple[Quote, ...]:
    return (fact(context.tr("Not found.")),)


def _terms(source: ExportSource) -> Iterator[LetterPart]:
    """The periods that a law sets for the plan itself, each with the days on which that was done."""
    context = source.context
    figures = figures_for(context.view.law, context.view.ground, source.rules) if source.rules else ()
    for figure in figures:
        days = _DAYS.get(figure.id)
        if days is not None and figure.basis == "law":
            found = tuple(days(context)) or _nothing(context)
            article = " ".join(filter(None, (figure.source, figure.article)))
            yield LetterPart(asked(context.tr, figure), 2, (LetterLine(article, found),))


def _made(context: PlanContext) -> Iterator[Quote]:
    view, tr = context.view, context.tr
    made = view.drawn_up_on or next((edition.agreed_on for edition in view.agreed_editions), None)
    if made:
        yield fact(tr("The plan was made on {day}.", day=short_day_of(context, made)))
        if view.care_started_on:
            yield fact(tr("Care began on {day}.", day=short_day_of(context, view.care_started_on)))


def _looked_back(context: PlanContext) -> Iterator[Quote]:
    for evaluation in context.view.evaluations:
        if evaluation.closed_on is not None:
            yield _with(context, evaluation, context.tr("Looked back on {day}.", day=_day(context, evaluation.held_on)))


def _agreed_on(context: PlanContext) -> Iterator[Quote]:
    for edition in context.view.agreed_editions:
        yield _with(context, edition, context.tr("Agreed on {day}.", day=_day(context, edition.agreed_on)))


def _day(context: PlanContext, on: str | None) -> str:
    return short_day_of(context, on or "")


def _with(context: PlanContext, held: Evaluation | Edition, told: str) -> Quote:
    names = [context.name(person) for person in held.present]
    return fact(told, note=context.tr("with {names}", names=join_names(names, context.tr.locale)) if names else "")


_DAYS: Final[Mapping[FigureId, Callable[[PlanContext], Iterator[Quote]]]] = {
    "plan-within": _made, "evaluate-every": _looked_back, "write-again": _agreed_on,
}
"""What meets each period. The others are about what is no part of a plan, such as a complaint."""
