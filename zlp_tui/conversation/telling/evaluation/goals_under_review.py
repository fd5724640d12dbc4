"""What an evaluation reviews: the goals that were worked on and the agreements that were in force when it began."""

from __future__ import annotations

from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Agreement, Goal


def goals_now(context: PlanContext) -> tuple[Goal, ...]:
    """The goals to look back on: those worked on, without what they became in this evaluation or what began in it, with
    what ended in it.

    So a goal that was reached a minute ago can still be told why, and its successor is not asked about at once. The
    order is the client's, and stays as it is while goals end.
    """
    view, evaluation = context.view, open_evaluation(context)
    outcomes = evaluation.goals if evaluation else ()
    successors = {outcome.successor for outcome in outcomes if outcome.successor}
    decided = {outcome.goal for outcome in outcomes}
    waited = {goal.id for goal in goals_that_waited(context)}
    worked_on = {goal.id for goal in view.active_goals()} - successors - waited
    looked_at = [goal for goal in view.goals if goal.id in worked_on | decided]
    return tuple(sorted(looked_at, key=lambda goal: (goal.priority is None, goal.priority or 0, goal.seq)))


def goals_that_waited(context: PlanContext) -> tuple[Goal, ...]:
    """The goals that waited when the evaluation began: those that wait still, and those of which it was said in it
    whether they begin."""
    evaluation = open_evaluation(context)
    if evaluation is None:
        return context.view.waiting_goals()
    said = {detail.field for detail in context.view.details if detail.value == evaluation.id}
    return tuple(
        goal for goal in context.view.goals
        if goal.seq < evaluation.seq and (goal.status == "waits" or waited_field(goal.id) in said)
    )


def waited_field(goal: str) -> str:
    """The detail that keeps in which evaluation it was said last whether a waiting goal begins, as its id."""
    return f"waited-{goal}"


def agreements_now(context: PlanContext) -> tuple[Agreement, ...]:
    """The agreements to look back on, each once: those in force when the evaluation began, with what ended in it.

    Those of a goal come first, goal by goal; then those without one. What was agreed on in this evaluation is left out,
    and stands at what it took the place of.
    """
    view, evaluation = context.view, open_evaluation(context)
    replaced = {a.replaces for a in view.agreements if evaluation is None or a.seq < evaluation.seq}
    rank = {goal.id: place for place, goal in enumerate(goals_now(context))}
    looked_at = (
        a for a in view.agreements
        if a.id not in replaced and (
            a.ended_on is None if evaluation is None
            else a.seq < evaluation.seq and (a.ended_on is None or a.ended_on >= evaluation.held_on)
        )
    )
    return tuple(sorted(looked_at, key=lambda a: (rank.get(a.goal or "", len(rank)), a.seq)))


def successor_of(context: PlanContext, agreement: Agreement) -> Agreement | None:
    """What is agreed now in the place of an agreement; None where nothing is."""
    found, at = None, agreement.id
    while (after := next((a for a in context.view.agreements if a.replaces == at), None)) is not None:
        found, at = after, after.id
    return found


def loose_agreements(context: PlanContext) -> tuple[Agreement, ...]:
    """Agreements whose goal was reached or stopped in this evaluation, and those whose last day is over: they go on, or
    end.

    Those that were ended today are among them still, so that one can think again.
    """
    view, evaluation = context.view, open_evaluation(context)
    if evaluation is None:
        return ()
    over = {outcome.goal for outcome in evaluation.goals if outcome.decision in ("reached", "stop")}
    replaced = {a.replaces for a in view.agreements if a.replaces}
    return tuple(
        a for a in view.agreements
        if (a.goal in over or (a.until is not None and a.until < context.today.isoformat()))
        and a.id not in replaced
        and (a.ended_on is None or a.ended_on >= evaluation.held_on)
    )
