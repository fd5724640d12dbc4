"""What happened to one line of the plan, from its history: who changed what when, and what stood there before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan.changes import Change
from zlp_tui.plan.people import Person
from zlp_tui.plan.prepared import Prepared, Value
from zlp_tui.plan.row import table_of
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import Voice


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One Change of a line. `kind` is `add` or `alter`; `before` and `after` hold the columns it touched.

    `by` is who did it, with the name they have now; `before` is None when the line was added.
    """

    at: str
    by: Voice
    kind: str
    before: Mapping[str, Value] | None
    after: Mapping[str, Value]


def history(session: Session, plan_id: str, ref: str) -> tuple[ChangeLine, ...]:
    """All Changes of a line of the plan, oldest first; empty when the plan does not have it."""
    told = _telling().run(session, {"of_plan": plan_id, "of_row": ref})
    return tuple(
        ChangeLine(at, Voice(by, name or ""), kind, json.loads(before) if before else None, json.loads(after))
        for at, by, name, kind, before, after in told
    )


@cache
def _telling() -> Prepared:
    log, person = table_of(Change), table_of(Person)
    who = (person.c.plan_id == log.c.plan_id) & (person.c.id == log.c.by)
    told = select(log.c.at, log.c.by, person.c.name, log.c.kind, log.c.before, log.c.after)
    here = (log.c.plan_id == bindparam("of_plan"), log.c.row == bindparam("of_row"))
    return Prepared(told.select_from(log.outerjoin(person, who)).where(*here).order_by(log.c.seq))
