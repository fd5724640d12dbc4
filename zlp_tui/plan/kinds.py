"""One declaration per kind of line of a plan.

A kind says in one place what the rest of the program needs to know of its lines: the table and the view type they are
kept in, where they stand in the `PlanView`, whose words they hold, to which topic and life domain they belong, to which
other lines they refer, and whether they are part of what was agreed on. Loading, filtering by reader, differences,
history, "new since", soundness checks and taking back follow from these declarations; nobody lists kinds a second time.
`tests/plan/test_plan_kinds.py` walks all kinds, all tables and all fields of the view, and fails when one is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from zlp_tui.plan import view
from zlp_tui.plan.kind_declaration import ANY, Kind, Reference

_VOICE: Final = Reference("voice", ("person",), "keep")
_TRACED: Final = Reference("follows_from", ("statement", "choice", "goal"), "item")

TALLIED: Final = ("goal", "agreement")
"""Of what it is counted how often it was done. That a day was as somebody told of it is never counted (M09)."""


def _replaces(kind: str) -> Reference:
    return Reference("replaces", (kind,), "null", in_view=False)


def _by(*columns: str) -> tuple[Reference, ...]:
    """Who said what stands in other columns: they keep their name."""
    return tuple(Reference(column, ("person",), "keep") for column in columns)


_ENDED: Final = {"ended_on": "ended_by", "ended_because": "ended_by"}

KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        "plan", None, "", topic="", counts=True, unread=("last_talk", "talked_on", "goes_on_at", "number"),
        columns={"deciders": "others_deciding"},
        references=(
            Reference("decider", ("person",)), Reference("deciders", ("person",), "item"),
            Reference("drawn_up_with", ("person",), "item"), *_by("deciding_by", "drawn_up_by", "ended_by"),
        ),
        compared=("address", "deciding_role", "deciders", "drawn_up_with"),
        voices={
            "deciding_role": "deciding_by", "decider": "deciding_by", "others_deciding": "deciding_by",
            "drawn_up_with": "drawn_up_by", "ended_on": "ended_by", "ended_because": "ended_by",
        },
    ),
    Kind(
        "person", view.Person, "people", words="name", topic="people", unread=("folded",),
        compared=(
            "kind", "salutation", "relation", "for_what", "contact", "informed", "acts_as", "acts_since", "acts_until",
        ),
        said={"acts_since": "acts_since_words", "acts_until": "acts_until_words"}, counts=True, can_be_withdrawn=True,
    ),
    Kind(
        "conversation", view.Conversation, "conversations", topic="at-the-table",
        derived=("present", "resume", "experience"),
        unread=("started_on", "resume_topic", "resume_step", "resume_item"), columns={"route": "resume_route"},
    ),
    Kind(
        "attendance", view.Attendance, "present", "conversation", "conversation",
        references=(Reference("person", ("person",), "keep"),),
    ),
    Kind(
        "talk_experience", view.TalkExperience, "experience", "conversation", "conversation", topic="at-the-table",
        references=(Reference("person", ("person",), "line"),),
    ),
    Kind(
        "detail", view.Detail, "details", words="value", unread=("conversation", "said_on"), counts=True,
        references=(_VOICE,), said={"value": "words"},
    ),
    Kind("prompt", None, "", unread=("topic", "step", "pack"), kept_by_program=True),
    Kind(
        "statement", view.Statement, "statements", words="text", quoted=("text",), domain="domain",
        references=(
            _VOICE, Reference("about", ("choice", "goal", "agreement", "evaluation"), "line", in_view=False),
            _replaces("statement"), Reference("conversation", ("conversation",), "null", in_view=False),
        ),
        derived=("ended_on",), compared=("domain",), counts=True, replaces=True, stays_in_view=True,
        can_be_withdrawn=True,
    ),
    Kind(
        "life_domain", view.LifeDomain, "domains", topic="domains", domain="id", columns={"order": "place"},
        references=(Reference("discuss_with", ("person",), "item"), *_by("relevance_by")),
        compared=("relevance", "order", "discuss_with", "goal_wanted"), counts=True,
        voices={"relevance": "relevance_by"},
    ),
    Kind(
        "choice", view.Choice, "choices", words="question", quoted=("question", "reason"), topic="choices",
        domain="domain",
        references=(
            _VOICE, Reference("deciders", ("person",), "item"), Reference("chosen", ("option",)), _replaces("choice"),
            *_by("role_by", "chosen_by"),
        ),
        columns={"deciders": "others_deciding"}, unread=("decider", "reason"),
        derived=("options", "open_questions", "reasons"), counts=True, replaces=True, can_be_withdrawn=True,
        compared=("domain", "role", "deciders", "thinking_until", "chosen", "revisit_on"),
        said={"thinking_until": "thinking_words", "revisit_on": "revisit_words"},
        voices={
            "role": "role_by", "decider": "role_by", "others_deciding": "role_by", "chosen": "chosen_by",
            "decided_on": "chosen_by",
        },
    ),
    Kind(
        "option", view.Option, "options", "choice", "choice", words="title", topic="choices",
        derived=("considerations", "sources"), references=(_VOICE,), unread=("source",), counts=True,
        told_with_whole=True, can_be_withdrawn=True,
    ),
    Kind(
        "option_source", view.OptionSource, "sources", "option", "option", words="text", quoted=("text",),
        topic="choices", references=(_VOICE,), counts=True, can_be_withdrawn=True,
    ),
    Kind(
        "consideration", view.Consideration, "considerations", "option", "option", words="text", quoted=("text",),
        topic="choices", references=(_VOICE,), counts=True, can_be_withdrawn=True, compared=("term",),
    ),
    Kind(
        "reason", view.Reason, "reasons", "choice", "choice", words="text", quoted=("text",), topic="choices",
        references=(_VOICE,), counts=True, can_be_withdrawn=True,
    ),
    Kind(
        "open_question", view.OpenQuestion, "open_questions", "choice", "choice", words="text",
        quoted=("text", "answer", "heard_from"), topic="choices", columns={"by": "heard_from"},
        references=(_VOICE, Reference("answered_by", ("person",), "keep")), counts=True, told_with_whole=True,
        can_be_withdrawn=True, compared=("answer", "by"),
        voices={"answer": "answered_by", "heard_from": "answered_by"},
    ),
    Kind(
        "goal", view.Goal, "goals", words="text", quoted=("text", "ended_because"), topic="goals", domain="domain",
        references=(_VOICE, _TRACED, _replaces("goal"), *_by("ended_by")), voices=_ENDED, counts=True, replaces=True,
        can_be_withdrawn=True, columns={"until": "until_on"},
        compared=("kind", "domain", "priority", "status", "follows_from", "until"), said={"until": "until_words"},
    ),
    Kind(
        "agreement", view.Agreement, "agreements", words="want", quoted=("want", "ended_because"),
        topic="agreements", domain="domain",
        columns={"from_": "from_on", "until": "until_on"},
        references=(_VOICE, Reference("goal", ("goal",)), _TRACED, _replaces("agreement"), *_by("ended_by")),
        voices=_ENDED,
        derived=("steps", "who", "done", "result", "adjust"), counts=True, replaces=True, can_be_withdrawn=True,
        compared=("goal", "domain", "from_", "until", "evaluate_on", "follows_from"),
        said={"from_": "from_words", "until": "until_words", "evaluate_on": "evaluate_words"},
    ),
    Kind(
        "small_step", view.SmallStep, "steps", "agreement", "agreement", words="what", quoted=("what",),
        topic="agreements", derived=("when",), compared=("when",),
        unread=("words", "weekdays", "part_of_day", "parts_of_day", "every_weeks", "weeks_from"), counts=True,
        told_with_whole=True, can_be_withdrawn=True,
    ),
    Kind(
        "task", view.Task, "who", "agreement", "agreement", words="does", topic="agreements",
        references=(Reference("person", ("person",), "line"),), counts=True, told_with_whole=True,
        can_be_withdrawn=True,
    ),
    Kind(
        "progress", view.Progress, "progress", words="text", quoted=("text", "adjust"), topic="follow-up",
        columns={"on": "happened_on"},
        references=(_VOICE, Reference("about", (*TALLIED, "statement"), "line", in_view=False)), can_be_withdrawn=True,
    ),
    Kind(
        "read_back", view.ReadBack, "read_backs", words="correction",
        references=(
            _VOICE,
            Reference("conversation", ("conversation",), "null", in_view=False),
            Reference("about", ("statement",), "line", in_view=False),
        ),
    ),
    Kind("notice", view.Notice, "notices", topic="welcome", columns={"id": "notice"}, kept_by_program=True),
    Kind(
        "remark", view.Remark, "remarks", words="text", quoted=("text", "done_with"), topic="remarks",
        references=(_VOICE, Reference("about", ANY, "line", in_view=False), *_by("done_by")),
        unread=("conversation",), can_be_withdrawn=True, voices={"done_with": "done_by"},
    ),
    Kind(
        "disagreement", view.Disagreement, "disagreements", words="text", quoted=("text", "ended_how"),
        topic="disagreements",
        references=(
            _VOICE, Reference("about", ANY, "line", in_view=False), Reference("person", ("person",)), *_by("ended_by"),
        ),
        voices={"ended_how": "ended_by", "ended_on": "ended_by"},
        counts=True, can_be_withdrawn=True, compared=("route", "person", "ended_how", "ended_on"),
    ),
    Kind(
        "wish_not_met", view.WishNotMet, "wishes_not_met", words="text", quoted=("text", "consulted"),
        topic="wishes-not-met",
        references=(
            _VOICE, Reference("about", ("statement", "goal", "choice", "agreement"), "line", in_view=False),
        ),
        counts=True, can_be_withdrawn=True, compared=("ground", "consulted", "ask_again_on"),
    ),
    Kind(
        "grant", view.Grant, "grants", topic="who-may", columns={"until": "until_on"},
        references=(_VOICE, Reference("person", ("person",), "line")), can_be_withdrawn=True,
    ),
    Kind(
        "evaluation", view.Evaluation, "evaluations", topic="evaluation",
        references=(
            Reference("conversation", ("conversation",), "null", in_view=False),
            Reference("present", ("person",), "item"), *_by("quality_by"),
        ),
        voices={"quality": "quality_by"},
        derived=("goals", "marks", "look_backs", "experience"), counts=True, compared=("quality",),
    ),
    Kind(
        "goal_outcome", view.GoalOutcome, "goals", "evaluation", "evaluation", words="outcome",
        quoted=("outcome", "why"), topic="evaluation",
        references=(
            Reference("goal", ("goal",), "line", in_view=False), Reference("successor", ("goal",)),
            *_by("outcome_by", "why_by", "how_close_by", "decision_by"),
        ),
        voices={
            "outcome": "outcome_by", "why": "why_by", "how_close": "how_close_by", "decision": "decision_by",
        },
        compared=("how_close", "decision", "why"), counts=True, derived=("others",),
    ),
    Kind(
        "other_outcome", view.OtherOutcome, "others", "goal_outcome", "goal_outcome", words="outcome",
        quoted=("outcome", "why"), topic="evaluation", references=(_VOICE,), compared=("how_close", "why"), counts=True,
    ),
    Kind(
        "domain_mark", view.DomainMark, "marks", "evaluation", "evaluation", topic="evaluation", domain="domain",
        references=(_VOICE, Reference("domain", ("life_domain",), "line", in_view=False)), compared=("mark",),
        counts=True,
    ),
    Kind(
        "look_back", view.LookBack, "look_backs", "evaluation", "evaluation", topic="evaluation",
        references=(
            _VOICE, Reference("statement", ("statement",), "line", in_view=False), Reference("now", ("statement",)),
            Reference("beside", ("statement",), "item"),
        ),
        compared=("says",), counts=True,
    ),
    Kind(
        "experience", view.Experience, "experience", "evaluation", "evaluation", topic="evaluation",
        references=(Reference("person", ("person",), "line"),), compared=("face",), counts=True,
    ),
    Kind(
        "edition", view.Edition, "editions", topic="edition", derived=("consent",),
        references=(
            Reference("evaluation", ("evaluation",), "null", in_view=False), Reference("present", ("person",), "item"),
        ),
        unread=("body", "goes_on"), can_be_withdrawn=True,
    ),
    Kind(
        "consent", view.Consent, "consent", "edition", "number", topic="edition",
        references=(Reference("person", ("person",), "line"),),
    ),
)


PLAN_FIELDS: Final[Mapping[str, str | None]] = MappingProxyType({
    "id": None, "client": None, "address": None, "deciding_role": "deciding-together",
    "deciders": "deciding-together", "deciding_by": "deciding-together", "ended_on": None, "ended_because": None,
    "ended_by": None, "drawn_up_with": "look-again", "drawn_up_by": "look-again",
    "tallies": "follow-up",
})
"""The fields of `PlanView` that hold no lines, with the topic they belong to; None for what every reader may know."""

DAY_FIELDS: Final = frozenset({
    "born-on", "care-started-on", "wlz-valid-until", "drawn-up-on", "first-evaluation-on", "evaluate-on",
    "wmo-reported-on", "own-plan-received-on",
})
"""The fields of forms that hold a day. The rules of the tables know no fields."""

BY_NAME: Final = ("former_people",)
"""The fields of `PlanView` that tell names alone, of who is named elsewhere in it."""

FOR_HISTORY: Final = ("readable", "wholes")
"""The fields of `PlanView` that are no content: they tell whose history the readers may see."""

DERIVED_FROM_PROGRESS: Final = ("done", "result", "adjust")
"""Fields of an agreement that tell what was noted of it: they have the scope of the notes."""


@cache
def kind_of(name: str) -> Kind:
    """The kind with this name; KeyError for none."""
    return {kind.name: kind for kind in KINDS}[name]


@cache
def parts_of(name: str) -> tuple[Kind, ...]:
    """The kinds whose lines are parts of lines of this one."""
    return tuple(kind for kind in KINDS if kind.parent == name)


@cache
def top_kinds() -> tuple[Kind, ...]:
    """The kinds whose lines stand in a field of the `PlanView` itself."""
    return tuple(kind for kind in KINDS if kind.place and kind.parent is None)


@cache
def counted() -> tuple[str, ...]:
    """The kinds of which a change is a change of what was agreed on."""
    return tuple(kind.name for kind in KINDS if kind.counts)
