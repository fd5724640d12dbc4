"""Labels and values of the columns in the history of a plan, in words: no id and no JSON is left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.telling.option_titles import face_title, option_title, route_title, term_in_words
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.conversation.telling.remarks.not_met_text import ground_title
from zlp_tui.conversation.telling.when_text import part_told
from zlp_tui.dates import join_names, told_day
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.recorded_change import ColumnValues

PICKED: Final[Mapping[tuple[str, str], str]] = {
    ("goal", "kind"): "goal-kind", ("person", "kind"): "person-kind",
    ("person", "acts_as"): "acts-as", ("progress", "done"): "done",
    ("progress", "because"): "because", ("goal_outcome", "how_close"): "how-close",
    ("other_outcome", "how_close"): "how-close",
    ("goal_outcome", "decision"): "decision", ("choice", "role"): "deciding", ("plan", "deciding_role"): "deciding",
    ("plan", "address"): "address", ("life_domain", "relevance"): "relevance",
    ("evaluation", "quality"): "quality", ("experience", "face"): "experience", ("consent", "says"): "agree",
}
"""What was picked is told as it was called when it was asked: by table and column, what the question keeps."""

DATES: Final = frozenset({
    "from_on", "until_on", "evaluate_on", "ended_on", "thinking_until", "revisit_on", "ask_again_on",
    "acts_since", "acts_until",
})
RECORDED: Final = frozenset({
    "decided_on", "told_back_on", "happened_on", "closed_on", "held_on", "agreed_on", "taken_on",
})
"""Columns with a day that somebody said, and with the day on which it was recorded."""
SAID_IN: Final[Mapping[str, str]] = {kind.column(day): words for kind in KINDS for day, words in kind.said.items()}
"""By column that holds a day: the column with how it was said, when that was no exact day."""
PEOPLE: Final = frozenset({"person", "decider", "others_deciding", "discuss_with", "present", "drawn_up_with"})
LINES: Final = frozenset({"goal", "successor", "chosen", "follows_from", "now"})
"""Columns that name other lines of the plan."""


def labels_of(context: PlanContext, table: str) -> dict[str, str]:
    """What the columns of a table are called, in the order of telling; those that tell nothing are absent."""
    shared = _line_labels(context) | _person_labels(context) | _when_labels(context) | _looking_back_labels(context)
    own = {column: label for (of, column), label in _own_labels(context).items() if of == table}
    return {column: label for column, label in (shared | own).items() if label}


def _own_labels(context: PlanContext) -> dict[tuple[str, str], str]:
    """Columns that are called otherwise in one table, or tell nothing there."""
    tr = context.tr
    silent = (
        ("goal_outcome", "goal"), *((kind.name, by) for kind in KINDS for by in kind.voices.values()),
        ("experience", "person"), ("consent", "person"), ("statement", "source"), ("domain_mark", "face"),
        ("remark", "kind"),
    )
    return dict.fromkeys(silent, "") | {
        ("look_back", "says"): tr("Is it still so?"),
        ("look_back", "now"): tr("How it is now"),
        ("person", "kind"): tr("Who that is"),
        ("goal", "kind"): tr("What fits this goal"),
        ("task", "person"): tr("Who does what?"),
        ("disagreement", "person"): tr("Whom it is about"),
        ("small_step", "words"): tr("When and how often?"),
        ("progress", "text"): tr("What did it bring?"),
        ("progress", "part_of_day"): tr("At which part of the day"),
        ("consideration", "term"): tr("Now or later"),
    }


def _line_labels(context: PlanContext) -> dict[str, str]:
    tr = context.tr
    words = dict.fromkeys(("text", "want", "question", "what", "title", "value"), tr("The words"))
    return words | {
        "domain": tr("Life domain"), "goal": tr("Goal"), "follows_from": tr("Comes from"),
        "does": tr("Who does what?"), "source": tr("Where it was found"), "chosen": tr("Chosen"),
        "reason": tr("Why"), "why": tr("Why"), "role": tr("Who decides"), "decider": tr("Who decides"),
        "others_deciding": tr("Who decides too"), "deciding_role": tr("Who decides"),
        "priority": tr("What comes first"), "place": tr("What comes first"),
        "status": tr("How it goes on"), "done": tr("Was it done?"), "because": tr("Why"),
        "adjust": tr("Must it change?"), "done_with": tr("What was done with it"), "route": tr("Taken to"),
        "ground": tr("Why it cannot be done"), "consulted": tr("Who was consulted"),
        "answer": tr("What we know now"), "heard_from": tr("From whom"),
        "ended_how": tr("How it ended"), "ended_because": tr("Why"), "relevance": tr("Talk about it"),
        "discuss_with": tr("Talk about it with"), "address": tr("Form of address"),
        "goal_wanted": tr("Reach something here"), "drawn_up_with": tr("Drawn up with"),
    }


def _person_labels(context: PlanContext) -> dict[str, str]:
    tr = context.tr
    return {
        "name": tr("Name"), "salutation": tr("Liked to be called"), "relation": tr("Who that is"),
        "for_what": tr("What for"), "informed": tr("What they are told"), "contact": tr("How to reach"),
        "acts_as": tr("Acts in the client's name as"), "acts_since": tr("since"), "acts_until": tr("until"),
    }


def _when_labels(context: PlanContext) -> dict[str, str]:
    tr = context.tr
    return {
        "from_on": tr("from"), "until_on": tr("until"), "evaluate_on": tr("look again on"),
        "thinking_until": tr("Time to think until"), "revisit_on": tr("look again on"),
        "happened_on": tr("On which day"), "told_back_on": tr("Told back"), "closed_on": tr("Closed"),
        "ended_on": tr("Ended"), "ask_again_on": tr("Asked again"),
    }


def _looking_back_labels(context: PlanContext) -> dict[str, str]:
    tr = context.tr
    return {
        "outcome": tr("What came of it"), "how_close": tr("How close"), "decision": tr("How it goes on"),
        "successor": tr("The goal becomes"), "mark": tr("How it goes"), "quality": tr("Does the plan help?"),
        "face": tr("How the talk was"), "present": tr("Who was there"), "says": tr("Agrees"),
        "words": tr("In their own words"),
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
        return told_day(str(beside.get(SAID_IN.get(column, "")) or text), context.script.locale)
    if column in RECORDED:
        return full_day_of(context, text)
    if column in PEOPLE:
        return join_names([_name(context, person) for person in _each(text)], context.script.locale)
    if column in LINES:
        return join_names([f"“{_words(context, ref)}”" for ref in _each(text)], context.script.locale)
    if column == "does" and "person" in beside:
        return f"{_name(context, str(beside['person']))}: {text}"
    return _of_its_own(context, column, text, beside)


def _of_its_own(context: PlanContext, column: str, text: str, beside: ColumnValues) -> str:
    """Values of columns that have words of their own kind."""
    tr = context.tr
    if column == "domain":
        return context.domain_title(text)
    if column == "goal_wanted":
        return tr("Yes") if int(text) else tr("No")
    if column == "mark":
        return face_title(context, int(text)) if beside.get("face") else text
    if column == "says":
        return {
            "still": tr("Still so"), "changed": tr("Different now"), "no-longer": tr("No longer so"),
        }.get(text, text)
    if column == "part_of_day":
        return part_told(tr, text)
    if column == "term":
        return term_in_words(tr, text)
    if column == "ground":
        return ground_title(tr, text)
    if column == "route":
        return route_title(tr, text) or text
    if column == "status":
        return {
            "active": tr("Being worked on"), "waits": tr("It can wait"), "reached": tr("Reached"),
            "stopped": tr("Stopped"), "replaced": tr("Said anew"),
        }.get(text, text)
    return text


def _each(text: str) -> list[str]:
    """The ids in a column: one, or a list."""
    return [str(ref) for ref in json.loads(text)] if text.startswith("[") else [text]


def _name(context: PlanContext, person: str) -> str:
    people = (*context.view.people, *context.view.former_people)
    return next((known.called for known in people if known.id == person), context.tr("somebody"))


def _words(context: PlanContext, ref: str) -> str:
    """The words of another line, or that it is no longer there."""
    found = find_line(context.view, ref)
    return (found.words if found else "") or context.tr("no longer in the plan")
