"""Due dates for the list of plans, computed as `zlp due` and the open plan do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.due.due_dates import due
from zlp_tui.due.facts import facts_from_rows

if TYPE_CHECKING:
    from zlp_tui.due.rules import Rules
    from zlp_tui.store.plan_dates import DatesOfPlan

SOON: Final = timedelta(days=30)
"""So far ahead a date is told of, as `zlp due` does: long enough to find a day that suits everybody."""


def dated(
    lines: Iterable[PlanListItem], dates: Iterable[DatesOfPlan], rules: Mapping[str, Rules], today: date
) -> tuple[PlanListItem, ...]:
    """The lines, with when to look back and what has come or comes soon."""
    known = {
        plan.id: facts_from_rows(plan.fields, plan.agreed_on, plan.looked_back_on, plan.lines)
        for plan in dates if plan.fields or plan.lines or plan.agreed_on or plan.looked_back_on
    }
    soon = (today + SOON).isoformat()
    found = []
    for line in lines:
        if line.id not in known:  # no date was ever named: this is done at each key of a search
            found.append(line)
            continue
        dates_of_plan = due(known[line.id], rules, today)
        come = dates_of_plan[0] if dates_of_plan and dates_of_plan[0].on <= soon else None
        found.append(line._replace(
            next=next((entry.on for entry in dates_of_plan if entry.what == "evaluation"), None),
            due=come.on if come else None,
            due_what=come.what if come else None,
        ))
    return tuple(found)
