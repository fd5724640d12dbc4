"""What was filled in at a form: its fields as facts under their titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.tellers.agreement_tellers import period_lines
from zlp_tui.dates import join_names, told_day
from zlp_tui.plan.view import BSN, CITIZEN_NUMBER, Detail, PlanView
from zlp_tui.script.question_models import FormField
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.form_models import Form

NAME, DRAWN_UP_WITH = "name", "drawn-up-with"
NUMBER_SEEN_BY: Final = "bsn-seen-by"
"""The field that asks who may see the citizen service number; its answers are grants."""
OF_THE_CLIENT: Final = (NAME, "salutation")
"""Fields that are the client's own as a person, told when a plan begins."""

NUMBER: Final = f"topic:{CITIZEN_NUMBER}"

FieldValues = Mapping[str, tuple[str, ...]]
"""By field: its value, several for people, none when it was not filled in. A day that was said less exactly has the
words behind it."""


def form_lines(context: PlanContext, topic: Topic, step: Form) -> tuple[LetterLine, ...]:
    """What was filled in; a name and a salutation alone are known before anybody talks, and say nothing yet."""
    if step.keeps == "agreement":
        return period_lines(context)
    values = {field: _value_told(context, step, field) for field in step.fields}
    filled = filled_in(context, topic, step, values)
    if all(field in OF_THE_CLIENT for field in filled):
        return ()
    return line_of(intro_of(context, topic, step.id), tuple(filled.values()))


def _value_told(context: PlanContext, step: Form, name: str) -> tuple[str, ...]:
    """What a field holds. A day on which one talks on says nothing any more once it has passed."""
    value = value_of_field(context, name)
    passed = step.each_sitting and step.fields[name].kind == "date" and value[:1] < (context.today.isoformat(),)
    return () if passed else value


def filled_in(context: PlanContext, topic: Topic, step: Form, values: FieldValues) -> Mapping[str, Quote]:
    """By field, what was filled in at this topic: the first plan and an evaluation may have the same field."""
    return {
        name: Quote(
            ref=context.view.client if name == NAME else "",
            text=shown_value(context, step.fields[name], values[name]),
            by=name_behind_field(context, step, name),
            intro=context.words(step.fields[name].title),
            own_words=False,
        )
        for name in fields_now(step, values)
        if values[name] and (_asked_at(context, name) or topic.id) == topic.id
    }


def fields_now(step: Form, values: FieldValues) -> tuple[str, ...]:
    """The fields that make sense now."""
    return tuple(
        name for name, field in step.fields.items()
        if (field.only_if is None or values.get(field.only_if.field) == (field.only_if.is_,))
        and (name != NUMBER_SEEN_BY or values.get(BSN))
    )


def value_of_field(context: PlanContext, name: str) -> tuple[str, ...]:
    """What a field of the plan holds; most are details, a few have a place of their own in the plan."""
    view = context.view
    match name:
        case "name":
            return (view.client_person.name,)
        case "salutation":
            return some(view.client_person.salutation)
        case "drawn-up-with":
            return view.drawn_up_with
        case "bsn-seen-by":
            return number_seen_by(view)
        case _:
            detail = _detail(context, name)
            return some_day(detail.value, detail.words) if detail else ()


def number_seen_by(view: PlanView) -> tuple[str, ...]:
    """Who was ticked to see the citizen service number, by person id."""
    return tuple(grant.person for grant in view.grants if grant.person and grant.see and grant.scope == NUMBER)


def name_behind_field(context: PlanContext, step: Form, name: str) -> str:
    """The name of who filled in a field, where that is not the client; empty where nobody did, or it is neither a
    detail nor whom the plan was drawn up with."""
    if name == DRAWN_UP_WITH:
        return context.name_answered(context.view.drawn_up_by)
    detail = _detail(context, name) if step.keeps == "detail" else None
    return context.name_behind(detail.voice) if detail else ""


def _asked_at(context: PlanContext, name: str) -> str | None:
    """The topic in which a field was filled in last; None when it was not."""
    detail = _detail(context, name)
    return detail.topic if detail else None


def _detail(context: PlanContext, name: str) -> Detail | None:
    """The last detail that was filled in at a field with this name: several topics may ask for the same."""
    asking = context.script.topics_asking(name)
    return next((d for d in reversed(context.view.details) if d.field == name and d.topic in asking), None)


def some(value: str | None) -> tuple[str, ...]:
    """One value, or none."""
    return (value,) if value else ()


def some_day(day: str | None, words: str | None) -> tuple[str, ...]:
    """A day, or none; and how it was said, where that was no exact day."""
    return (*some(day), *some(words)) if day else ()


def shown_value(context: PlanContext, field: FormField, value: tuple[str, ...]) -> str:
    """The value of a field in words."""
    if not value:
        return ""
    match field.kind:
        case "date":
            return told_day(value[-1], context.script.locale)
        case "bsn":
            return context.tr("ends in {digits}", digits=value[0])
        case "people":
            return join_names([context.name(person) for person in value], context.script.locale)
        case "pick":
            titles = {option.id: context.words(option.title) for option in field.options}
            return ", ".join(titles.get(picked, picked) for picked in value)
        case _:
            return value[0]
