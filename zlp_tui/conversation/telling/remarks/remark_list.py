"""Remarks, nice moments and disagreements, as lists (L38, L56, L107)."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.ports.follow_up import DisagreementLine, RemarkLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.due.figure_text import complaint_terms
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.option_titles import route_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.remarks.disagreement_routes import reached_at
from zlp_tui.due.figures import Rules
from zlp_tui.plan.view import Disagreement


def remarks(context: PlanContext) -> tuple[RemarkLine, ...]:
    """Remarks and nice moments: those of which nobody told yet what was done with them first, then the newest."""
    waiting = {remark.id for remark in context.view.open_remarks()}
    ordered = sorted(context.view.remarks, key=lambda remark: (remark.id not in waiting, -remark.seq))
    return tuple(
        RemarkLine(
            ref=remark.id,
            kind=remark.kind,
            quote=Quote(remark.id, remark.text, context.name(remark.voice.id)),
            on=day_of(context, remark.said_on),
            about=quote_of(context, remark.about),
            done_with=remark.done_with,
            told_back_on=day_of(context, remark.told_back_on) if remark.told_back_on else None,
            open=remark.id in waiting,
            done_by=context.name(remark.done_by) if remark.done_by else "",
        )
        for remark in ordered
    )


def disagreements(
    context: PlanContext, rules: Mapping[str, Rules], about: str | None = None
) -> tuple[DisagreementLine, ...]:
    """Who does not agree, with one line or with any: those that go on first, then the newest."""
    ordered = sorted(context.view.disagreements, key=lambda said: (said.ended_on is not None, -said.seq))
    return tuple(_disagreement(context, said, rules) for said in ordered if about in (None, said.about))


def _disagreement(context: PlanContext, disagreement: Disagreement, rules: Mapping[str, Rules]) -> DisagreementLine:
    return DisagreementLine(
        ref=disagreement.id,
        quote=Quote(disagreement.id, disagreement.text, context.name(disagreement.voice.id)),
        on=day_of(context, disagreement.said_on),
        about=quote_of(context, disagreement.about),
        route=disagreement.route,
        route_title=route_title(context.tr, disagreement.route),
        ended_how=disagreement.ended_how,
        ended_on=day_of(context, disagreement.ended_on) if disagreement.ended_on else None,
        ended_by=context.name(disagreement.ended_by) if disagreement.ended_by else "",
        person=context.name(disagreement.person) if disagreement.person else "",
        reached_at=reached_at(context, disagreement.route) if disagreement.ended_on is None else "",
        terms=_terms(context, disagreement, rules),
    )


def _terms(context: PlanContext, disagreement: Disagreement, rules: Mapping[str, Rules]) -> tuple[str, ...]:
    """By when there is an answer to a complaint that goes on."""
    goes_on = disagreement.route == "complaints" and disagreement.ended_on is None
    return complaint_terms(context, rules, disagreement.taken_on or disagreement.said_on) if goes_on else ()
