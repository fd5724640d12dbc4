"""What a law asks or zlp advises, in a plain sentence, and where that stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import short_date
from zlp_tui.due.due_dates import after
from zlp_tui.due.figures import Figure, Rules, figures_for, laws_for
from zlp_tui.i18n import Catalogue

CONFIDANT: Final = "confidant"
"""The notice that there is a confidential adviser of the client alone (Wzd 57)."""


def asked(tr: Catalogue, figure: Figure) -> str:
    """What a figure asks, with its length; empty for one that is told nowhere on its own."""
    time = length_of(tr, figure)
    return {
        "plan-within": tr("Within {time} after care began there is a plan.", time=time),
        "write-again": tr("Within {time} after looking back the plan is written down again.", time=time),
        "evaluate-every": tr("At least once in {time} one looks back.", time=time),
        "quick-look": tr("{time} after the plan was agreed on one looks how it goes.", time=time),
        "personal-plan": tr("A plan of one's own can be handed over within {time}.", time=time),
        "enquiry-within": tr("Within {time} the municipality looks into it.", time=time),
        "decision-within": tr("After the application it decides within {time}.", time=time),
        "complaint-answer": tr("The answer to a complaint comes within {time}.", time=time),
        "complaint-longer": tr("Once it may take {time} longer.", time=time),
        "committee-ruling": tr("About care that somebody does not want a committee decides within {time}.", time=time),
        "answered-within": tr("Within {time} somebody hears what became of it.", time=time),
        "dispute-ruling": tr("A disputes body decides within {time}.", time=time),
    }.get(figure.id, "")


def complaint_terms(context: PlanContext, rules: Mapping[str, Rules], complained_on: str) -> tuple[str, ...]:
    """By when there is an answer to a complaint that was made on a day, and what may come after that, in sentences.

    None where no law of the plan sets a term.
    """
    tr, told = context.tr, []
    for figure in figures_for(context.view.law, context.view.ground, rules):
        if figure.id == "complaint-answer":
            told.append(tr("The answer comes at the latest on {day}.", day=_last_day(context, complained_on, figure)))
        elif figure.after in ("complained", "answer-due", "dispute-began"):
            told.append(asked(tr, figure))
    return tuple(told)


def answer_by(context: PlanContext, rules: Mapping[str, Rules]) -> str:
    """By when there is an answer to a complaint that is made today, in a sentence; empty where no law sets a term."""
    return next(iter(complaint_terms(context, rules, context.today.isoformat())), "")


def has_confidant(context: PlanContext, rules: Mapping[str, Rules]) -> bool:
    """Whether a law gives the client a confidential adviser of their own."""
    laws = laws_for(context.view.law, context.view.ground, rules)
    return any(told.id == CONFIDANT for law in laws for told in law.told)


def _last_day(context: PlanContext, start: str, figure: Figure) -> str:
    on = after(date.fromisoformat(start), figure).isoformat()
    return short_date(on, context.script.locale, today=context.today)


def source_of(tr: Catalogue, figure: Figure) -> str:
    """Where a figure stands: the law and its article, or that it is only advised."""
    if figure.basis == "advice":
        return tr("That is our advice; no law says so.")
    return tr("So it stands in the {law}, article {article}.", law=figure.source, article=figure.article or "")


def length_of(tr: Catalogue, figure: Figure) -> str:
    """So many days, weeks or months."""
    if figure.months is not None:
        return tr.plural("{count} month", "{count} months", figure.months)
    if figure.weeks is not None:
        return tr.plural("{count} week", "{count} weeks", figure.weeks)
    return tr.plural("{count} day", "{count} days", figure.days or 0)
