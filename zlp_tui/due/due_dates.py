"""Computes due dates of a plan: the next evaluation, by the law's periods or the client's wish, and other dates.

The client may always evaluate earlier; nothing here says that they must (V50).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from zlp_tui.due.facts import NO_LAW, Facts, Watched
from zlp_tui.months import months_later
from zlp_tui.plan.dates import NextEvaluation

if TYPE_CHECKING:
    from zlp_tui.due.rules import Figure, Rules

What = Literal["evaluation"] | Watched

OVER: Final = "agreement-over"
"""What is only told when it is over: until then an agreement is just in force."""


@dataclass(frozen=True, slots=True)
class Due:
    """A due date. `because` is the id of a wish or a figure, `ref` that of the line of the plan it is about."""

    on: str
    what: What
    late: bool
    because: str
    ref: str | None = None


def after(start: date, figure: Figure) -> date:
    """The day on which a period that begins at `start` ends."""
    if figure.months is None:
        return start + timedelta(weeks=figure.weeks or 0)
    return months_later(start, figure.months)


def next_evaluation(facts: Facts, rules: Mapping[str, Rules]) -> NextEvaluation:
    """The date and reason of the next evaluation: the earliest of all wishes and figures, a wish before a figure."""
    found = min(_evaluations(facts, rules), default=None, key=lambda dated: dated[0])
    return NextEvaluation(*found) if found else NextEvaluation()


def due(facts: Facts, rules: Mapping[str, Rules], today: date) -> tuple[Due, ...]:
    """All due dates, past and future, the earliest first."""
    day = today.isoformat()
    told = (line for line in facts.dated if line.what != OVER or line.on < day)
    found = [Due(line.on, line.what, line.on < day, line.what, line.ref) for line in told]
    evaluation = next_evaluation(facts, rules)
    if evaluation.on is not None:
        found.append(Due(evaluation.on, "evaluation", evaluation.on < day, evaluation.because or ""))
    return tuple(sorted(found, key=lambda item: (item.on, item.what)))  # else as the lines were made


def weightiest(dates: Sequence[Due], today: date) -> Due | None:
    """The date to tell when only one is told: of those that have come a look back, for in it the others are talked
    about too; else the earliest."""
    come = [item for item in dates if item.on <= today.isoformat()]
    return next((item for item in come if item.what == "evaluation"), dates[0] if dates else None)


def figures_for(law: str | None, rules: Mapping[str, Rules]) -> tuple[Figure, ...]:
    """The figures of this law; for no law or an unknown one those of `none.yaml`."""
    return (rules.get(law or NO_LAW) or rules[NO_LAW]).figures


def _evaluations(facts: Facts, rules: Mapping[str, Rules]) -> Iterator[tuple[str, str]]:
    """Every candidate date for the next evaluation, with its reason; wishes first."""
    last = facts.looked_back_on
    if facts.wish and (last is None or facts.wish > last):
        yield facts.wish, "client-wish"
    if facts.first_evaluation_on and last is None:
        yield facts.first_evaluation_on, "first-evaluation"
    for figure in figures_for(facts.law, rules):
        if start := _start(facts, figure):
            yield after(date.fromisoformat(start), figure).isoformat(), figure.id


def _start(facts: Facts, figure: Figure) -> str | None:
    """The day from which a figure counts; None when it does not apply (any more)."""
    made = max(filter(None, (facts.agreed_on, facts.drawn_up_on)), default=None)
    if figure.after == "care-started":
        return facts.care_started_on if made is None and facts.looked_back_on is None else None
    return max(filter(None, (made, facts.looked_back_on)), default=None)
