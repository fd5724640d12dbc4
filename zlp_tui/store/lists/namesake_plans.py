"""What tells plans apart whose clients have one name: a day of birth, the last talk, the day the plan was made.

Read straight with the driver, like the list of plans, for as many plans as are shown at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from zlp_tui.plan.transaction import Transaction


class NamesakePlan(NamedTuple):
    """A plan whose client's name, folded, another plan's client has too. Days are ISO; `born_words` is how the day of
    birth was said where it is not known exactly, `born_topic` the topic that asked for it."""

    plan: str
    client: str
    folded: str
    born_on: str | None
    born_words: str | None
    born_topic: str | None
    last_talk: str | None
    made_on: str | None


_NAMES: Final = """
SELECT DISTINCT shown.folded FROM json_each(?) AS plans
CROSS JOIN person AS shown INDEXED BY ix_person_found ON shown.plan_id = plans.value AND shown.kind = 'client'
WHERE EXISTS (
    SELECT 1 FROM person AS other INDEXED BY ix_person_namesake
    WHERE other.kind = 'client' AND other.folded = shown.folded AND other.plan_id <> shown.plan_id
)
"""

_NAMESAKES: Final = """
SELECT plan.plan_id, person.id, person.folded, born.value, born.words, born.topic, plan.talked_on, made.on_date
FROM json_each(?) AS names
CROSS JOIN person INDEXED BY ix_person_namesake ON person.kind = 'client' AND person.folded = names.value
CROSS JOIN plan ON plan.plan_id = person.plan_id
LEFT JOIN change AS made ON made.plan_id = plan.plan_id AND made.seq = 1
LEFT JOIN detail AS born ON born.plan_id = plan.plan_id AND born.seq = (
    SELECT max(seq) FROM detail WHERE plan_id = plan.plan_id AND field = 'born-on' AND withdrawn_at IS NULL
)
ORDER BY plan.number
"""


def namesakes_of(session: Transaction, plans: Iterable[str]) -> tuple[NamesakePlan, ...]:
    """Of these plans, by id, those with a namesake, and their namesakes; in the order in which the plans were made."""
    return called(session, (name for (name,) in session.run(_NAMES, (json.dumps([*plans]),), of_many=True)))


def called(session: Transaction, names: Iterable[str]) -> tuple[NamesakePlan, ...]:
    """The plans whose client has one of these names, folded; in the order in which they were made."""
    wanted = [*names]
    rows = session.run(_NAMESAKES, (json.dumps(wanted),), of_many=True) if wanted else ()
    return tuple(NamesakePlan(*row) for row in rows)
