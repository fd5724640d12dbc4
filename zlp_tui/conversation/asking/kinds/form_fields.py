"""Reads and saves the fields of a form: most are details; a few have a place of their own in the plan."""

from __future__ import annotations

from zlp_tui.conversation.asking.context_lookup import agreement_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.tellers.form_teller import DRAWN_UP_WITH, NAME, some, value_of_field
from zlp_tui.dates import read_date, read_email, read_phone
from zlp_tui.plan.tables import agreements, details, people, plans
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Form
from zlp_tui.text import one_line


def current(context: StepContext, step: Form, name: str) -> tuple[str, ...]:
    """What stands in a field now: its value, several for people, none when it was not filled in."""
    if step.keeps == "agreement":
        agreement = agreement_of(context)
        dates = {"from": agreement.from_, "until": agreement.until, "evaluate-on": agreement.evaluate_on}
        return some(dates.get(name))
    return value_of_field(context, name)


def save_field(context: StepContext, step: Form, name: str, value: tuple[str, ...], act: Act) -> None:
    """Save a field's value where it belongs."""
    first = value[0] if value else None
    if step.keeps == "agreement":
        column = {"from": "from_", "until": "until", "evaluate-on": "evaluate_on"}[name]
        agreements.change(act, agreement_of(context).id, **{column: first})
    elif name == NAME:
        people.change(act, context.view.client, name=first or context.view.client_person.name)
    elif name == "salutation":
        people.change(act, context.view.client, salutation=first)
    elif name == DRAWN_UP_WITH:
        plans.set_drawn_up_with(act, value)
    else:
        details.fill(act, context.topic.id, name, first)


def parsed(context: StepContext, kind: str, words: str) -> str:
    """Words as the value of a field of this kind; `Refused`, in a plain sentence, when they are none."""
    match kind:
        case "date":
            return read_date(words, context.today, context.script.locale).isoformat()
        case "email":
            return read_email(words)
        case "phone":
            return read_phone(words)
        case _:
            return one_line(words)
