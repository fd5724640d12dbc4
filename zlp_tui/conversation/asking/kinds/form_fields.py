"""Reads and saves the fields of a form: most are details; a few have a place of their own in the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.citizen_number import last_digits, read_citizen_number
from zlp_tui.conversation.asking.accepted_names import new_name
from zlp_tui.conversation.asking.answers.date_answers import KeptDays, date_answer
from zlp_tui.conversation.asking.context_lookup import agreement_of
from zlp_tui.conversation.asking.kept_details import keep_detail
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.tellers.form_teller import (
    DRAWN_UP_WITH,
    NAME,
    NUMBER_SEEN_BY,
    some_day,
    value_of_field,
)
from zlp_tui.dates import read_email, read_phone
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.client import grants, people, plans
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import BSN, CITIZEN_NUMBER, Agreement
from zlp_tui.script.question_models import range_of
from zlp_tui.script.steps.form_models import Form
from zlp_tui.text import one_line, same_name

SALUTATION: Final = "salutation"
_DAYS: Final[Mapping[str, tuple[str, str]]] = {
    "from": ("from_", "from_words"), "until": ("until", "until_words"),
    "evaluate-on": ("evaluate_on", "evaluate_words"),
}
"""Where the days of an agreement are kept, and how they were said when that was no exact day."""


def current(context: StepContext, step: Form, name: str) -> tuple[str, ...]:
    """What stands in a field now: its value, several for people, none when it was not filled in."""
    if step.keeps == "agreement":
        agreement = agreement_of(context)
        return days_of_agreement(agreement).get(name, ())
    return value_of_field(context, name)


def save_field(context: StepContext, step: Form, name: str, value: tuple[str, ...], act: Act) -> None:
    """Save a field's value where it belongs."""
    first = value[0] if value else None
    said = value[1] if len(value) > 1 else None
    if step.keeps == "agreement":
        day, words = _DAYS[name]
        agreements.change(act, agreement_of(context).id, **{day: first, words: said})
    elif name == NAME:
        people.change(act, context.view.client, name=first or context.view.client_person.name)
    elif name == SALUTATION:
        people.change(act, context.view.client, salutation=first)
    elif name == DRAWN_UP_WITH:
        plans.set_drawn_up_with(act, value)
    elif name == BSN:
        details.fill(act, context.topic.id, name, first)
    elif name == NUMBER_SEEN_BY:
        _give_number(context, value, act)
    else:
        in_words = said if step.fields[name].kind == "date" else None
        keep_detail(context, act, context.topic.id, name, first, in_words)


def _give_number(context: StepContext, people: tuple[str, ...], act: Act) -> None:
    """These people may see the citizen service number, and of others who might nobody any more."""
    before = value_of_field(context, NUMBER_SEEN_BY)
    for person in dict.fromkeys((*people, *before)):
        if (person in people) != (person in before):
            grants.give(act, person, f"topic:{CITIZEN_NUMBER}", see=person in people)


def days_of_agreement(agreement: Agreement) -> KeptDays:
    """The days of an agreement, by the field that asks for each."""
    return {
        name: some_day(getattr(agreement, day), getattr(agreement, words)) for name, (day, words) in _DAYS.items()
    }


def days_beside(context: StepContext, step: Form) -> KeptDays:
    """The days that belong together with those of this form: of the agreement, or of the plan."""
    if step.keeps == "agreement":
        return days_of_agreement(agreement_of(context))
    return {detail.field: some_day(detail.value, detail.words) for detail in context.view.details}


def parsed(context: StepContext, step: Form, name: str, words: str) -> tuple[tuple[str, ...], str]:
    """Words as the value of a field, and how that is told where it is something else than the words. `Refused`, in a
    plain sentence, when they are none.
    """
    field = step.fields[name]
    match field.kind:
        case "date":
            days = range_of(field.days)
            answer = date_answer(context, field, words, days, name=name, kept=days_beside(context, step))
            return answer.value, answer.told
        case "email":
            return (read_email(words),), ""
        case "phone":
            return (read_phone(words),), ""
        case "bsn" if same_name(words, context.tr("remove")):
            return (), ""
        case "bsn":
            number = read_citizen_number(words)
            return (number,), context.tr("The number ends in {digits}.", digits=last_digits(number))
        case _:
            if name in (NAME, SALUTATION) and step.keeps == "detail":
                view, locale = context.view, context.script.locale
                new_name(view, words, confirmed=context.confirmed, locale=locale, of=view.client)
            return (one_line(words),), ""
