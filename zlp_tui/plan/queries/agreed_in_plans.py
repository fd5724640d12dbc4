"""What is agreed for a day in many plans: a constant number of queries for all of them, and no view of any.

Light: no view type, no SQLAlchemy. What may not be read is left out by the scope that each row comes with.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.agreed_today import AgreedToday, Helper, falls_on, in_force, with_several
from zlp_tui.plan.queries.dates_of_plans import DateRow, not_replaced, read_rows
from zlp_tui.plan.transaction import Transaction

if TYPE_CHECKING:
    from zlp_tui.plan.view import Done

_OF_NOTES: Final = ("noted", "noted-before")
"""Of these the rows tell of notes, whose topic comes after the scope of the agreement."""
_READ: Final = ("step", "agreement", "helper", *_OF_NOTES)
_Lines = Mapping[str, list[DateRow]]


def agreed_in_plans(
    session: Transaction, readers: Mapping[str, Readers], day: date
) -> Mapping[str, tuple[AgreedToday, ...] | None]:
    """What is agreed for a day in each of these plans, as its readers may see it; None for a plan in which something of
    that cannot be read."""
    found: defaultdict[str, defaultdict[str, list[DateRow]]] = defaultdict(lambda: defaultdict(list))
    unreadable: set[str] = set()
    values = {"plans": json.dumps([*readers]), "today": day.isoformat(), "weekday": str(day.isoweekday())}
    for name in _READ:
        for plan, row, can_be_read in read_rows(session, f"agreed-{name}", values):
            if not can_be_read:
                unreadable.add(plan)
            elif all(readers[plan].sees(scope) for scope in _scopes(name, row)):
                found[plan][name].append(row)
    return {
        plan: None if plan in unreadable else tuple(_agreed(found[plan], readers[plan], day)) if plan in found else ()
        for plan in readers
    }


def _scopes(name: str, row: DateRow) -> tuple[Scope, ...]:
    """What one must be able to see to know of a row."""
    if name in _OF_NOTES:
        return Scope(row[0], row[1], row[3]), Scope(row[2])
    scope = Scope(row[0], row[1], row[2])
    return (scope, scope._replace(line=row[3])) if name == "step" else (scope,)


def _agreed(lines: _Lines, readers: Readers, day: date) -> Iterator[AgreedToday]:
    """What the lines of one plan say, in the order in which it was agreed."""
    if not lines["step"]:
        return
    on, steps, who = day.isoformat(), _by_agreement(lines["step"]), _by_agreement(lines["helper"])
    done: defaultdict[str, list[tuple[str | None, Done]]] = defaultdict(list)
    for *_, about, part, noted in lines["noted"]:
        done[about].append((part, noted))
    before = {about for *_, about in lines["noted-before"]}
    for _, domain, agreed, _, begins, until, ended_on, goal, of_goal in not_replaced(lines["agreement"]):
        if not in_force(on, begins, until, ended_on):
            continue
        seen = goal if goal and readers.sees(Scope("goals", of_goal, goal)) else None
        helpers = tuple(Helper(called or name, name) for *_, called, name in who[agreed])
        of_it: list[AgreedToday] = []
        for _, _, _, step, what, weekdays, part, parts, every_weeks, weeks_from in steps[agreed]:
            if falls_on(day, json.loads(weekdays), every_weeks, weeks_from, begins):
                of_day = tuple(json.loads(parts)) if parts else ((part,) if part else ())
                that_day = (tuple(done[agreed]), agreed in before)
                of_it.append(AgreedToday(agreed, step, what, seen, domain, of_day, helpers, *that_day))
        yield from with_several(of_it)


def _by_agreement(rows: list[DateRow]) -> defaultdict[str, list[DateRow]]:
    """Rows by their third column, the id of an agreement."""
    found: defaultdict[str, list[DateRow]] = defaultdict(list)
    for row in rows:
        found[row[2]].append(row)
    return found
