"""The plan as it stood on an earlier day: the rows of now, with every later Change taken back (M23).

Walking back from what stands needs neither the tables of then nor what an older zlp kept without a Change: such a
column has always had the value that it has now. Where a conversation stopped is no content and has no Change, so it is
told as it is now.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from zlp_tui.errors import NotFound
from zlp_tui.plan.access import Readers
from zlp_tui.plan.kinds import TALLIED
from zlp_tui.plan.queries.assemble import Rows
from zlp_tui.plan.queries.load import assembled_plan, rows_of_plan, run, stored_plan
from zlp_tui.plan.readable import Unfiltered, readable, without_hidden
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Because, PlanView

KindRows = dict[str, dict[str, Any]]
"""The rows of one kind by column, by the id of the row."""

NOTED: Final = ("done", "text", "adjust")
"""What of a note an agreement tells, the newest of each."""


def load_plan_on(session: Transaction, plan_id: str, day: str, readers: Readers) -> PlanView:
    """The plan as it stood at the end of a day, an ISO date, as these readers may see it now; with all its notes.

    That is after the last Change of that day, or of an earlier one: order is their number, never a clock. `NotFound`
    when the plan was not there yet, or there is no such plan.
    """
    now = readable(stored_plan(session, plan_id, every_note=True), readers)
    ((last,),) = run(session, "last-change-on", plan=plan_id, day=day).rows
    if last is None:
        raise NotFound("On that day this plan was not there yet.")
    return without_hidden(readable(stored_plan_after(session, plan_id, last), readers), now)


def stored_plan_after(session: Transaction, plan_id: str, seq: int) -> Unfiltered:
    """All that a plan said after the Change with this number, before anybody sees it."""
    results = rows_of_plan(session, plan_id, every_note=True)
    kinds = {name: _by_id(found) for name, found in results.items() if "id" in found.columns}
    plan = dict(zip(results["plan"].columns, results["plan"].rows[0], strict=True))
    for of, row, kind, before in run(session, "changes-after", plan=plan_id, seq=seq).rows:
        rows = {row: plan} if of == "plan" else kinds.get(of, {})
        if kind == "add":
            rows.pop(row, None)
        elif row in rows:
            rows[row].update((name, value) for name, value in json.loads(before).items() if name in rows[row])
    then = {name: _as_rows(found.columns, kinds[name].values()) for name, found in results.items() if name in kinds}
    then["plan"] = _as_rows(results["plan"].columns, [plan])
    then["newest-notes"] = _newest_notes(results["newest-notes"].columns, kinds)
    then["tallies"] = _tallies(results["tallies"].columns, kinds)
    return assembled_plan(plan_id, {**results, **then})[0]


def _by_id(found: Rows) -> KindRows:
    at = found.at("id")
    return {row[at]: dict(zip(found.columns, row, strict=True)) for row in found.rows}


def _as_rows(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> Rows:
    return Rows(columns, [tuple(row.get(column) for column in columns) for row in rows])


def _notes(kinds: Mapping[str, KindRows]) -> list[dict[str, Any]]:
    return [note for note in kinds["progress"].values() if note["withdrawn_at"] is None]


def _newest_notes(columns: tuple[str, ...], kinds: Mapping[str, KindRows]) -> Rows:
    """Of each agreement what was noted last, as the query of that name gives it."""
    newest: dict[str, dict[str, Any]] = {ref: {"id": ref} for ref in kinds["agreement"]}
    for note in _notes(kinds):
        if note["about"] in newest:
            newest[note["about"]].update((name, note[name]) for name in NOTED if note[name] is not None)
    return Rows(columns, [(row["id"], *(row.get(name) for name in NOTED)) for row in newest.values()])


def _tallies(columns: tuple[str, ...], kinds: Mapping[str, KindRows]) -> Rows:
    """How often each thing was done, as the query of that name gives it."""
    things = (ref for kind in TALLIED for ref in kinds[kind])
    done = Counter((note["about"], note["done"]) for note in _notes(kinds))
    why = Counter((note["about"], note["because"]) for note in _notes(kinds))
    return Rows(columns, [
        (ref, *(done[ref, how] for how in ("yes", "partly", "no")), *(why[ref, reason] for reason in get_args(Because)))
        for ref in things
    ])
