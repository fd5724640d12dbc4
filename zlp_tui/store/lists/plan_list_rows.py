"""The list of plans, for the front door: read straight with the driver, so that nothing heavy need be imported first.

Its query is written out, because it reads what triggers keep up to date; a test holds it against the view. `last_talk`
is a local date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

from zlp_tui.plan.queries.column_shapes import is_date
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.file_reader import reading_file
from zlp_tui.text import search_words

_NAMED: Final = """
+plan.plan_id IN (SELECT plan_id FROM person INDEXED BY ix_person_found WHERE kind = 'client' AND {holds})
"""
"""Many names hold a letter or two: walking the newest plans (the plus) is sooner done than sorting nearly all."""

TRIGRAM: Final = 3
"""From this many letters on, the index of names finds a word; shorter ones are looked for one by one."""


class PlanListRow(NamedTuple):
    """One plan in the list, and its client by person id. `topic` is where the last conversation stopped."""

    id: str
    client: str
    name: str
    last_talk: str | None
    topic: str | None
    unreadable: bool = False
    ended_on: str | None = None


PlanFilter = Literal["running", "ended", "all"]
"""Which plans a list has: those that go on, those that have ended, or all, those that go on first."""

_ENDED: Final[Mapping[PlanFilter, str]] = {
    "running": "plan.ended_on IS NULL", "ended": "plan.ended_on IS NOT NULL", "all": "true",
}

_ROWS: Final = """
SELECT plan.plan_id, person.id, person.name, plan.talked_on, plan.goes_on_at, plan.ended_on
FROM (
    SELECT plan.plan_id, plan.talked_on, plan.goes_on_at, plan.last_talk, plan.number, plan.ended_on FROM {plans}
    WHERE {tests} ORDER BY {ended_last}plan.last_talk DESC, plan.number DESC LIMIT ?
) AS plan LEFT JOIN person INDEXED BY ix_person_found ON person.plan_id = plan.plan_id AND person.kind = 'client'
ORDER BY {ended_last}plan.last_talk DESC, plan.number DESC
"""
"""First which plans, newest talk first, then newest plan first, and no more than the list is long; then what the list
says of them."""


def plan_list_rows(
    path: Path, key: bytes | None = None, search: str = "", limit: int = 200, which: PlanFilter = "running"
) -> tuple[PlanListRow, ...]:
    """Plans whose client's name holds all words searched for, the last talked about first; none without a file.

    Raises our own errors for a file that cannot be read.
    """
    with reading_file(path, key) as session:
        return rows_in(session, search, limit, which) if session else ()


def rows_in(
    session: Transaction, search: str = "", limit: int = 200, which: PlanFilter = "running"
) -> tuple[PlanListRow, ...]:
    """The same in a transaction. What the connection read before it still has: searching on takes a tenth of the
    time."""
    sql, values = _query(search_words(search), which)
    return tuple(_row(*row) for row in session.run(sql, (*values, limit), of_many=True))


HOLDING_DATES: Final = (
    "agreement", "detail", "choice", "evaluation", "edition", "wish_not_met", "remark", "disagreement",
)
"""The tables of which a row, and no other, can make something be due or agreed for a day (`due/facts.py`)."""

_GOING_ON: Final = """
SELECT plan.plan_id, person.id, person.name, plan.talked_on, plan.goes_on_at, plan.ended_on FROM plan
LEFT JOIN person INDEXED BY ix_person_found ON person.plan_id = plan.plan_id AND person.kind = 'client'
WHERE plan.ended_on IS NULL AND ({tests})
ORDER BY plan.last_talk DESC, plan.number DESC
"""


def dated_rows_in(session: Transaction) -> tuple[PlanListRow, ...]:
    """The plans that go on in which something can be due or agreed for a day; of many plans these are few."""
    tests = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {table}.plan_id = plan.plan_id)" for table in HOLDING_DATES  # noqa: S608
    )
    return tuple(_row(*row) for row in session.run(_GOING_ON.format(tests=tests), (), of_many=True))


def rows_of(session: Transaction, plans: Iterable[str]) -> tuple[PlanListRow, ...]:
    """Those of these plans, by id, that go on."""
    chosen = _GOING_ON.format(tests="plan.plan_id IN (SELECT value FROM json_each(?))")
    return tuple(_row(*row) for row in session.run(chosen, (json.dumps(list(plans)),), of_many=True))


def _row(
    plan: str, client: str | None, name: str | None, last_talk: str | None, topic: str | None, ended_on: str | None
) -> PlanListRow:
    """A row of what the file has; without a client, or with a day that there is not, something cannot be read."""
    known = all(day is None or is_date(day) for day in (last_talk, ended_on))
    last_talk, ended_on = (last_talk, ended_on) if known else (None, None)
    return PlanListRow(plan, client or "", name or "?", last_talk, topic, not (name and known), ended_on)


def _query(words: list[str], which: PlanFilter) -> tuple[str, list[str]]:
    """The query for these words and its values."""
    long = [word for word in words if len(word) >= TRIGRAM]
    short = [word for word in words if len(word) < TRIGRAM]
    plans, tests, values = "plan", [_ENDED[which]], []
    if long:
        plans = "client_name CROSS JOIN plan ON plan.plan_id = client_name.plan_id"
        tests.append("client_name MATCH ?")
        values.append(" ".join('"' + word.replace('"', '""') + '"' for word in long))
        tests += ["instr(client_name.folded, ?)"] * len(short)
    elif short:
        tests.append(_NAMED.format(holds=" AND ".join(["instr(person.folded, ?)"] * len(short))))
    values += short
    ended_last = "plan.ended_on IS NOT NULL, " if which == "all" else ""
    return _ROWS.format(plans=plans, tests=" AND ".join(tests), ended_last=ended_last), values


def granted_plans(session: Transaction) -> frozenset[str]:
    """The plans, by id, in which the client ever said who sees what, or somebody closed a line."""
    return frozenset(plan for (plan,) in session.run('SELECT DISTINCT plan_id FROM "grant"', (), of_many=True))
