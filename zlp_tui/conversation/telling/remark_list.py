"""What people at the table left beside the plan: remarks, nice moments, and “I do not agree” (L38, L56, L107)."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.follow_up import DisagreementLine, RemarkLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Disagreement, Remark, Route


def remarks(context: StepContext) -> tuple[RemarkLine, ...]:
    """Remarks and nice moments: those of which nobody told yet what was done with them first, then the newest."""
    ordered = sorted(context.view.remarks, key=lambda one: (not _is_open(one), -one.seq))
    return tuple(
        RemarkLine(
            ref=one.id,
            kind=one.kind,
            quote=Quote(one.id, one.text, context.name(one.voice.id)),
            on=day_of(context, one.said_on),
            about=quote_of(context, one.about),
            done_with=one.done_with,
            told_back_on=day_of(context, one.told_back_on) if one.told_back_on else None,
            open=_is_open(one),
        )
        for one in ordered
    )


def disagreements(context: StepContext, about: str | None = None) -> tuple[DisagreementLine, ...]:
    """Who does not agree, with one line or with any: those that go on first, then the newest."""
    ordered = sorted(context.view.disagreements, key=lambda one: (one.ended_on is not None, -one.seq))
    return tuple(_disagreement(context, one) for one in ordered if about in (None, one.about))


def _disagreement(context: StepContext, one: Disagreement) -> DisagreementLine:
    return DisagreementLine(
        ref=one.id,
        quote=Quote(one.id, one.text, context.name(one.voice.id)),
        on=day_of(context, one.said_on),
        about=quote_of(context, one.about),
        route=one.route,
        route_title=route_title(context.say, one.route),
        ended_how=one.ended_how,
        ended_on=day_of(context, one.ended_on) if one.ended_on else None,
    )


def route_title(say: Catalogue, route: Route | None) -> str:
    """Where one can go with a disagreement, in words; empty for nowhere yet (L38, M08)."""
    return {
        "carer": say("Whoever gives the care"),
        "supporter": say("An independent client supporter"),
        "complaints": say("The complaints officer"),
    }.get(route or "", "")


def _is_open(one: Remark) -> bool:
    return one.kind == "remark" and one.told_back_on is None
