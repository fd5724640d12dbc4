"""Who goes by one name in many plans, and who typed last on this computer; read straight with the driver, like the list
of plans."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from zlp_tui.plan.transaction import Transaction
from zlp_tui.text import folded, name_forms


class PersonInPlan(NamedTuple):
    """Somebody in one plan, by ids."""

    plan: str
    person: str


_WITH_NEWS: Final = """
SELECT person.plan_id, person.id FROM person JOIN plan ON plan.plan_id = person.plan_id
WHERE person.withdrawn_at IS NULL AND plan.ended_on IS NULL AND (
    person.folded IN (SELECT value FROM json_each(?)) OR person.salutation IN (SELECT value FROM json_each(?))
) AND ? IN ('', person.plan_id) AND (
    SELECT max(seq) FROM change WHERE change.plan_id = person.plan_id AND change."by" <> person.id
) > coalesce((SELECT seq FROM seen WHERE seen.plan_id = person.plan_id AND seen.person = person.id), 0)
ORDER BY plan.last_talk DESC, plan.number DESC LIMIT ?
"""

_TYPED: Final = """
SELECT person.name FROM keyboard_user
JOIN person ON person.plan_id = keyboard_user.plan_id AND person.id = keyboard_user.person
WHERE person.withdrawn_at IS NULL GROUP BY person.folded ORDER BY max(keyboard_user.at) DESC LIMIT ?
"""


_GOES_BY: Final = "SELECT DISTINCT salutation FROM person WHERE salutation IS NOT NULL AND withdrawn_at IS NULL"


def people_with_news(session: Transaction, name: str, limit: int, plan: str = "") -> tuple[PersonInPlan, ...]:
    """Who has this name or goes by it, in plans that go on in which another did something since they looked last; the
    plan that was talked about last first. With a `plan`, by id, only in that one."""
    forms = name_forms(name)
    goes_by = [called for (called,) in session.run(_GOES_BY, (), of_many=True) if folded(called) in forms]
    found = session.run(_WITH_NEWS, (json.dumps(forms), json.dumps(goes_by), plan, limit), of_many=True)
    return tuple(PersonInPlan(*row) for row in found)


def typed_last(session: Transaction, limit: int) -> tuple[str, ...]:
    """The names of who typed last in the plans of this computer, the last one first; each name once."""
    return tuple(name for (name,) in session.run(_TYPED, (limit,), of_many=True))
