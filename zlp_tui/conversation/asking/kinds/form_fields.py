"""Where the fields of a form live: most are details; a few have a place of their own in the plan."""

from __future__ import annotations

from zlp_tui.conversation.asking.kinds.context_lookup import agreement_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.dates import read_date, read_email, read_phone
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import agreements, details, people, plans
from zlp_tui.script.schema import Form
from zlp_tui.text import one_line

OF_THE_CLIENT = ("name", "salutation")
"""Fields that are the client's own as a person, told when a plan begins."""

DRAWN_UP_WITH = "drawn-up-with"


def current(context: StepContext, step: Form, name: str) -> tuple[str, ...]:
    """What stands in a field now: its value, several for people, none when it was not filled in."""
    if step.keeps == "agreement":
        agreement = agreement_of(context)
        dates = {"from": agreement.from_, "until": agreement.until, "evaluate-on": agreement.evaluate_on}
        return _some(dates.get(name))
    view, client = context.view, context.view.client_person
    asking = _topics_with(context, name)
    match name:
        case "name":
            return (client.name,)
        case "salutation":
            return _some(client.salutation)
        case _ if name == DRAWN_UP_WITH:
            return view.drawn_up_with
        case _:
            return _some(next((d.value for d in reversed(view.details) if d.field == name and d.topic in asking), None))


def asked_at(context: StepContext, name: str) -> str | None:
    """The topic in which a field of a form was filled in last; None when it was not."""
    asking = _topics_with(context, name)
    return next((d.topic for d in reversed(context.view.details) if d.field == name and d.topic in asking), None)


def _topics_with(context: StepContext, name: str) -> frozenset[str]:
    """The topics that have a form with this field: the first plan and an evaluation may ask for the same."""
    return frozenset(
        topic.id for topic in context.script.topics
        for step in topic.steps if isinstance(step, Form) and step.keeps == "detail" and name in step.fields
    )


def keep_field(context: StepContext, step: Form, name: str, value: tuple[str, ...], act: Act) -> None:
    """Keep a field's value where it lives."""
    first = value[0] if value else None
    if step.keeps == "agreement":
        column = {"from": "from_", "until": "until", "evaluate-on": "evaluate_on"}[name]
        agreements.change(act, agreement_of(context).id, **{column: first})
    elif name == "name":
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


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
