"""The input of `due_dates`: the dates in a plan, taken from its view.

For a list of plans the view need have only the lines of `DATED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from zlp_tui.plan.view import Agreement, PlanView, WishNotMet

Watched = Literal["indication", "thinking-time", "revisit", "agreement", "agreement-over", "ask-again"]
"""The kinds of dates besides the evaluation of the whole plan. `agreement-over` is the last day of an agreement that
is in force: it tells something once it is over. `ask-again` is when a wish that is not met is talked about again."""

NO_LAW: Final = "none"
"""Id of the rules for a plan without a law."""

OWN_PLAN: Final = "personal-plan"
"""The notice that one may hand over a plan of one's own (Wlz 8.1.1, Wmo 2.3.2)."""

DATED: Final = frozenset({
    "plan", "person", "detail", "choice", "option", "agreement", "progress", "evaluation", "edition", "notice",
    "wish_not_met",
})
"""The kinds of lines that say something of dates: `facts_of` looks at no others."""


class DatedLine(NamedTuple):
    """Something with a date of its own: an agreement, a choice, or the indication, which is no line of the plan."""

    what: Watched
    on: str
    ref: str | None = None


class Facts(NamedTuple):
    """The dates of one plan, in ISO format; None where nothing was said."""

    law: str | None = None
    care_started_on: str | None = None
    drawn_up_on: str | None = None
    agreed_on: str | None = None
    looked_back_on: str | None = None
    first_evaluation_on: str | None = None
    wish: str | None = None
    ground: str | None = None
    """Why care under the Wlz is given: some laws hold beside it for some reasons."""
    reported_on: str | None = None
    """The day on which the client reported to the municipality."""
    own_plan_told_on: str | None = None
    """The day on which it was told that one may hand over a plan of one's own."""
    own_plan_received_on: str | None = None
    looking_back_since: str | None = None
    """The first day of an evaluation that is open: what came of it is not agreed on yet."""
    noted_on: str | None = None
    """The last day on which somebody noted how it went, or looked back."""
    dated: tuple[DatedLine, ...] = ()
    unreadable: bool = False
    """Whether something in the plan cannot be read, so that its dates are not known."""


def facts_of(view: PlanView) -> Facts:
    """The facts of a plan. An evaluation counts from its first day, also while it is open. A plan that has ended has no
    dates: nothing is due in it."""
    if view.ended_on is not None:
        return Facts()
    evaluations = [evaluation.held_on for evaluation in view.evaluations]
    agreed = [edition.agreed_on for edition in view.agreed_editions if edition.agreed_on]
    looked_back = max(evaluations, default=None)
    open_evaluation = view.open_evaluation
    return Facts(
        law=view.law, care_started_on=view.care_started_on, drawn_up_on=view.drawn_up_on,
        agreed_on=max(agreed, default=None), looked_back_on=looked_back, first_evaluation_on=view.first_evaluation_on,
        wish=view.fact("evaluate-on"), ground=view.ground, reported_on=view.fact("wmo-reported-on"),
        own_plan_told_on=view.told_on(OWN_PLAN), own_plan_received_on=view.fact("own-plan-received-on"),
        looking_back_since=open_evaluation.held_on if open_evaluation else None,
        noted_on=max((*_noted(view), *evaluations), default=None),
        dated=_dated(view, looked_back),
    )


def _dated(view: PlanView, looked_back: str | None) -> tuple[DatedLine, ...]:
    found = []
    if until := view.fact("wlz-valid-until"):
        found.append(DatedLine("indication", until))
    for choice in view.open_choices():
        if choice.thinking_until and choice.chosen is None:
            found.append(DatedLine("thinking-time", choice.thinking_until, choice.id))
        if choice.revisit_on:
            found.append(DatedLine("revisit", choice.revisit_on, choice.id))
    for agreement in view.active_agreements():
        if agreement.evaluate_on and not _was_looked_at(view, agreement, looked_back):
            found.append(DatedLine("agreement", agreement.evaluate_on, agreement.id))
        if agreement.until and (looked_back or "") <= agreement.until:
            found.append(DatedLine("agreement-over", agreement.until, agreement.id))
    found += (DatedLine("ask-again", said.ask_again_on, said.about) for said in _waiting(view) if said.ask_again_on)
    return tuple(found)


def _waiting(view: PlanView) -> Iterator[WishNotMet]:
    """What was said last of each wish that is not met and still stands; `ref` is the wish itself."""
    standing = {said.id for said in view.statements if said.withdrawn_at is None}
    standing |= {goal.id for goal in view.goals if goal.status == "active"}
    standing |= {choice.id for choice in view.choices} | {agreement.id for agreement in view.agreements}
    return (said for said in view.last_not_met() if said.about in standing)


def _noted(view: PlanView) -> Iterator[str]:
    """The days on which somebody noted how an agreement went, or how it goes at all."""
    agreed = {None, *(agreement.id for agreement in view.agreements)}
    return (note.on for note in view.progress if note.about in agreed)


def _was_looked_at(view: PlanView, agreement: Agreement, looked_back: str | None) -> bool:
    """Whether there is a progress note on the agreement, or an evaluation, on its date or later."""
    noted = (note.on for note in view.progress if note.about == agreement.id)
    return any(on >= (agreement.evaluate_on or "") for on in (*noted, looked_back or ""))
