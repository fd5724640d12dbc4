"""When to look back next, and what else is due: the law's figures and the client's own wishes, the earliest first.

The client may always look back earlier; nothing here ever says that they must (V50).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from zlp_tui.due.facts import Facts, Watched
from zlp_tui.due.rules import NO_LAW, Figure, Rules
from zlp_tui.plan.view import NextEvaluation

What = Literal["evaluation"] | Watched


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something with a date. `because` is the id of a wish or a figure; `ref` the line it is about."""

    on: str
    what: What
    late: bool
    because: str
    ref: str | None = None


def after(start: date, figure: Figure) -> date:
    """So many weeks or months later; the last day of a month that is too short (31 August + 6 months: 28 February)."""
    if figure.months is None:
        return start + timedelta(weeks=figure.weeks or 0)
    month = start.month - 1 + figure.months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def next_evaluation(facts: Facts, rules: Mapping[str, Rules]) -> NextEvaluation:
    """When to look back next and why then: of all wishes and figures the earliest, a wish before a figure."""
    found = min(_evaluations(facts, rules), default=None, key=lambda one: one[0])
    return NextEvaluation(*found) if found else NextEvaluation()


def due(facts: Facts, rules: Mapping[str, Rules], today: date) -> tuple[Due, ...]:
    """All that has a date, late or still to come, the earliest first."""
    day = today.isoformat()
    found = [Due(one.on, one.what, one.on < day, one.what, one.ref) for one in facts.dated]
    evaluation = next_evaluation(facts, rules)
    if evaluation.on is not None:
        found.append(Due(evaluation.on, "evaluation", evaluation.on < day, evaluation.because or ""))
    return tuple(sorted(found, key=lambda one: (one.on, one.what, one.ref or "")))


def figures_for(law: str | None, rules: Mapping[str, Rules]) -> tuple[Figure, ...]:
    """What is asked of a plan under this law; of one under no law, or one we do not know, what is always asked."""
    return (rules.get(law or NO_LAW) or rules[NO_LAW]).figures


def _evaluations(facts: Facts, rules: Mapping[str, Rules]) -> Iterator[tuple[str, str]]:
    """Every date on which one might look back, with the reason; wishes first."""
    last = facts.looked_back_on
    if facts.wish and (last is None or facts.wish > last):
        yield facts.wish, "client-wish"
    if facts.first_evaluation_on and last is None:
        yield facts.first_evaluation_on, "first-evaluation"
    for figure in figures_for(facts.law, rules):
        if start := _start(facts, figure):
            yield after(date.fromisoformat(start), figure).isoformat(), figure.id


def _start(facts: Facts, figure: Figure) -> str | None:
    """From which day a figure counts now; None when it does not (any more)."""
    made = max(filter(None, (facts.agreed_on, facts.drawn_up_on)), default=None)
    if figure.after == "care-started":
        return facts.care_started_on if made is None and facts.looked_back_on is None else None
    return max(filter(None, (made, facts.looked_back_on)), default=None)
