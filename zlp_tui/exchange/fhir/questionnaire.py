"""The script as a Questionnaire: topics are groups, and the ids of its items are those of the script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import LANGUAGE, OURS, system
from zlp_tui.exchange.fhir.values import Element, coding, element, text
from zlp_tui.script.question_models import FormField, PickOption, Question
from zlp_tui.script.schema import Step, Topic

ANSWERS: Final = "answer"
"""The system of fixed answers."""


def address(plan: BundleContext) -> str:
    """What responses call the questionnaire: it is the script, in its version."""
    script = plan.context.script
    return f"{OURS}script:{script.pack}|{script.version}"


def questionnaire(plan: BundleContext) -> Element:
    """All questions of the script, in the order in which they are asked."""
    context = plan.context
    url, _, version = address(plan).partition("|")
    return element(
        resourceType="Questionnaire", id=plan.made_id("questionnaire"), url=url, version=version, status="active",
        language=LANGUAGE, subjectType=["Patient"], item=[_topic(context, topic) for topic in context.script.topics],
    )


def _topic(context: PlanContext, topic: Topic) -> Element:
    steps = [_step(context, topic, step) for step in topic.steps]
    return element(linkId=topic.id, type="group", item=steps, **text("text", context.words(topic.title)))


def _step(context: PlanContext, topic: Topic, step: Step) -> Element:
    """One question; a form and one of several parts is a group of them, and what is only read has no answer."""
    link, parts = f"{topic.id}/{step.id}", [*_parts(context, topic, step)]
    asked = step.ask if isinstance(step, Question) else topic.title
    options = step.options_of(step.kept_as) if step.kept_as else ()
    kind = "display" if not step.is_asked else "group" if parts else "open-choice" if options else "text"
    return element(
        linkId=link, type=kind, item=parts, repeats=True if kind in ("text", "open-choice") else None,
        answerOption=_options(context, options) if kind == "open-choice" else None,
        **text("text", context.words(asked)),
    )


def _parts(context: PlanContext, topic: Topic, step: Step) -> Iterator[Element]:
    """The fields of a form; or the sides or moments of a step."""
    for name, field in step.form_fields.items():
        yield _field(context, f"{topic.id}/{step.id}/{name}", field)
    for name, title in step.part_titles.items():
        link = f"{topic.id}/{step.id}/{name}"
        yield element(linkId=link, type="text", repeats=True, **text("text", context.words(title)))


def _field(context: PlanContext, link: str, field: FormField) -> Element:
    kinds = {"date": "date", "pick": "open-choice"}
    kind = kinds.get(field.kind, "string")
    return element(
        linkId=link, type=kind, answerOption=_options(context, field.options) if field.options else None,
        **text("text", context.words(field.ask)),
    )


def _options(context: PlanContext, options: tuple[PickOption, ...]) -> list[Element]:
    return [{"valueCoding": option_coding(context, option)} for option in options]


def option_coding(context: PlanContext, option: PickOption) -> Element:
    """A fixed answer, as its code."""
    return coding(system(ANSWERS), option.id, context.words(option.title))
