"""The dates of many plans, for lists: a constant number of queries for all of them, and no view of any.

Light: no view type, no SQLAlchemy. What may not be read is left out by the scope that each row comes with.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.dates import AgreementDates, ChoiceDates, PlanDates
from zlp_tui.plan.queries.column_shapes import is_date, is_readable
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.transaction import Transaction

Row = tuple[Any, ...]
"""What is read of one line: its topic and its life domain, then the columns of `date_selects.py`."""

_READ: Final = ("detail", "choice", "agreement", "evaluation", "edition", "looked-at")
_NO_DAY: Final = frozenset({"law"})
"""The fields of forms, among those that are read here, that hold no day."""


def dates_of_plans(session: Transaction, readers: Mapping[str, Readers]) -> Mapping[str, PlanDates | None]:
    """The dates in these plans, each as its readers may see it; None for a plan in which one cannot be read."""
    found: dict[str, dict[str, list[Row]]] = {plan: defaultdict(list) for plan in readers}
    unreadable: set[str] = set()
    plans = json.dumps([*readers])
    for name in _READ:
        for plan, row, can_be_read in _rows(session, f"dates-{name}", plans):
            topic, domain, *_ = row
            if not can_be_read:
                unreadable.add(plan)
            elif readers[plan].sees(Scope(topic, domain)):
                found[plan][name].append(row)
    return {plan: None if plan in unreadable else _dates(lines) for plan, lines in found.items()}


def _rows(session: Transaction, name: str, plans: str) -> Iterator[tuple[str, Row, bool]]:
    """The rows of one query, each with its plan before it, and whether all of its values can be read."""
    query = query_named(name, session.dialect)
    shapes = [(query.columns.index(column), shape) for column, shape in query.shapes.items()]
    for row in session.run(query.sql, {"plans": plans}, of_many=True):
        yield row[0], row[1:], all(row[at] is None or is_readable(row[at], shape) for at, shape in shapes)


def _dates(lines: Mapping[str, Sequence[Row]]) -> PlanDates | None:
    """What the lines of one plan say; None when a field that holds a day holds none."""
    filled_in = _filled_in(lines["detail"])
    if not all(field in _NO_DAY or is_date(value) for (_, field), value in filled_in.items()):
        return None
    looked_at = {agreement for _, _, agreement in lines["looked-at"]}
    return PlanDates(
        {field: value for (_, field), value in filled_in.items()},
        tuple(day for _, _, day in lines["evaluation"]),
        tuple(day for _, _, day in lines["edition"] if day),
        tuple(
            ChoiceDates(choice, None if chosen else thinking_until, revisit_on)
            for _, _, choice, _, thinking_until, revisit_on, chosen in _not_replaced(lines["choice"])
        ),
        tuple(
            AgreementDates(agreed, evaluate_on, until, agreed in looked_at)
            for _, _, agreed, _, evaluate_on, until, ended_on in _not_replaced(lines["agreement"]) if ended_on is None
        ),
    )


def _filled_in(details: Sequence[Row]) -> dict[tuple[str, str], str]:
    """What stands in each field, by its topic and its name, the last filled in last; none that was emptied."""
    stands: dict[tuple[str, str], str | None] = {}
    for topic, _, field, value in details:
        stands.pop((topic, field), None)
        stands[topic, field] = value
    return {where: value for where, value in stands.items() if value}


def _not_replaced(lines: Sequence[Row]) -> Iterator[Row]:
    """The lines, whose third and fourth columns are their id and that of the line they replace, which none replaces."""
    replaced = {row[3] for row in lines}
    return (row for row in lines if row[2] not in replaced)
