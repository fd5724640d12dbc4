"""The input of `due_dates`: what a plan says of dates, by its view or by its place in a list of plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from zlp_tui.plan.plan_dates import OpenMatter, PlanDates, dates_in
from zlp_tui.recorded_days import can_be

if TYPE_CHECKING:
    from zlp_tui.plan.view import PlanView

Watched = Literal["indication", "thinking-time", "revisit", "agreement", "agreement-over", "ask-again"]
"""The kinds of dates besides the evaluation of the whole plan. `agreement-over` is the last day of an agreement that
is in force: it tells something once it is over. `ask-again` is when a wish that is not met is talked about again."""

NO_LAW: Final = "none"
"""Id of the rules for a plan without a law."""

OWN_PLAN: Final = "personal-plan"
"""The notice that one may hand over a plan of one's own (Wlz 8.1.1, Wmo 2.3.2)."""


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
    """The last day on which somebody noted how it went, looked quickly, or looked back."""
    dated: tuple[DatedLine, ...] = ()
    open_matters: tuple[OpenMatter, ...] = ()
    """What somebody said and waits for an answer, since a day that can be."""
    unreadable: bool = False
    """Whether something in the plan cannot be read, so that its dates are not known."""


def facts_of(view: PlanView, today: date) -> Facts:
    """The facts of a plan of which there is a view. A plan that has ended has no dates: nothing is due in it."""
    return Facts() if view.ended_on is not None else facts_from(dates_in(view, today.isoformat()), today)


def facts_from(dates: PlanDates, today: date) -> Facts:
    """The facts of a plan that goes on. An evaluation counts from its first day, also while it is open; one on a day
    that cannot be counts for none, because the clock was wrong (K12)."""
    said, day = dates.fields, today.isoformat()
    evaluations = [on for on in dates.evaluations if can_be(on, day)]
    agreed = max((on for on in dates.editions if can_be(on, day)), default=None)
    looked_back = max(evaluations, default=None)
    since = dates.looking_back_since
    return Facts(
        law=said.get("law"), care_started_on=said.get("care-started-on"), drawn_up_on=said.get("drawn-up-on"),
        agreed_on=agreed, looked_back_on=looked_back, first_evaluation_on=said.get("first-evaluation-on"),
        wish=said.get("evaluate-on"), ground=said.get("wlz-ground"), reported_on=said.get("wmo-reported-on"),
        own_plan_told_on=max((on for notice, on in dates.told if notice == OWN_PLAN and can_be(on, day)), default=None),
        own_plan_received_on=said.get("own-plan-received-on"),
        looking_back_since=since if since and can_be(since, day) else None,
        noted_on=max((*dates.noted, *(on for on in dates.quick_looks if can_be(on, day)), *evaluations), default=None),
        dated=tuple(_dated(dates, looked_back)),
        open_matters=tuple(matter for matter in dates.open_matters if can_be(matter.since, day)),
    )


def _dated(dates: PlanDates, looked_back: str | None) -> Iterator[DatedLine]:
    if until := dates.fields.get("wlz-valid-until"):
        yield DatedLine("indication", until)
    for choice in dates.choices:
        if choice.thinking_until:
            yield DatedLine("thinking-time", choice.thinking_until, choice.id)
        if choice.revisit_on:
            yield DatedLine("revisit", choice.revisit_on, choice.id)
    for agreement in dates.agreements:
        on, until = agreement.evaluate_on, agreement.until
        if on and not agreement.looked_at and (looked_back or "") < on:
            yield DatedLine("agreement", on, agreement.id)
        if until and (looked_back or "") <= until:
            yield DatedLine("agreement-over", until, agreement.id)
    yield from (DatedLine("ask-again", wish.ask_again_on, wish.about) for wish in dates.wishes if wish.ask_again_on)
