"""Who in a plan has a name, read without a view of it: to know who asks before anything of it is read."""

from __future__ import annotations

from zlp_tui.plan.queries.load import run
from zlp_tui.plan.transaction import Transaction
from zlp_tui.text import same_name


def people_named(session: Transaction, plan_id: str, name: str) -> tuple[str, ...]:
    """The people of a plan who have this name or go by it, by id."""
    found = run(session, "person", plan=plan_id)
    columns = [found.at(column) for column in ("id", "name", "salutation", "withdrawn_at")]
    return tuple(
        str(person) for person, *names, gone in ([row[at] for at in columns] for row in found.rows)
        if gone is None and any(known and same_name(str(known), name) for known in names)
    )
