"""The editions of a plan: what was agreed on when, who was there, and what each says of it (C9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from zlp_tui.conversation.ports.history_queries import ConsentLine, EditionLine
from zlp_tui.conversation.ports.plan_pages import LetterPart, PlanLength
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.conversation.telling.overviews.summary import told_in
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import short_day_of
from zlp_tui.conversation.telling.tellers.agree_teller import with_everybody
from zlp_tui.dates import join_names
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Consent, Edition, PlanView


def editions(context: PlanContext) -> tuple[EditionLine, ...]:
    """The editions that were agreed on, the newest first."""
    return tuple(_line(context, edition) for edition in reversed(context.view.agreed_editions))


def edition_title(context: PlanContext, edition: Edition) -> str:
    """What an edition is called: its number, and the day on which it was agreed on."""
    day = short_day_of(context, edition.agreed_on or context.today.isoformat())
    return context.tr("Plan {number}, agreed on {day}", number=edition.number, day=day)


def read_edition(context: PlanContext, then: PlanView, number: int, length: PlanLength) -> tuple[LetterPart, ...]:
    """The plan as it was agreed on, as it was told that day, in one of its lengths."""
    agreed = edition_numbered(context.view, number)
    return told_in(as_on(context, then, agreed.agreed_on or context.today.isoformat()), length)


def edition_numbered(view: PlanView, number: int) -> Edition:
    """An edition that was agreed on; `NotFound` where there is none of that number that its readers may see."""
    for edition in view.agreed_editions:
        if edition.number == number:
            return edition
    raise NotFound("The plan has no edition {number}.", number=number)


def as_on(context: PlanContext, then: PlanView, day: str) -> PlanContext:
    """The context of telling a plan of an earlier day, an ISO date, on that day."""
    return replace(context, view=then, today=date.fromisoformat(day))


def names(context: PlanContext, people: tuple[str, ...]) -> str:
    """Who was there, as one line; nothing when nobody is known any more."""
    known = {person.id: person.called for person in context.view.people}
    called = [known[person] for person in people if person in known]
    return join_names(called, context.script.locale) if called else ""


def _line(context: PlanContext, edition: Edition) -> EditionLine:
    return EditionLine(
        number=edition.number,
        title=edition_title(context, edition),
        present=names(context, edition.present),
        consents=tuple(_consent(context, consent) for consent in with_everybody(context.view, edition).consent),
    )


def _consent(context: PlanContext, consent: Consent) -> ConsentLine:
    says = option_title(context, "agree", consent.says)
    return ConsentLine(context.name(consent.person), says, consent.words, consent.says)
