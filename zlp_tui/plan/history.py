"""What happened to one line of the plan, from its history: who changed what when, and what stood there before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.plan.session import Session, Value
from zlp_tui.plan.view import Voice

QUERY: Final = """
SELECT change.at, change.by, person.name, change.kind, change.before, change.after
FROM change LEFT JOIN person ON person.plan_id = change.plan_id AND person.id = change.by
WHERE change.plan_id = ? AND change.row = ? ORDER BY change.seq
"""


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
    return tuple(
        ChangeLine(at, Voice(by, name or ""), kind, json.loads(before) if before else None, json.loads(after))
        for at, by, name, kind, before, after in session.run(QUERY, (plan_id, ref))
    )
