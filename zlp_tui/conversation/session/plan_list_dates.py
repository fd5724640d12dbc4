"""The dates of many plans, for home, `zlp plans` and `zlp due`: the same reckoning as for the plan on the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.due.due_dates import due, weightiest
from zlp_tui.due.facts import DATED, Facts, facts_of
from zlp_tui.errors import Unreadable
from zlp_tui.plan.access import Grants, May, Readers, no_grants
from zlp_tui.plan.queries.load import client_of, load_view

if TYPE_CHECKING:
    from zlp_tui.due.figures import Rules
    from zlp_tui.plan.transaction import Transaction

SOON: Final = timedelta(days=30)
"""So far ahead a date is told of, as `zlp due` does: long enough to find a day that suits everybody."""


def facts_of_plans(
    session: Transaction, plans: Iterable[str], grants: Grants = no_grants
) -> Mapping[str, Facts]:
    """What each of these plans says of dates, as its client may see it. Only lines with dates are read.

    A plan in which something cannot be read has no dates, and `unreadable` facts; the others go on.
    """
    return {plan: _facts_of_plan(session, plan, grants(plan)) for plan in plans}


def _facts_of_plan(session: Transaction, plan: str, may: May) -> Facts:
    try:
        return facts_of(load_view(session, plan, Readers.of(client_of(session, plan), may=may), kinds=DATED))
    except Unreadable:
        return Facts(unreadable=True)


def dated(
    lines: Iterable[PlanListItem], facts: Mapping[str, Facts], rules: Mapping[str, Rules], today: date
) -> tuple[PlanListItem, ...]:
    """The lines, with when to look back and what has come or comes soon."""
    return tuple(_dated(line, facts[line.id], rules, today) for line in lines)


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
    )
