"""What happened to one line of the plan, from its history: who changed what when, and what stood there before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.plan.transaction import ColumnValue, Transaction
from zlp_tui.plan.view import Voice

CHANGES_OF: Final = """
SELECT change.at, change.by, person.name, change.kind, change.before, change.after, change.of, change.row,
    change.on_date
FROM change LEFT JOIN person ON person.plan_id = change.plan_id AND person.id = change.by
WHERE change.plan_id = ?1 AND change.row IN (SELECT value FROM json_each(?2)) ORDER BY change.seq
"""

PARTS: Final = """
SELECT id FROM small_step WHERE plan_id = ?1 AND agreement = ?2
UNION ALL SELECT id FROM task WHERE plan_id = ?1 AND agreement = ?2
UNION ALL SELECT id FROM option WHERE plan_id = ?1 AND choice = ?2
UNION ALL SELECT id FROM open_question WHERE plan_id = ?1 AND choice = ?2
UNION ALL SELECT id FROM consideration WHERE plan_id = ?1 AND option = ?2
UNION ALL SELECT id FROM look_back WHERE plan_id = ?1 AND statement = ?2
UNION ALL SELECT id FROM goal_outcome WHERE plan_id = ?1 AND goal = ?2
"""
"""Rows that are a part of a line: whoever asks what happened to an agreement, means its small steps too."""

REPLACED: Final = """
SELECT replaces FROM statement WHERE plan_id = ?1 AND id = ?2 AND replaces IS NOT NULL
UNION ALL SELECT replaces FROM goal WHERE plan_id = ?1 AND id = ?2 AND replaces IS NOT NULL
UNION ALL SELECT replaces FROM agreement WHERE plan_id = ?1 AND id = ?2 AND replaces IS NOT NULL
UNION ALL SELECT replaces FROM choice WHERE plan_id = ?1 AND id = ?2 AND replaces IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One Change of a line. `kind` is `add` or `alter`; `before` and `after` hold the columns it touched.

    `by` is who did it, with the name they have now; `before` is None when the line was added. `of` is the table, `row`
    the line's id, and `on` the day it was where it happened.
    """

    at: str
    by: Voice
    kind: str
    before: Mapping[str, ColumnValue] | None
    after: Mapping[str, ColumnValue]
    of: str
    row: str
    on: str


def history(session: Transaction, plan_id: str, ref: str) -> tuple[RecordedChange, ...]:
    """All Changes of a line of the plan, oldest first; empty when the plan does not have it."""
    return _changes(session, plan_id, (ref,))


def whole_history(session: Transaction, plan_id: str, ref: str) -> tuple[RecordedChange, ...]:
    """The same, with what the line says anew, and with the parts of them all."""
    lines = [ref]
    while older := [str(one) for (one,) in session.run(REPLACED, (plan_id, lines[-1])) if one not in lines]:
        lines += older
    parts = [str(part) for line in lines for (part,) in session.run(PARTS, (plan_id, line))]
    return _changes(session, plan_id, (*lines, *parts))


def _changes(session: Transaction, plan_id: str, refs: Iterable[str]) -> tuple[RecordedChange, ...]:
    return tuple(
        RecordedChange(
            at, Voice(by, name or ""), kind, json.loads(before) if before else None, json.loads(after), *where
        )
        for at, by, name, kind, before, after, *where in session.run(CHANGES_OF, (plan_id, json.dumps(list(refs))))
    )
