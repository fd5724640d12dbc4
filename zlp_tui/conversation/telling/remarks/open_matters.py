"""What is still open in the plan, as a part of it: who does not agree, and remarks that wait (L38, L56, M08, M11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.option_titles import route_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.plan.line_lookup import line_domain
from zlp_tui.plan.view import Disagreement, Remark
from zlp_tui.text import shortened

ON_A_PAGE: Final = 3
"""So many stand on the page; the whole plan has them all."""
ABOUT: Final = 80
"""How much is quoted of the line that it is about, in characters."""


def open_part(context: PlanContext) -> LetterPart | None:
    """All that is open, under one title; None when nothing is."""
    tr = context.tr
    told = (
        (tr("Not everybody agrees with this:"), tuple(_disagreements(context))),
        (tr("A remark that waits:"), tuple(_remarks(context))),
    )
    lines = tuple(LetterLine(intro, quotes) for intro, quotes in told if quotes)
    return LetterPart(_title(context), 1, lines) if lines else None


def open_on_page(context: PlanContext) -> LetterPart | None:
    """The first of what is open. A page may lie on a table: what is about a private part of life stays out of it."""
    quotes = _not_private(context)
    left = len(quotes) - ON_A_PAGE
    more = (fact(context.tr.plural("and {count} more in the whole plan", "and {count} more in the whole plan", left)),)
    shown = (*quotes[:ON_A_PAGE], *(more if left > 0 else ()))
    return LetterPart(_title(context), 2, (LetterLine("", shown),)) if quotes else None


def open_in_short(context: PlanContext) -> LetterLine | None:
    """How much is open, in one line; None when nothing is."""
    count = len(_not_private(context))
    told = context.tr.plural("{count} thing", "{count} things", count)
    return LetterLine("", (fact(told, intro=f"{_title(context)}:"),)) if count else None


def open_quotes(context: PlanContext) -> tuple[Quote, ...]:
    """All that is open: who does not agree first, then remarks, each with since when and what it is about."""
    return (*_disagreements(context), *_remarks(context))


def _title(context: PlanContext) -> str:
    return context.tr("What is still open")


def _not_private(context: PlanContext) -> Sequence[Quote]:
    view, private = context.view, context.script.sensitive_domains
    about = {said.id: said.about for lines in (view.disagreements, view.remarks) for said in lines}
    return [quote for quote in open_quotes(context) if line_domain(view, about[quote.ref]) not in private]


def _disagreements(context: PlanContext) -> Iterator[Quote]:
    for said in context.view.open_disagreements():
        tr, taken = context.tr, route_title(context.tr, said.route)
        yield _quote(context, said, (
            tr("it is about {name}", name=context.name(said.person)) if said.person else "",
            tr("talked about with: {who}", who=taken) if taken else "",
        ))


def _remarks(context: PlanContext) -> Iterator[Quote]:
    for said in context.view.open_remarks():
        done, by = said.done_with, f" ({context.name(said.done_by)})" if said.done_by else ""
        yield _quote(context, said, (
            context.tr("done with it: {words}. Not told back yet", words=f"{done.rstrip('.')}{by}") if done
            else context.tr("what was done with it, is not said yet"),
        ))


def _quote(context: PlanContext, said: Disagreement | Remark, became: Iterable[str]) -> Quote:
    """Who said it, since when it is open, what it is about and what became of it."""
    tr, about = context.tr, quote_of(context, said.about)
    note = (
        tr("since {day}", day=day_of(context, said.said_on)),
        tr("about: “{words}”", words=shortened(about.text, ABOUT)) if about is not None else "",
        *became,
    )
    return Quote(said.id, said.text, context.name(said.voice.id), note=" · ".join(filter(None, note)))
