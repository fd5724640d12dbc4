"""What is agreed for today in many plans, for `zlp today`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from zlp_tui.plan.access import Grants, Readers, no_grants
from zlp_tui.plan.queries.agreed_in_plans import agreed_in_plans

if TYPE_CHECKING:
    from zlp_tui.plan.agreed_today import AgreedToday
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.plan_list_rows import PlanListRow


def agreed_today(
    session: Transaction, rows: Iterable[PlanListRow], today: date, grants: Grants = no_grants
) -> Mapping[str, tuple[AgreedToday, ...] | None]:
    """What is agreed for today in each of these plans that go on, by its id, as its client may see it.

    None for a plan in which something of that cannot be read; the others go on.
    """
    running = [row for row in rows if not (row.unreadable or row.ended_on)]
    return agreed_in_plans(session, {row.id: Readers.of(row.client, may=grants(row.id)) for row in running}, today)
