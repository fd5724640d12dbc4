"""What was noted of a goal and its agreements since the last evaluation, shown beside the questions about it."""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import counted, earlier, noted
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.tellers.hopes_teller import hopes_beside
from zlp_tui.plan.view import Agreement, Goal, Progress, Tally
from zlp_tui.text import one_line


def goal_beside(context: PlanContext, goal: Goal) -> tuple[Group, ...]:
    """What was hoped for, what was noted of the goal itself, and each agreement with how it went since the goal was
    there: a new goal begins at nothing, also where the agreements of another one moved along."""
    of_goal = notes_since(context, goal.id)
    groups = (
        *hopes_beside(context, goal.id),
        *((Group(context.tr("Noted about this goal"), of_goal),) if of_goal else ()),
        *(agreement_beside(context, agreement, goal) for agreement in _agreements_of(context, goal)),
    )
    return tuple(groups)


def agreement_beside(context: PlanContext, agreement: Agreement, goal: Goal | None = None) -> Group:
    """One agreement: how often it was done, and what was noted of it; under a goal since that goal was there. What was
    agreed before in its place stands there too, with what was noted of that."""
    since = goal.seq if goal else 0
    quotes = (*_noted_of(context, agreement, since), *_noted_before(context, agreement, since))
    title = context.tr("Agreed: “{words}”", words=one_line(agreement.want))
    return Group(title, quotes or (fact(context.tr("Nothing was noted yet.")),))


def _noted_of(context: PlanContext, agreement: Agreement, since: int) -> tuple[Quote, ...]:
    return (*_done_since(context, agreement.id, since), *notes_since(context, agreement.id, since))


def _noted_before(context: PlanContext, agreement: Agreement, since: int) -> Iterator[Quote]:
    for old in earlier(context.view, agreement):
        if noted_then := _noted_of(context, old, since):
            yield fact(context.tr("Before that: “{words}”", words=one_line(old.want)))
            yield from noted_then


def notes_since(context: PlanContext, about: str, since: int = 0) -> tuple[Quote, ...]:
    """What was noted of something since the last evaluation, in the words of who noted it and with the day; and not
    before `since`, a place in the plan's history."""
    words = ((note, noted(note, "text") or noted(note, "adjust")) for note in _since(context, about, since))
    return tuple(
        Quote(
            note.id,
            said,
            context.name(note.voice.id),
            note=day_of(context, note.on),
        )
        for note, said in words
        if said
    )


def _agreements_of(context: PlanContext, goal: Goal) -> tuple[Agreement, ...]:
    """The agreements of a goal, or of what it became in this evaluation; those that ended before it are left out."""
    evaluation = open_evaluation(context)
    outcome = evaluation.of_goal(goal.id) if evaluation else None
    now = {goal.id, outcome.successor if outcome and outcome.successor else goal.id}
    in_force = {agreement.id for agreement in context.view.active_agreements()}
    ended_in_it = {
        a.id for a in context.view.agreements if evaluation and a.ended_on and a.ended_on >= evaluation.held_on
    } - {a.replaces for a in context.view.agreements}
    return tuple(a for a in context.view.agreements if a.goal in now and a.id in in_force | ended_in_it)


def _since(context: PlanContext, about: str, since: int) -> tuple[Progress, ...]:
    """The notes since the last evaluation began; the order is that of the plan's history, not of a clock."""
    last = max(last_time(context), since)
    return tuple(p for p in context.view.progress if p.about == about and p.seq > last)


def last_time(context: PlanContext) -> int:
    """Where in the plan's history one looked back last, not counting the look back that is going on; 0 for never."""
    evaluation = open_evaluation(context)
    before = [e.seq for e in context.view.evaluations if evaluation is None or e.id != evaluation.id]
    return max(before, default=0)


def _done_since(context: PlanContext, about: str, since: int) -> tuple[Quote, ...]:
    """How often it was done since the last evaluation; the view holds all notes since then (`plan/queries/load.py`)."""
    tally = Tally.of((note.done, note.because) for note in _since(context, about, since))
    return tuple(fact(words) for words in counted(context, tally))
