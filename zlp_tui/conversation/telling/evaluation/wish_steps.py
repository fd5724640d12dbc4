"""How far each wish came: known, agreed on, done, and satisfied, as the client said (decision 0041).

All of it is read off the plan: which goals and agreements follow from a wish, whether they were done, and whether the
client said that it became as hoped, or that it was reached. Nobody is reckoned with, and nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.evaluation_pages import WishSteps
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.confirmations import SATISFIED, goes_on_field
from zlp_tui.plan.view import Evaluation, Goal, Progress, Statement

AS_HOPED: Final = ("as-hoped", "more", "far-more")
"""What the client says of a goal that became as they hoped, or better."""


class _Wish(NamedTuple):
    """A wish of the client: the line and its words."""

    ref: str
    text: str
    by: str


def wishes(context: PlanContext, notes: Sequence[Progress], evaluation: Evaluation) -> tuple[WishSteps, ...]:
    """How far each wish was at an evaluation, the furthest first: what came later says nothing of it.

    `notes` are all notes of the plan.
    """
    told = [_steps(context, wish, notes, evaluation) for wish in _wishes(context, evaluation)]
    return tuple(sorted(told, key=lambda wish: -wish.reached))


def _wishes(context: PlanContext, until: Evaluation) -> Iterator[_Wish]:
    """What the client said at the places of the script for wishes, and goals that come from nothing that was said."""
    view, private = context.view, context.script.sensitive_domains
    places, followed = context.script.wishes, {ref for goal in view.goals for ref in goal.follows_from}
    followed |= {ref for agreement in view.agreements for ref in agreement.follows_from}
    for said in view.statements:
        named = not {said.topic, f"{said.topic}/{said.step}"}.isdisjoint(places)
        if (named or said.id in followed) and said.domain not in private and _was_said(context, said, until):
            yield _Wish(said.id, said.text, context.name(said.voice.id))
    for goal in view.goals:
        if goal.seq < until.seq and not goal.follows_from and goal.replaces is None and goal.domain not in private:
            yield _Wish(goal.id, goal.text, context.name(goal.voice.id))


def _was_said(context: PlanContext, said: Statement, until: Evaluation) -> bool:
    """Whether the client had said it when an evaluation began, and it was so still."""
    newer = (s for s in context.view.statements if s.replaces == said.id and s.withdrawn_at is None)
    replaced = any(statement.seq < until.seq for statement in newer)
    stands = said.withdrawn_at is None and not replaced and (said.ended_on or "9") >= until.held_on
    return said.voice.id == context.view.client and said.seq < until.seq and stands


def _steps(context: PlanContext, wish: _Wish, notes: Sequence[Progress], until: Evaluation) -> WishSteps:
    tr, view = context.tr, context.view
    goals = _goals_of(context, wish.ref, until)
    named = {wish.ref, *(goal.id for goal in goals)}
    agreed = {
        a.id for a in view.agreements if a.seq < until.seq and (a.goal in named or not named.isdisjoint(a.follows_from))
    }
    about = agreed | named
    done = any(note.about in about and note.done in ("yes", "partly") and note.seq < until.seq for note in notes)
    satisfied = any(_is_as_hoped(context, goal, until) for goal in goals)
    satisfied = satisfied or any(_is_fine(context, agreement, until) for agreement in agreed)
    steps = (True, bool(agreed), done, satisfied)
    names = (tr("known"), tr("agreed on"), tr("done"), tr("satisfied"))
    furthest = max(number for number, reached in enumerate(steps, 1) if reached)
    told = " · ".join(name for name, reached in zip(names, steps, strict=True) if reached)
    left = ", ".join(name for name, reached in zip(names, steps, strict=True) if not reached)
    note = tr("{steps}; not yet: {others}", steps=told, others=left) if left else told
    return WishSteps(Quote(wish.ref, wish.text, wish.by, note=note), furthest)


def _goals_of(context: PlanContext, ref: str, until: Evaluation) -> list[Goal]:
    """The goals that follow from a wish, or that it is, and what these became."""
    found: list[Goal] = []
    for goal in context.view.goals:  # in the order in which they were told, so a later one follows an earlier one
        comes_from = {goal.id, goal.replaces, *goal.follows_from}
        if goal.seq < until.seq and (ref in comes_from or any(known.id == goal.replaces for known in found)):
            found.append(goal)
    return found


def _is_fine(context: PlanContext, agreement: str, until: Evaluation) -> bool:
    """Whether the client said so of an agreement when one last looked back at it."""
    details = {detail.field: detail for detail in context.view.details}
    for number, held in reversed(tuple(enumerate(context.view.evaluations, start=1))):
        said = details.get(goes_on_field(agreement, number)) if held.seq <= until.seq else None
        if said is not None:
            by = said.voice.id if said.voice is not None else None
            return said.value == SATISFIED and by == context.view.client
    return False


def _is_as_hoped(context: PlanContext, goal: Goal, until: Evaluation) -> bool:
    """Whether the client said so when one last looked back at a goal, or that it was reached."""
    for held in reversed(context.view.evaluations):
        outcome = held.of_goal(goal.id) if held.seq <= until.seq else None
        if outcome is not None:
            said = outcome.said_by(context.view.client, "how_close")
            return outcome.decision == "reached" or (said is not None and said.words in AS_HOPED)
    return False
