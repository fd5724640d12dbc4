"""Labels and values of the columns in the history of a plan, in words: no id and no JSON is left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.telling.option_titles import face_title, option_title, route_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names, long_date
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.recorded_change import ColumnValues

PICKED: Final[Mapping[tuple[str, str], str]] = {
    ("goal", "kind"): "goal-kind", ("person", "kind"): "person-kind", ("progress", "done"): "done",
    ("progress", "because"): "because", ("goal_outcome", "how_close"): "how-close",
    ("goal_outcome", "decision"): "decision", ("choice", "role"): "deciding", ("plan", "deciding_role"): "deciding",
    ("plan", "address"): "address", ("life_domain", "relevance"): "relevance",
    ("evaluation", "quality"): "quality", ("experience", "face"): "experience", ("consent", "says"): "agree",
}
"""What was picked is told as it was called when it was asked: by table and column, what the question keeps."""

DATES: Final = frozenset({
    "from_on", "until_on", "evaluate_on", "ended_on", "thinking_until", "decided_on", "revisit_on", "told_back_on",
    "happened_on", "closed_on", "held_on", "agreed_on",
})
PEOPLE: Final = frozenset({"person", "decider", "discuss_with", "present", "drawn_up_with"})
LINES: Final = frozenset({"goal", "successor", "chosen", "follows_from", "now"})
"""Columns that name other lines of the plan."""


def labels_of(context: PlanContext, table: str) -> dict[str, str]:
    """What the columns of a table are called, in the order of telling; those that tell nothing are absent."""
    shared = _line_labels(context) | _person_labels(context) | _when_labels(context) | _looking_back_labels(context)
    own = {column: label for (of, column), label in _own_labels(context).items() if of == table}
    return {column: label for column, label in (shared | own).items() if label}


def _own_labels(context: PlanContext) -> dict[tuple[str, str], str]:
    """Columns that are called otherwise in one table, or tell nothing there."""
    say = context.say
    silent = (
        ("goal_outcome", "goal"), ("goal_outcome", "outcome_by"), ("goal_outcome", "why_by"),
        ("experience", "person"), ("consent", "person"), ("statement", "source"), ("domain_mark", "face"),
        ("remark", "kind"),
    )
    return dict.fromkeys(silent, "") | {
        ("look_back", "says"): say("Is it still so?"),
        ("look_back", "now"): say("How it is now"),
        ("person", "kind"): say("Who that is"),
        ("goal", "kind"): say("What fits this goal"),
        ("task", "person"): say("Who does what?"),
        ("small_step", "words"): say("When and how often?"),
        ("progress", "text"): say("What did it bring?"),
    }


def _line_labels(context: PlanContext) -> dict[str, str]:
    say = context.say
    words = dict.fromkeys(("text", "want", "question", "what", "title", "value"), say("The words"))
    return words | {
        "domain": say("Life domain"), "goal": say("Goal"), "follows_from": say("Comes from"),
        "does": say("Who does what?"), "source": say("Where it was found"), "chosen": say("Chosen"),
        "reason": say("Why"), "why": say("Why"), "role": say("Who decides"), "decider": say("Who decides"),
        "deciding_role": say("Who decides"), "priority": say("What comes first"), "place": say("What comes first"),
        "status": say("How it goes on"), "done": say("Was it done?"), "because": say("Why"),
        "adjust": say("Must it change?"), "done_with": say("What was done with it"), "route": say("Taken to"),
        "ended_how": say("How it ended"), "relevance": say("Talk about it"),
        "discuss_with": say("Talk about it with"), "address": say("Form of address"),
    }


def _person_labels(context: PlanContext) -> dict[str, str]:
    say = context.say
    return {
        "name": say("Name"), "salutation": say("Liked to be called"), "relation": say("Who that is"),
        "for_what": say("What for"), "contact": say("How to reach"),
    }


def _when_labels(context: PlanContext) -> dict[str, str]:
    say = context.say
    return {
        "from_on": say("from"), "until_on": say("until"), "evaluate_on": say("look again on"),
        "thinking_until": say("Time to think until"), "revisit_on": say("look again on"),
        "happened_on": say("On which day"), "told_back_on": say("Told back"), "closed_on": say("Closed"),
        "ended_on": say("Ended"),
    }


def _looking_back_labels(context: PlanContext) -> dict[str, str]:
    say = context.say
    return {
        "outcome": say("What came of it"), "how_close": say("How close"), "decision": say("How it goes on"),
        "successor": say("The goal becomes"), "mark": say("How it goes"), "quality": say("Does the plan help?"),
        "face": say("How the talk was"), "present": say("Who was there"), "says": say("Agrees"),
        "words": say("In their own words"),
    }


def value_of(
    context: PlanContext, table: str, column: str, value: str | int | None, beside: ColumnValues
) -> str:
    """The value of a column in words; `beside` are the other columns of the same change."""
    if value is None:
        return ""
    text = str(value)
    if (table, column) in PICKED:
        return option_title(context, PICKED[table, column], text) or text
    if column in DATES:
        return long_date(text, context.script.locale)
    if column in PEOPLE:
        return join_names([_name(context, person) for person in _each(text)], context.script.locale)
    if column in LINES:
        return join_names([f"“{_words(context, ref)}”" for ref in _each(text)], context.script.locale)
    if column == "does" and "person" in beside:
        return f"{_name(context, str(beside['person']))}: {text}"
    return _of_its_own(context, column, text, beside)


def _of_its_own(context: PlanContext, column: str, text: str, beside: ColumnValues) -> str:
    """Values of columns that have words of their own kind."""
    say = context.say
    if column == "domain":
        return context.words(context.script.domain(text).title)
    if column == "mark":
        return face_title(context, int(text)) if beside.get("face") else text
    if column == "says":
        return {
            "still": say("Still so"), "changed": say("Different now"), "no-longer": say("No longer so"),
        }.get(text, text)
    if column == "route":
        return route_title(say, text) or text
    if column == "status":
        return {
            "active": say("Being worked on"), "reached": say("Reached"), "stopped": say("Stopped"),
            "replaced": say("Said anew"),
        }.get(text, text)
    return text


def _each(text: str) -> list[str]:
    """The ids in a column: one, or a list."""
    return [str(ref) for ref in json.loads(text)] if text.startswith("[") else [text]


def _name(context: PlanContext, person: str) -> str:
    return next((known.called for known in context.view.people if known.id == person), context.say("somebody"))


def _words(context: PlanContext, ref: str) -> str:
    """The words of another line, or that it is no longer there."""
    found = find_line(context.view, ref)
    return (found.words if found else "") or context.say("no longer in the plan")
