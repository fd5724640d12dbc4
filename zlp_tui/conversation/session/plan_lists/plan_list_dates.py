"""The dates of many plans, for home, `zlp plans` and `zlp due`: the same reckoning as for the plan on the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.due.due_dates import due, weightiest
from zlp_tui.due.facts import Facts, facts_from
from zlp_tui.plan.access import Grants, Readers, no_grants
from zlp_tui.plan.queries.dates_of_plans import NO_DATES, dates_of_plans

if TYPE_CHECKING:
    from zlp_tui.due.figures import Rules
    from zlp_tui.plan.plan_dates import PlanDates
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.lists.plan_list_rows import PlanListRow

SOON: Final = timedelta(days=30)
"""So far ahead a date is told of, as `zlp due` does: long enough to find a day that suits everybody."""


def facts_of_plans(
    session: Transaction, rows: Iterable[PlanListRow], today: date, grants: Grants = no_grants
) -> Mapping[str, Facts]:
    """What each of these plans says of dates, by its id, as its client may see it. Only what has a date is read.

    A plan in which something of that cannot be read has no dates, and `unreadable` facts; the others go on. A plan that
    has ended has no dates.
    """
    listed = {row.id: row for row in rows}
    running = [row for row in listed.values() if not (row.unreadable or row.ended_on)]
    readers = {row.id: Readers.of(row.client, may=grants(row.id)) for row in running}
    dates = dates_of_plans(session, readers, today.isoformat())
    return {plan: _facts(row, dates.get(plan), today) for plan, row in listed.items()}


def _facts(row: PlanListRow, dates: PlanDates | None, today: date) -> Facts:
    if dates is NO_DATES:
        return Facts()
    if dates is not None:
        return facts_from(dates, today)
    return Facts(unreadable=row.unreadable or row.ended_on is None)


def dated(
    lines: Iterable[PlanListItem], facts: Mapping[str, Facts], rules: Mapping[str, Rules], today: date
) -> tuple[PlanListItem, ...]:
    """The lines, with when to look back and what has come or comes soon."""
    return tuple(_dated(line, facts[line.id], rules, today) for line in lines)


def by_due(lines: Iterable[PlanListItem], today: date) -> tuple[PlanListItem, ...]:
    """The lines in their order, but those of which a date has come before the others: a look back first, then what is
    due longest (L-13)."""
    day = today.isoformat()

    def weight(line: PlanListItem) -> tuple[bool, bool, str]:
        if line.due is None or line.due > day:
            return True, True, ""
        return False, line.due_what != "evaluation", line.due

    return tuple(sorted(lines, key=weight))


def _dated(line: PlanListItem, facts: Facts, rules: Mapping[str, Rules], today: date) -> PlanListItem:
    if facts == Facts():  # no date was ever named: this is done at each key of a search
        return line
    if facts.unreadable:
        return line._replace(unreadable=True)
    dates = due(facts, rules, today)
    soon = (today + SOON).isoformat()
    told = weightiest(dates, today)
    come = told if told is not None and told.on <= soon else None
    return line._replace(
        next=next((item.on for item in dates if item.what == "evaluation"), None),
        due=come.on if come else None,
        due_what=come.what if come else None,
        due_more=max(sum(item.on <= today.isoformat() for item in dates) - 1, 0),
    )
