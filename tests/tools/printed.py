"""What is kept of an edition, as it was printed."""

from __future__ import annotations

import json
from typing import Any

from zlp_tui.errors import NotFound
from zlp_tui.plan.transaction import Transaction


def printed_edition(session: Transaction, plan_id: str, number: int) -> dict[str, Any]:
    """The whole document of an edition; `NotFound` when the plan has none with this number."""
    found = session.run("SELECT body, goes_on FROM edition WHERE plan_id = ? AND number = ?", (plan_id, number))
    if not found:
        raise NotFound("The plan has no edition {number}.", number=number)
    document: dict[str, Any] = json.loads(found[0][0]) | json.loads(found[0][1])
    return document
