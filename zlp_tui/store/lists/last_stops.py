"""Where the last talk about each of some plans stopped, read straight with the driver, like the list of plans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from zlp_tui.plan.transaction import Transaction


class LastStop(NamedTuple):
    """A place in the script, by ids, and the route along which one came there."""

    topic: str
    step: str
    item: str | None
    route: str | None


_STOPS: Final = """
SELECT talk.plan_id, talk.resume_topic, talk.resume_step, talk.resume_item, talk.resume_route
FROM json_each(?) AS plans CROSS JOIN conversation AS talk ON talk.plan_id = plans.value AND talk.seq = (
    SELECT max(seq) FROM conversation
    WHERE plan_id = plans.value AND withdrawn_at IS NULL AND resume_topic IS NOT NULL
)
"""


def last_stops(session: Transaction, plans: Iterable[str]) -> Mapping[str, LastStop]:
    """Of these plans, by id, those that were talked about."""
    rows = session.run(_STOPS, (json.dumps([*plans]),), of_many=True)
    return {plan: LastStop(topic, step or "", item, route) for plan, topic, step, item, route in rows}
