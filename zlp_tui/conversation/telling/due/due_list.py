"""Due dates in words: the next evaluation, and what else comes or is late (L09, L17, L19, V50, V80, V102)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.ports.history_queries import DueLine
from zlp_tui.conversation.telling.due.due_titles import title_of
from zlp_tui.conversation.telling.due.figure_text import asked, source_of
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import when
from zlp_tui.due.due_dates import Due, due
from zlp_tui.due.facts import Facts, facts_of
from zlp_tui.due.figures import Rules, figures_for

TOLD_WITH: Final = {"enquiry-within": "decision-within"}
"""By figure another one, that follows on it and is told with it."""


def due_lines(context: PlanContext, rules: Mapping[str, Rules]) -> tuple[DueLine, ...]:
    """What has a date, late or still to come, the earliest first."""
    facts = facts_of(context.view, context.today)
    return tuple(
        DueLine(
            what=entry.what,
            on=entry.on,
            late=entry.late,
            title=title_of(context.tr, entry.what, entry.because),
            when=when(context, entry.on),
            because=_because(context, entry, facts, rules),
            ref=entry.ref,
            quote=quote_of(context, entry.ref),
        )
        for entry in due(facts, rules, context.today)
    )


def _because(context: PlanContext, entry: Due, facts: Facts, rules: Mapping[str, Rules]) -> str:
    """Why on that day: a wish, something that was said, or what a law asks or zlp advises, with where that stands."""
    tr = context.tr
    told = {
        "client-wish": tr("{name} wants to look back then.", name=context.name(context.view.client)),
        "first-evaluation": tr("That was said when the plan was made."),
        "indication": tr("So it stands in the details of this plan."),
        "thinking-time": tr("Until then there is time to think about this choice."),
        "revisit": tr("That was said when this was chosen."),
        "agreement": tr("That was said when this was agreed on."),
        "ask-again": tr("It could not be done then. It was said to ask again."),
        "agreement-over": tr("Its last day is over. Does it go on, or does it end?"),
    }
    if entry.because in told:
        return told[entry.because]
    figures = [
        figure for figure in figures_for(facts.law, facts.ground, rules)
        if figure.id in (entry.because, TOLD_WITH.get(entry.because))
    ]
    return " ".join((*(asked(tr, figure) for figure in figures), *(source_of(tr, figure) for figure in figures[:1])))
