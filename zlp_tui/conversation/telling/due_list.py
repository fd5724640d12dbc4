"""Due dates in words: the next evaluation, and what else comes or is late (L09, L17, L19, V50, V80, V102)."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.ports.history_queries import DueLine
from zlp_tui.conversation.telling.due_titles import title_of
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import when
from zlp_tui.due.due_dates import Due, due, figures_for
from zlp_tui.due.facts import facts_of
from zlp_tui.due.rules import Figure, Rules
from zlp_tui.i18n import Catalogue


def due_lines(context: PlanContext, rules: Mapping[str, Rules]) -> tuple[DueLine, ...]:
    """What has a date, late or still to come, the earliest first."""
    return tuple(
        DueLine(
            what=entry.what,
            on=entry.on,
            late=entry.late,
            title=title_of(context.tr, entry.what, entry.because),
            when=when(context, entry.on),
            because=_because(context, entry, rules),
            ref=entry.ref,
            quote=quote_of(context, entry.ref),
        )
        for entry in due(facts_of(context.view, context.today), rules, context.today)
    )


def _because(context: PlanContext, entry: Due, rules: Mapping[str, Rules]) -> str:
    """Why on that day: a wish, something that was said, or what the law asks."""
    tr = context.tr
    told = {
        "client-wish": tr("{name} wants to look back then.", name=context.name(context.view.client)),
        "first-evaluation": tr("That was said when the plan was made."),
        "indication": tr("So it stands in the details of this plan."),
        "thinking-time": tr("Until then there is time to think about this choice."),
        "revisit": tr("That was said when this was chosen."),
        "agreement": tr("That was said when this was agreed on."),
        "agreement-over": tr("Its last day is over. Does it go on, or does it end?"),
    }
    if entry.because in told:
        return told[entry.because]
    figures = figures_for(context.view.law, rules)
    return next((_asked(tr, figure) for figure in figures if figure.id == entry.because), "")


def _asked(tr: Catalogue, figure: Figure) -> str:
    """What a figure asks, with its number."""
    if figure.id == "plan-within":
        return tr("Within {time} after care began there is a plan.", time=_length(tr, figure))
    return tr("At least once in {time} one looks back.", time=_length(tr, figure))


def _length(tr: Catalogue, figure: Figure) -> str:
    if figure.months is None:
        return tr.plural("{count} week", "{count} weeks", figure.weeks or 0)
    return tr.plural("{count} month", "{count} months", figure.months)
