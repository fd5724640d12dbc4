"""Changes of lines that are no statements: which there are, and how each is introduced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.line_quotes import note_quote, quote_of
from zlp_tui.conversation.telling.plan_context import PlanContext
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


def things(context: PlanContext) -> Iterator[Thing]:
    """All lines that are no statements, but those that another one took the place of."""
    view = context.view
    over = {line.replaces for lines in (view.choices, view.goals, view.agreements) for line in lines}
    yield from (thing for thing in _to_live_by(context) if thing.ref not in over)
    noted, evaluated = topic_of(context, Role.FOLLOW_UP), topic_of(context, Role.GOAL_OUTCOMES)
    yield from (Thing(noted, note.id, "note", "", note.about) for note in view.progress)
    for remark in view.remarks:
        yield Thing("remarks", remark.id, remark.kind, "done-with" if remark.done_with else "", remark.about)
    for said in view.disagreements:
        yield Thing("disagreements", said.id, "disagreement", "ended" if said.ended_on else "", said.about)
    for wish in view.wishes_not_met:
        yield Thing("wishes-not-met", wish.id, "not-met", "", wish.about)
    outcomes = (outcome for evaluation in view.evaluations for outcome in evaluation.goals)
    yield from (Thing(evaluated, outcome.id, "outcome", "", outcome.goal) for outcome in outcomes)


def _to_live_by(context: PlanContext) -> Iterator[Thing]:
    """What was chosen, wanted and agreed on."""
    view = context.view
    chosen, wanted, agreed = (topic_of(context, role) for role in (Role.CHOICES, Role.GOALS, Role.AGREEMENTS))
    yield from (Thing(chosen, choice.id, "choice", "chosen" if choice.chosen else "") for choice in view.choices)
    yield from (Thing(wanted, goal.id, "goal", goal.status) for goal in view.goals)
    yield from (Thing(agreed, a.id, "agreement", "ended" if a.ended_on else "") for a in view.agreements)


def topic_of(context: PlanContext, role: Role) -> str:
    """The id of the topic with a role; the name of the role where the script has no such topic."""
    topic = context.script.with_role(role)
    return topic.id if topic else role


def quoted(context: PlanContext, thing: Thing) -> Quote | None:
    """Its words, with what it is about beside it; None when there is nothing to tell."""
    if thing.what == "outcome":
        return _outcome(context, thing.ref)
    notes = context.view.progress if thing.what == "note" else ()
    note = next((note for note in notes if note.id == thing.ref), None)
    return note_quote(context, note) if note else quote_of(context, thing.ref)


def beside(context: PlanContext, thing: Thing) -> str:
    """What a line is about, in part; empty for one about nothing in particular."""
    about = quote_of(context, thing.about)
    return shortened(about.text, ABOUT) if about else ""


def intro_of(tr: Catalogue, thing: Thing, *, added: bool, who: str, day: str) -> str:
    """How a line is introduced: what happened to it, by whom and when."""
    told = {
        "choice": tr("A choice to make, {who} said on {day}:", who=who, day=day),
        "choice/chosen": tr("This was chosen, {who} told on {day}:", who=who, day=day),
        "goal": tr("A goal, {who} told on {day}:", who=who, day=day),
        "goal/reached": tr("This goal was reached, {who} told on {day}:", who=who, day=day),
        "goal/stopped": tr("This goal was stopped, {who} told on {day}:", who=who, day=day),
        "goal/waits": tr("This goal can wait, {who} told on {day}:", who=who, day=day),
        "agreement": tr("An agreement, {who} told on {day}:", who=who, day=day),
        "agreement/ended": tr("This agreement ended, {who} told on {day}:", who=who, day=day),
        "note": tr("How it went, {who} told on {day}:", who=who, day=day),
        "remark": tr("A remark of {who} on {day}:", who=who, day=day),
        "remark/done-with": tr("Something was done with this, {who} told on {day}:", who=who, day=day),
        "nice-moment": tr("A nice moment, {who} told on {day}:", who=who, day=day),
        "disagreement": tr("{who} does not agree, on {day}:", who=who, day=day),
        "disagreement/ended": tr("This was talked out, {who} told on {day}:", who=who, day=day),
        "not-met": tr("This cannot be done now, {who} told on {day}:", who=who, day=day),
        "outcome": tr("What came of a goal, {who} told on {day}:", who=who, day=day),
    }
    if thing.became and f"{thing.what}/{thing.became}" in told:
        return told[f"{thing.what}/{thing.became}"]
    return told[thing.what] if added else tr("Changed by {who} on {day}:", who=who, day=day)


def _outcome(context: PlanContext, ref: str) -> Quote | None:
    outcome = next((outcome for e in context.view.evaluations for outcome in e.goals if outcome.id == ref), None)
    words = outcome and (outcome.outcome or outcome.why)
    if outcome is None or not (words or outcome.decision):
        return None
    return Quote(ref, words) if words else fact(decided(context.tr, outcome), ref)


def decided(tr: Catalogue, outcome: GoalOutcome) -> str:
    """What was decided about a goal."""
    return {
        "go-on": tr("We go on with it."), "adjust": tr("We go on, but differently."),
        "reached": tr("It was reached."), "stop": tr("We stop with it."),
    }.get(outcome.decision or "", "")
