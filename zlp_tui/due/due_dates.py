"""Computes due dates of a plan: the next evaluation, by the law's periods or the client's wish, and other dates.

The client may always evaluate earlier; nothing here says that they must (V50).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, get_args

from zlp_tui.due.facts import Facts, Watched
from zlp_tui.due.figures import Figure, Rules, figures_for
from zlp_tui.months import months_later
from zlp_tui.plan.plan_dates import EvaluationDate, Matter

Period = Literal["write-again", "quick-look", "personal-plan", "enquiry-within"]
"""Figures that are told as dates of their own, with the id of the figure."""
What = Literal["evaluation"] | Watched | Period | Matter

OVER: Final = "agreement-over"
"""What is only told when it is over: until then an agreement is just in force."""

ANSWERED_WITHIN: Final = "answered-within"
"""The figure that tells how long a remark, or what somebody does not agree with, may wait for an answer."""


class Due(NamedTuple):
    """A due date. `because` is the id of a wish or a figure, `ref` that of the line of the plan it is about."""

    on: str
    what: What
    late: bool
    because: str
    ref: str | None = None


def after(start: date, figure: Figure) -> date:
    """The day on which a period that begins at `start` ends."""
    if figure.months is not None:
        return months_later(start, figure.months)
    return start + timedelta(days=figure.days or 0, weeks=figure.weeks or 0)


def next_evaluation(facts: Facts, rules: Mapping[str, Rules]) -> EvaluationDate:
    """The date and reason of the next evaluation: the earliest of all wishes and figures, a wish before a figure."""
    found = min(_evaluations(facts, rules), default=None, key=lambda dated: dated[0])
    return EvaluationDate(*found) if found else EvaluationDate()


def due(facts: Facts, rules: Mapping[str, Rules], today: date) -> tuple[Due, ...]:
    """All due dates, past and future, the earliest first."""
    day = today.isoformat()
    told = (line for line in facts.dated if line.what != OVER or line.on < day)
    found = [Due(line.on, line.what, line.on < day, line.what, line.ref) for line in told]
    evaluation = next_evaluation(facts, rules)
    if evaluation.on is not None:
        found.append(Due(evaluation.on, "evaluation", evaluation.on < day, evaluation.because or ""))
    found += (Due(on, period, on < day, period) for on, period in _periods(facts, rules, today))
    found += _answers(facts, rules, day)
    return tuple(sorted(found, key=lambda item: (item.on, item.what)))  # else as the lines were made


def _answers(facts: Facts, rules: Mapping[str, Rules], day: str) -> Iterator[Due]:
    """What waited so long for an answer that it is due; before that it only waits (M11)."""
    for figure in figures_for(facts.law, facts.ground, rules):
        if figure.id == ANSWERED_WITHIN:
            for matter in facts.open_matters:
                on = after(date.fromisoformat(matter.since), figure).isoformat()
                if on <= day:
                    yield Due(on, matter.what, on < day, figure.id, matter.id)


def weightiest(dates: Sequence[Due], today: date) -> Due | None:
    """The date to tell when only one is told: of those that have come a look back, for in it the others are talked
    about too; else the earliest."""
    come = [item for item in dates if item.on <= today.isoformat()]
    return next((item for item in come if item.what == "evaluation"), dates[0] if dates else None)


def _evaluations(facts: Facts, rules: Mapping[str, Rules]) -> Iterator[tuple[str, str]]:
    """Every candidate date for the next evaluation, with its reason; wishes first."""
    last = facts.looked_back_on
    if facts.wish and (last is None or facts.wish > last):
        yield facts.wish, "client-wish"
    if facts.first_evaluation_on and last is None:
        yield facts.first_evaluation_on, "first-evaluation"
    for figure in figures_for(facts.law, facts.ground, rules):
        if start := _evaluated_from(facts, figure):
            yield after(date.fromisoformat(start), figure).isoformat(), figure.id


def _evaluated_from(facts: Facts, figure: Figure) -> str | None:
    """The day from which a figure counts that tells when to look back, or when to have a plan to look back at; None
    for other figures, and when it does not apply (any more)."""
    made = max(filter(None, (facts.agreed_on, facts.drawn_up_on)), default=None)
    match figure.id:
        case "plan-within":
            return facts.care_started_on if made is None and facts.looked_back_on is None else None
        case "evaluate-every":
            return max(filter(None, (made, facts.looked_back_on)), default=None)
        case _:
            return None


def _periods(facts: Facts, rules: Mapping[str, Rules], today: date) -> Iterator[tuple[str, Period]]:
    """The last day of each period that is going on, or is over and not done.

    What is only advised is told for as long again after its day, and then no more.
    """
    for figure in figures_for(facts.law, facts.ground, rules):
        if (period := _period(figure)) and (start := _counted_from(facts, figure, period)):
            on = after(date.fromisoformat(start), figure)
            if figure.basis == "law" or today <= after(on, figure):
                yield on.isoformat(), period


def _period(figure: Figure) -> Period | None:
    return next((period for period in get_args(Period) if period == figure.id), None)


def _counted_from(facts: Facts, figure: Figure, period: Period) -> str | None:
    """The day from which a period counts; None when what it is for was done, or has no beginning."""
    made = max(filter(None, (facts.agreed_on, facts.drawn_up_on)), default=None)
    match period:
        case "write-again":
            return facts.looking_back_since
        case "quick-look":
            return facts.agreed_on if (facts.noted_on or "") <= (facts.agreed_on or "") else None
        case "personal-plan":
            begun = facts.reported_on if figure.after == "reported" else facts.own_plan_told_on
            return begun if made is None and facts.own_plan_received_on is None else None
        case "enquiry-within":
            return facts.reported_on if made is None and facts.care_started_on is None else None
