"""What an evaluation goes along: the goals that were worked on when it began, and agreements that lost theirs."""

from __future__ import annotations

from zlp_tui.conversation.asking.kinds.open_evaluation import open_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.view import Agreement, Goal


def goals_now(context: StepContext) -> tuple[Goal, ...]:
    """The goals to look back on: those worked on, without what they became in this evaluation, with what ended in it.

    So a goal that was reached a minute ago can still be told why, and its successor is not asked about at once. The
    order is the client's, and stays as it is while goals end.
    """
    view, evaluation = context.view, open_evaluation(context)
    outcomes = evaluation.goals if evaluation else ()
    successors = {one.successor for one in outcomes if one.successor}
    decided = {one.goal for one in outcomes}
    worked_on = {goal.id for goal in view.active_goals()} - successors
    looked_at = [goal for goal in view.goals if goal.id in worked_on | decided]
    return tuple(sorted(looked_at, key=lambda goal: (goal.priority is None, goal.priority or 0, goal.seq)))


def loose_agreements(context: StepContext) -> tuple[Agreement, ...]:
    """Agreements whose goal was reached or stopped in this evaluation: they go on, or end too.

    Those that were ended today are among them still, so that one can think again.
    """
    view, evaluation = context.view, open_evaluation(context)
    if evaluation is None:
        return ()
    over = {one.goal for one in evaluation.goals if one.decision in ("reached", "stop")}
    replaced = {a.replaces for a in view.agreements if a.replaces}
    return tuple(
        a for a in view.agreements
        if a.goal in over and a.id not in replaced and (a.ended_on is None or a.ended_on >= evaluation.held_on)
    )
