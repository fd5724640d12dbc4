"""The list of plans, for the front door: read straight with the driver, so that nothing heavy need be imported first.

Its query is written out, as those of the view are; a test holds it against the view. `last_talk` is a local date,
`next` the date on which the client wants to sit down again, else that of the first evaluation.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.store.connection import connect, mode_for, version_of
from zlp_tui.store.error_mapping import translated
from zlp_tui.store.file_header import holds_plans
from zlp_tui.text import folded, visible

_NAMED: Final = """
+plan.plan_id IN (SELECT plan_id FROM person INDEXED BY ix_person_found WHERE kind = 'client' AND {holds})
"""
"""Many names hold a letter or two: walking the newest plans (the plus) is sooner done than sorting nearly all."""

TRIGRAM: Final = 3
"""From this many letters on, the index of names finds a word; shorter ones are looked for one by one."""


class PlanListRow(NamedTuple):
    """One plan in the list. `topic` is where the last conversation stopped."""

    id: str
    name: str
    last_talk: str | None
    next: str | None
    topic: str | None


_ROWS: Final = """
SELECT plan.plan_id, person.name, plan.talked_on, coalesce({own}, {first}), plan.goes_on_at
FROM (
    SELECT plan.plan_id, plan.talked_on, plan.goes_on_at, plan.last_talk FROM {plans}
    WHERE {tests} ORDER BY plan.last_talk DESC, plan.plan_id DESC LIMIT ?
) AS plan CROSS JOIN person INDEXED BY ix_person_found ON person.plan_id = plan.plan_id AND person.kind = 'client'
ORDER BY plan.last_talk DESC, plan.plan_id DESC
"""
"""First which plans, newest talk first, and no more than the list is long; then what the list says of them."""

_FIELD: Final = """(
    SELECT value FROM detail WHERE detail.plan_id = plan.plan_id AND field = '{field}' AND withdrawn_at IS NULL
    AND field IN ('evaluate-on', 'first-evaluation-on') ORDER BY seq DESC LIMIT 1
)"""


def plan_list_rows(path: Path, key: bytes | None = None, search: str = "", limit: int = 200) -> tuple[PlanListRow, ...]:
    """Plans whose client's name holds all words searched for, the last talked about first; none without a file.

    Raises our own errors for a file that cannot be read.
    """
    if not holds_plans(path, key):
        return ()
    try:
        with closing(connect(path, key, mode=mode_for(path))) as connection:
            return rows_in(connection, search, limit) if version_of(connection, path.name) else ()
    except dbapi2.Error as error:
        raise translated(error) from error


def rows_in(connection: dbapi2.Connection, search: str = "", limit: int = 200) -> tuple[PlanListRow, ...]:
    """The same on a file that is open. What it read before it still has: searching on takes a tenth of the time."""
    sql, values = _query(folded(visible(search)).split())
    return tuple(PlanListRow(*row) for row in connection.execute(sql, (*values, limit)))


def _query(words: list[str]) -> tuple[str, list[str]]:
    """The query for these words and its values."""
    long = [word for word in words if len(word) >= TRIGRAM]
    short = [word for word in words if len(word) < TRIGRAM]
    plans, tests, values = "plan", [], []
    if long:
        plans = "client_name CROSS JOIN plan ON plan.plan_id = client_name.plan_id"
        tests.append("client_name MATCH ?")
        values.append(" ".join('"' + word.replace('"', '""') + '"' for word in long))
        tests += ["instr(client_name.folded, ?)"] * len(short)
    elif short:
        tests.append(_NAMED.format(holds=" AND ".join(["instr(person.folded, ?)"] * len(short))))
    values += short
    own, first = (_FIELD.format(field=field) for field in ("evaluate-on", "first-evaluation-on"))
    return _ROWS.format(own=own, first=first, plans=plans, tests=" AND ".join(tests) or "true"), values
