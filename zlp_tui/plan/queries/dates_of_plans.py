"""The dates of many plans, for lists: a constant number of queries for all of them, and no view of any.

Light: no view type, no SQLAlchemy. What may not be read is left out by the scope that each row comes with.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.plan_dates import (
    CHOSEN_FIELDS,
    AgreementDates,
    ChoiceDates,
    Matter,
    OpenMatter,
    PlanDates,
    WishDates,
)
from zlp_tui.plan.queries.column_shapes import is_date, is_readable
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.transaction import Transaction

DateRow = tuple[Any, ...]
"""What is read of one line: its topic and its life domain, then the columns of `date_selects.py`."""

_NOTED: Final = "noted"
_OF_NOTES: Final = (_NOTED, "noted-loosely")
_BY_ID: Final = ("choice", "agreement", "looked-at")
"""The rows of these tell after their scope which line they are about."""
_ASK_AGAIN: Final = "ask-again-"
_OPEN: Final = "open-"
"""Of these the rows tell of another line, whose scope comes first."""
_READ: Final = (
    "detail", "choice", "agreement", "evaluation", "edition", "notice", "conversation", "looked-at",
    *_OF_NOTES,
    *(f"{_ASK_AGAIN}{kind}" for kind in ("statement", "goal", "choice", "agreement")),
    *(f"{_OPEN}{matter}" for matter in get_args(Matter)),
)


NO_DATES: Final = PlanDates({}, (), None, (), (), (), (), (), (), ())
"""The dates of a plan in which there is none."""


def dates_of_plans(
    session: Transaction, readers: Mapping[str, Readers], today: str
) -> Mapping[str, PlanDates | None]:
    """The dates in these plans, each as its readers may see it; None for a plan in which one cannot be read."""
    found: defaultdict[str, defaultdict[str, list[DateRow]]] = defaultdict(lambda: defaultdict(list))
    unreadable: set[str] = set()
    values = {"plans": json.dumps([*readers]), "today": today}
    for name in _READ:
        for plan, row, can_be_read in read_rows(session, f"dates-{name}", values):
            if not can_be_read:
                unreadable.add(plan)
            elif row[-1] is None and name in _OF_NOTES:
                continue  # nothing was noted: most plans have no date at all
            elif all(readers[plan].sees(scope) for scope in _scopes(name, row)):
                found[plan][name].append(row)
    return {
        plan: None if plan in unreadable else _dates(found[plan]) if plan in found else NO_DATES for plan in readers
    }


def _scopes(name: str, row: DateRow) -> tuple[Scope, ...]:
    """What one must be able to see to know of a row."""
    scope = Scope(row[0], row[1])
    if name in _BY_ID:
        return (scope._replace(line=row[2]),)
    if name.startswith(_OPEN):
        return scope, Scope(row[2], line=row[4]), Scope(row[3])
    if name.startswith(_ASK_AGAIN):
        return scope._replace(line=row[3]), Scope(row[2])
    return (scope, Scope(row[2])) if name == _NOTED else (scope,)


def read_rows(session: Transaction, name: str, values: Mapping[str, str]) -> Iterator[tuple[str, DateRow, bool]]:
    """The rows of one query, each with its plan before it, and whether all of its values can be read."""
    query = query_named(name, session.dialect)
    shapes = [(query.columns.index(column), shape) for column, shape in query.shapes.items()]
    for row in session.run(query.sql, values, of_many=True):
        yield row[0], row[1:], all(row[at] is None or is_readable(row[at], shape) for at, shape in shapes)


def _dates(lines: Mapping[str, Sequence[DateRow]]) -> PlanDates | None:
    """What the lines of one plan say; None when a field that holds a day holds none."""
    filled_in = _filled_in(lines["detail"])
    if not all(field in CHOSEN_FIELDS or is_date(value) for (_, field), value in filled_in.items()):
        return None
    looked_at = {agreement for _, _, agreement in lines["looked-at"]}
    return PlanDates(
        {field: value for (_, field), value in filled_in.items()},
        tuple(day for _, _, day, _ in lines["evaluation"]),
        next((day for _, _, day, closed_on in reversed(lines["evaluation"]) if closed_on is None), None),
        tuple(day for _, _, day in lines["edition"] if day),
        tuple((notice, day) for _, _, notice, day in lines["notice"]),
        tuple(row[-1] for name in _OF_NOTES for row in lines[name]),
        tuple(started[:10] for _, _, started in lines["conversation"]),
        tuple(
            ChoiceDates(choice, None if chosen else thinking_until, revisit_on)
            for _, _, choice, _, thinking_until, revisit_on, chosen in not_replaced(lines["choice"])
        ),
        tuple(
            AgreementDates(agreed, evaluate_on, until, agreed in looked_at)
            for _, _, agreed, _, evaluate_on, until, ended_on in not_replaced(lines["agreement"]) if ended_on is None
        ),
        tuple(WishDates(about, on) for about, on in _asked_again(lines).items()),
        tuple(
            OpenMatter(matter, ref, since)
            for matter in get_args(Matter) for *_, ref, since in lines[f"{_OPEN}{matter}"]
        ),
    )


def _asked_again(lines: Mapping[str, Sequence[DateRow]]) -> dict[str, str | None]:
    """By wish, what was said last of when it is asked again."""
    rows = (row for name, of_kind in lines.items() if name.startswith(_ASK_AGAIN) for row in of_kind)
    return {about: on for _, _, _, about, on in rows}


def _filled_in(details: Sequence[DateRow]) -> dict[tuple[str, str], str]:
    """What stands in each field, by its topic and its name, the last filled in last; none that was emptied."""
    stands: dict[tuple[str, str], str | None] = {}
    for topic, _, field, value in details:
        stands.pop((topic, field), None)
        stands[topic, field] = value
    return {where: value for where, value in stands.items() if value}


def not_replaced(lines: Sequence[DateRow]) -> Iterator[DateRow]:
    """The lines, whose third and fourth columns are their id and that of the line they replace, which none replaces."""
    replaced = {row[3] for row in lines}
    return (row for row in lines if row[2] not in replaced)
