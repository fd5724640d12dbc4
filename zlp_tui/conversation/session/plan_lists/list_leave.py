"""What whoever opened the lock may see in lists over many plans (decision 0056)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

from zlp_tui.conversation.session.plan_leave import UNKNOWN, PlanLeave
from zlp_tui.plan.access import AccessMode, Grants, May, Scope, everybody_may, no_grants
from zlp_tui.store.lists.plan_list_rows import granted_plans

if TYPE_CHECKING:
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.plan_stores import PlanStores
    from zlp_tui.store.plans_to_read import PlansToRead


def leave_in_lists(
    plans: PlanStores | PlansToRead, session: Transaction, name: str, clock: Callable[[], datetime],
    unknown: Callable[[], None] = lambda: None,
) -> Grants:
    """The leave by which lists tell of plans what somebody of this name may see, whoever they are in each of them.
    `session` is a look at all plans. `unknown` is called the first time that something is hidden because a plan does
    not say who that is. A plan in which nothing was granted or closed is not opened for it."""
    granted = granted_plans(session)
    if not granted:
        return no_grants
    known: dict[str, May] = {}
    told: list[str] = []

    def rules_of(plan: str) -> May:
        with plans.reading_of(plan) as own:
            leave = PlanLeave(lambda: nullcontext(own), plan, clock)
            asks = leave.who_is(name)
            readers = leave.of(asks)
        if asks == UNKNOWN and not told:
            told.append(plan)
            unknown()
        return lambda _, action, scope: readers.may(asks, action, scope)

    def leave_of(plan: str) -> May:
        if plan not in granted:
            return everybody_may

        def may(client: str, action: AccessMode, scope: Scope) -> bool:
            if plan not in known:
                known[plan] = rules_of(plan)
            return known[plan](client, action, scope)

        return may

    return leave_of
