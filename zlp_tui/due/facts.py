"""The input of `due_dates`: the dates in a plan, taken from its view.

For a list of plans the view need have only the lines of `DATED`.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

from zlp_tui.plan.view import Agreement, PlanView
from zlp_tui.recorded_days import can_be

Watched = Literal["indication", "thinking-time", "revisit", "agreement", "agreement-over"]
"""The kinds of dates besides the evaluation of the whole plan. `agreement-over` is the last day of an agreement that
is in force: it tells something once it is over."""

NO_LAW: Final = "none"
"""Id of the rules for a plan without a law."""

DATED: Final = frozenset({
    "plan", "person", "detail", "choice", "option", "agreement", "progress", "evaluation", "edition",
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
    dated: tuple[DatedLine, ...] = ()
    unreadable: bool = False
    """Whether something in the plan cannot be read, so that its dates are not known."""


def facts_of(view: PlanView, today: date) -> Facts:
    """The facts of a plan. An evaluation counts from its first day, also while it is open. A plan that has ended has no
    dates: nothing is due in it. What was done on a day that cannot be counts for none: the clock was wrong."""
    if view.ended_on is not None:
        return Facts()
    day = today.isoformat()
    evaluations = [held.held_on for held in view.evaluations if can_be(held.held_on, day)]
    agreed = [edition.agreed_on or "" for edition in view.agreed_editions if can_be(edition.agreed_on or "", day)]
    looked_back = max(evaluations, default=None)
    return Facts(
        view.law, view.care_started_on, view.drawn_up_on, max(agreed, default=None), looked_back,
        view.first_evaluation_on, view.fact("evaluate-on"), _dated(view, looked_back, day),
    )


def _dated(view: PlanView, looked_back: str | None, today: str) -> tuple[DatedLine, ...]:
    found = []
    if until := view.fact("wlz-valid-until"):
        found.append(DatedLine("indication", until))
    for choice in view.open_choices():
        if choice.thinking_until and choice.chosen is None:
            found.append(DatedLine("thinking-time", choice.thinking_until, choice.id))
        if choice.revisit_on:
            found.append(DatedLine("revisit", choice.revisit_on, choice.id))
    for agreement in view.active_agreements():
        if agreement.evaluate_on and not _was_looked_at(view, agreement, looked_back, today):
            found.append(DatedLine("agreement", agreement.evaluate_on, agreement.id))
        if agreement.until and (looked_back or "") <= agreement.until:
            found.append(DatedLine("agreement-over", agreement.until, agreement.id))
    return tuple(found)


def _was_looked_at(view: PlanView, agreement: Agreement, looked_back: str | None, today: str) -> bool:
    """Whether there is a progress note on the agreement, or an evaluation, on its date or later."""
    noted = (note.on for note in view.progress if note.about == agreement.id and can_be(note.on, today))
    return any(on >= (agreement.evaluate_on or "") for on in (*noted, looked_back or ""))
