"""What everybody at the table said of an edition of the plan."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.dates import join_names
from zlp_tui.plan.view import Consent, Edition, PlanView
from zlp_tui.script.steps.looking_back_models import Agree


def agree_lines(context: PlanContext, step: Agree) -> tuple[LetterLine, ...]:
    """The last edition that was agreed on, with what each said of it."""
    last = (with_everybody(context.view, edition) for edition in context.view.agreed_editions[-1:])
    told = ((edition, consents(context, step, edition)) for edition in last)
    return tuple(LetterLine(edition_heading(context, edition), quotes) for edition, quotes in told if quotes)


def with_everybody(view: PlanView, edition: Edition) -> Edition:
    """An edition in which all who were there have their word, and the client: who said nothing was not asked."""
    said = {consent.person for consent in edition.consent}
    silent = (person for person in dict.fromkeys((view.client, *edition.present)) if person not in said)
    return replace(edition, consent=(*edition.consent, *(Consent(person, "not-asked") for person in silent)))


def is_not_asked(edition: Edition, person: str) -> bool:
    """Whether somebody in an edition with everybody's word was not asked."""
    return any(consent.person == person and consent.says == "not-asked" for consent in edition.consent)


def consents(context: PlanContext, step: Agree, edition: Edition) -> tuple[Quote, ...]:
    """What each said of an edition: their own words where they gave them, else what they picked."""
    titles = {option.id: context.words(option.title) for option in step.options}
    return tuple(
        Quote("", consent.words, context.name(consent.person), note=titles.get(consent.says, ""))
        if consent.words else fact(titles.get(consent.says, ""), by=context.name(consent.person))
        for consent in edition.consent
    )


def edition_heading(context: PlanContext, edition: Edition) -> str:
    """`Plan 2 · 22 november 2026, met Annie en Sanne`."""
    day = full_day_of(context, edition.agreed_on or context.today.isoformat())
    if not edition.present:
        return context.tr("Plan {number} · {date}", number=edition.number, date=day)
    names = join_names([context.name(person) for person in edition.present], context.script.locale)
    return context.tr("Plan {number} · {date}, with {names}", number=edition.number, date=day, names=names)
