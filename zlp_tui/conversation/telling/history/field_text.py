"""One field, one part or one detail of a plan in words, where then is put beside now."""

from __future__ import annotations

import json
from collections.abc import Iterator

from zlp_tui.conversation.telling.history.history_text import labels_of, value_of
from zlp_tui.conversation.telling.life_domains import LEAVE_BEFORE
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.dates import join_names, told_day
from zlp_tui.plan.comparable_items import ComparableItem
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.view import DOMAINS, Person, PlanView, When
from zlp_tui.script.question_models import FormField, Model
from zlp_tui.script.schema import Topic


def is_field(item: ComparableItem) -> bool:
    """Whether an item is told by what it is called: a field, a part without a voice, a detail, an evaluation."""
    part = kind_of(item.kind).parent is not None and (item.voice is None or not item.text)
    return item.field is not None or part or item.kind in ("detail", "evaluation")


def label_of(context: PlanContext, item: ComparableItem, view: PlanView) -> str:
    """What it is called, with the words of the line that it belongs to."""
    label = _label(context, item)
    line = _line_words(context, item, view)
    return f"{label} · {line}" if label and line else label or line


def words_of(context: PlanContext, item: ComparableItem, view: PlanView) -> str:
    """What stands there, in words. No id is left."""
    if item.kind == "detail":
        return _detail_words(context, item)
    if item.kind == "evaluation" and item.field is None:
        return full_day_of(context, item.text)
    if item.field is None:
        of = item.voice.id if item.voice else item.value
        who = next((person.called for person in view.people if person.id == of), "")
        return ": ".join(text for text in (who, item.text) if text)
    value = item.value
    if isinstance(value, When):
        return value.words
    if isinstance(value, bool):
        return context.tr("Yes") if value else context.tr("No")
    if item.field == "order" and isinstance(value, tuple):
        return join_names([title for ref in value if (title := context.domain_title(ref))], context.script.locale)
    kept: str | int = (
        json.dumps(value) if isinstance(value, tuple) else value if isinstance(value, int) else str(value)
    )
    return value_of(context, item.kind, kind_of(item.kind).column(item.field), kept, {})


def _label(context: PlanContext, item: ComparableItem) -> str:
    tr = context.tr
    if item.kind == "detail":
        return _detail_label(context, item)
    if item.field is None:
        return {
            "small_step": tr("Small step"), "task": tr("Who does what?"), "option": tr("Option"),
            "open_question": tr("Still to be found out"),
            "evaluation": tr("Look back together"), "domain_mark": tr("How it goes"),
            "look_back": tr("Is it still so?"), "goal_outcome": tr("What came of it"),
            "other_outcome": tr("What came of it"),
            "experience": tr("How the talk was"),
        }.get(item.kind, "")
    own = {
        "deciders": tr("Who decides"), "when": tr("When and how often?"),
    }
    return own.get(item.field) or labels_of(context, item.kind).get(kind_of(item.kind).column(item.field), "")


def _line_words(context: PlanContext, item: ComparableItem, view: PlanView) -> str:
    """The words of the line that a part or a field belongs to."""
    if item.kind == "life_domain" and item.line:
        return context.domain_title(item.line)
    if item.kind in ("plan", "detail", "evaluation"):
        return ""
    found = find_line(view, item.line)
    if found is None:
        return ""
    return found.line.called if isinstance(found.line, Person) else found.words.rstrip(".")


def _detail_label(context: PlanContext, item: ComparableItem) -> str:
    topic, field = _asked(context, item)
    if field is not None:
        return context.words(field.title)
    domain = item.step.removeprefix(LEAVE_BEFORE)
    named = domain in DOMAINS and context.domain_title(domain)
    return named or (context.words(topic.title) if topic else "")


def _detail_words(context: PlanContext, item: ComparableItem) -> str:
    topic, field = _asked(context, item)
    if field is not None and field.kind == "date":
        return told_day(item.text, context.script.locale)
    titles = dict(_option_titles(field or (topic.steps if topic else ())))
    return ", ".join(context.words(titles.get(word, word)) for word in item.text.split()) if titles else item.text


def _asked(context: PlanContext, item: ComparableItem) -> tuple[Topic | None, FormField | None]:
    """The topic that asks for a detail, and the field of its form, if it is one."""
    topic = next((known for known in context.script.topics if known.id == item.topic), None)
    steps = topic.steps if topic else ()
    return topic, next((step.form_fields[item.step] for step in steps if item.step in step.form_fields), None)


def _option_titles(asked: object) -> Iterator[tuple[str, str]]:
    """The ids and titles of all that can be picked, in whatever part of a question they stand."""
    if isinstance(asked, tuple):
        for part in asked:
            yield from _option_titles(part)
    elif hasattr(asked, "id") and hasattr(asked, "title") and not hasattr(asked, "steps"):
        yield str(asked.id), str(asked.title)
    elif isinstance(asked, Model):
        for name in type(asked).model_fields:
            yield from _option_titles(getattr(asked, name))
