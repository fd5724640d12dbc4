"""What was said and agreed in the last talk, on one page: what a client takes home right after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import agreements_in_order, period, who_does_what
from zlp_tui.conversation.telling.last_talk import last_talk
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.overviews.summary import chosen, more_in_plan
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.dates import join_names, long_date, told_day
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.template_data import by_others, quote_data, quotes_data
from zlp_tui.paper.typesetting import typeset
from zlp_tui.plan.line_lookup import FoundLine, lines_in
from zlp_tui.plan.view import Agreement, Conversation, Goal, Statement

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

ON_A_PAGE: Final = 9
"""So many lines were said, at most: more is no page. In large letters half of it."""


def minutes(source: ExportSource) -> bytes:
    """One page: who sat there, what was agreed, what was said, and when one talks again. A page lies on a table, so
    nothing of a private part of life stands on it."""
    context, pictures = source.context, Pictograms()
    talk, tr, new = last_talk(context.view), context.tr, source.read_new_lines()
    agreed = [_agreement(context, agreement, pictures) for agreement in _agreed(context, new)]
    goals: list[Json] = [{"picture": pictures("goals", g.kind), "text": g.text} for g in _goals(context, new)]
    said = _said(source, talk, new)
    data: dict[str, Json] = {
        "name": tr("What we said and agreed"),
        "day": long_date(_day(context, talk), tr.locale) if talk else "",
        "with": tr("With {names}", names=_present(context, talk)) if talk else "",
        "agreed_title": tr("This we agreed"),
        "agreements": agreed,
        "goals_title": tr("This is what I want"),
        "goals": goals,
        "said_title": tr("This was said"),
        "said": said,
        "nothing": _nothing(context, talk, agreed, goals, said),
        "next": _next(context),
        "wrong": tr("Is something not right here? Say so, it can always change."),
    }
    return typeset("minutes", source, data, pictures)


def _nothing(context: PlanContext, talk: Conversation | None, *told: Sequence[Json]) -> str:
    if talk is None:
        return context.tr("There was no talk yet.")
    return "" if any(told) else context.tr("Nothing was written down in this talk.")


def _day(context: PlanContext, talk: Conversation) -> date:
    said = (statement.said_on for statement in context.view.statements if statement.conversation == talk.id)
    return date.fromisoformat(next(said, talk.started[:10]))


def _present(context: PlanContext, talk: Conversation) -> str:
    names = dict.fromkeys(context.name(seat.person) for seat in talk.present)
    return join_names(list(names), context.tr.locale)


def _public(context: PlanContext, domain: str | None) -> bool:
    return domain not in context.script.sensitive_domains


def _agreed(context: PlanContext, new: frozenset[str]) -> list[Agreement]:
    return [a for a in agreements_in_order(context) if a.id in new and _public(context, a.domain)]


def _goals(context: PlanContext, new: frozenset[str]) -> list[Goal]:
    return [goal for goal in context.view.open_goals() if goal.id in new and _public(context, goal.domain)]


def _agreement(context: PlanContext, agreed: Agreement, pictures: Pictograms) -> Json:
    steps: list[Json] = [
        {"text": step.what if not step.whole else "", "when": step.when.words if step.when else ""}
        for step in agreed.steps
    ]
    return {
        "picture": pictures("domains", agreed.domain), "want": agreed.want, "steps": steps,
        "who": quotes_data(who_does_what(context, agreed)), "period": quotes_data(period(context, agreed)),
    }


def _said(source: ExportSource, talk: Conversation | None, new: frozenset[str]) -> list[Json]:
    """What somebody said or noted in the talk, under the title of its topic; not what stands under the agreements."""
    context = source.context
    quotes = tuple(_quotes(context, talk, new)) if talk is not None else ()
    kept = chosen(quotes, ON_A_PAGE // 2 if source.large else ON_A_PAGE)
    left = len(quotes) - len(kept)
    return [*by_others(kept, context), *([quote_data(more_in_plan(context, left))] if left else [])]


def _quotes(context: PlanContext, talk: Conversation, new: frozenset[str]) -> Iterator[Quote]:
    live = {said.id for said in context.view.live_statements if said.conversation == talk.id}
    for found in lines_in(context.view):
        ref = getattr(found.line, "id", "")
        here = ref in live if isinstance(found.line, Statement) else ref in new and _is_told_here(found)
        quote = quote_of(context, ref) if here and _public(context, found.domain) else None
        if quote is not None and quote.text:
            topic = getattr(found.line, "topic", found.kind.topic or "")
            yield replace(quote, intro=topic_title(context, topic), note="")


def _is_told_here(found: FoundLine) -> bool:
    """Whether a line is said and not told under the goals and the agreements."""
    whole = found.whole.line if found.whole is not None else found.line
    return bool(found.kind.quoted) and not isinstance(whole, Agreement | Goal)


def _next(context: PlanContext) -> str:
    day = context.view.fact("next-talk")
    if day is None or day < context.today.isoformat():
        return ""
    return context.tr("We talk again on {day}.", day=told_day(day, context.tr.locale))
