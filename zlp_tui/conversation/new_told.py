"""What became of lines that are no statements, and how each is introduced to somebody who was not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import fact
from zlp_tui.conversation.line_quotes import note_quote, quote_of
from zlp_tui.conversation.turn import Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import GoalOutcome
from zlp_tui.script.roles import Role
from zlp_tui.text import shortened

ABOUT: Final = 80
"""How much of what a line is about stands beside it, in characters."""


class Thing(NamedTuple):
    """A line that may be new: its topic, its id, what it is and what became of it (empty: it was just changed).

    `topic` is an id of the script, or a name for what the script has no topic for, such as remarks.
    """

    topic: str
    ref: str
    what: str
    became: str
    about: str | None = None


def things(here: Here) -> Iterator[Thing]:
    """All lines that are no statements, but those that another one took the place of."""
    view = here.view
    over = {line.replaces for lines in (view.choices, view.goals, view.agreements) for line in lines}
    yield from (thing for thing in _to_live_by(here) if thing.ref not in over)
    noted, evaluated = topic_of(here, Role.FOLLOW_UP), topic_of(here, Role.GOAL_OUTCOMES)
    yield from (Thing(noted, note.id, "note", "", note.about) for note in view.progress)
    for remark in view.remarks:
        yield Thing("remarks", remark.id, remark.kind, "done-with" if remark.done_with else "", remark.about)
    for one in view.disagreements:
        yield Thing("disagreements", one.id, "disagreement", "ended" if one.ended_on else "", one.about)
    outcomes = (outcome for evaluation in view.evaluations for outcome in evaluation.goals)
    yield from (Thing(evaluated, outcome.id, "outcome", "", outcome.goal) for outcome in outcomes)


def _to_live_by(here: Here) -> Iterator[Thing]:
    """What was chosen, wanted and agreed on."""
    view = here.view
    chosen, wanted, agreed = (topic_of(here, role) for role in (Role.CHOICES, Role.GOALS, Role.AGREEMENTS))
    yield from (Thing(chosen, choice.id, "choice", "chosen" if choice.chosen else "") for choice in view.choices)
    yield from (Thing(wanted, goal.id, "goal", goal.status) for goal in view.goals)
    yield from (Thing(agreed, a.id, "agreement", "ended" if a.ended_on else "") for a in view.agreements)


def topic_of(here: Here, role: Role) -> str:
    """The id of the topic with a role; the name of the role where the script has no such topic."""
    topic = here.script.with_role(role)
    return topic.id if topic else role


def quoted(here: Here, thing: Thing) -> Quote | None:
    """Its words, with what it is about beside it; None when there is nothing to tell."""
    note = next((one for one in here.view.progress if one.id == thing.ref), None) if thing.what == "note" else None
    if thing.what == "outcome":
        return _outcome(here, thing.ref)
    return note_quote(here, note) if note else quote_of(here, thing.ref)


def beside(here: Here, thing: Thing) -> str:
    """What a line is about, in part; empty for one about nothing in particular."""
    about = quote_of(here, thing.about)
    return shortened(about.text, ABOUT) if about else ""


def intro_of(say: Catalogue, thing: Thing, *, added: bool, who: str, day: str) -> str:
    """How a line is introduced: what happened to it, by whom and when."""
    told = {
        "choice": say("A choice to make, {who} said on {day}:", who=who, day=day),
        "choice/chosen": say("This was chosen, {who} told on {day}:", who=who, day=day),
        "goal": say("A goal, {who} told on {day}:", who=who, day=day),
        "goal/reached": say("This goal was reached, {who} told on {day}:", who=who, day=day),
        "goal/stopped": say("This goal was stopped, {who} told on {day}:", who=who, day=day),
        "agreement": say("An agreement, {who} told on {day}:", who=who, day=day),
        "agreement/ended": say("This agreement ended, {who} told on {day}:", who=who, day=day),
        "note": say("How it went, {who} told on {day}:", who=who, day=day),
        "remark": say("A remark of {who} on {day}:", who=who, day=day),
        "remark/done-with": say("Something was done with this, {who} told on {day}:", who=who, day=day),
        "nice-moment": say("A nice moment, {who} told on {day}:", who=who, day=day),
        "disagreement": say("{who} does not agree, on {day}:", who=who, day=day),
        "disagreement/ended": say("This was talked out, {who} told on {day}:", who=who, day=day),
        "outcome": say("What came of a goal, {who} told on {day}:", who=who, day=day),
    }
    if thing.became and f"{thing.what}/{thing.became}" in told:
        return told[f"{thing.what}/{thing.became}"]
    return told[thing.what] if added else say("Changed by {who} on {day}:", who=who, day=day)


def _outcome(here: Here, ref: str) -> Quote | None:
    outcome = next((one for e in here.view.evaluations for one in e.goals if one.id == ref), None)
    words = outcome and (outcome.outcome or outcome.why)
    if outcome is None or not (words or outcome.decision):
        return None
    return Quote(ref, words) if words else fact(decided(here.say, outcome), ref)


def decided(say: Catalogue, outcome: GoalOutcome) -> str:
    """What was decided about a goal."""
    return {
        "go-on": say("We go on with it."), "adjust": say("We go on, but differently."),
        "reached": say("It was reached."), "stop": say("We stop with it."),
    }.get(outcome.decision or "", "")
