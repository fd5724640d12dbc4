"""The one door to what a plan says: `load_view`, for readers, by a constant number of queries of columns.

Its queries are read from `compiled/`, so that whoever just reads (`zlp show --json`) waits for no SQLAlchemy.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from zlp_tui.errors import NotFound, StoreDamaged
from zlp_tui.plan.access import Readers
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.queries.assemble import Rows, assembled
from zlp_tui.plan.readable import Unfiltered, readable
from zlp_tui.plan.serialization import edition_of
from zlp_tui.plan.transaction import ColumnValue, Transaction
from zlp_tui.plan.view import PlanView

COMPILED: Final = Path(__file__).with_name("compiled")
"""Where the queries are, a file for each dialect (`make generated`)."""


SQLITE: Final = "sqlite"
"""The dialect that plans are kept in."""


class Query(NamedTuple):
    """One query: its SQL, with the names of its values, and the names of the columns that it gives."""

    sql: str
    columns: tuple[str, ...]


def load_view(session: Transaction, plan_id: str, readers: Readers, *, every_note: bool = False) -> PlanView:
    """The plan as it stands, as these readers may see it; with `every_note` all notes of how it went, else the last
    ones about each thing.

    `NotFound` when there is no such plan, `StoreDamaged` when its lines make no sense.
    """
    return readable(stored_plan(session, plan_id, every_note=every_note), readers)


def load_edition(session: Transaction, plan_id: str, number: int, readers: Readers) -> PlanView:
    """The plan as it was agreed on, as these readers may see it now.

    `NotFound` when it has no such edition, `StoreDamaged` when it makes no sense.
    """
    return readable(stored_edition(session, plan_id, number), readers)


def stored_edition(session: Transaction, plan_id: str, number: int) -> Unfiltered:
    """The plan as it was agreed on, before anybody sees it; errors as for `load_edition`."""
    columns, found = run(session, "edition-body", plan=plan_id, number=number)
    if not found:
        raise NotFound("The plan has no edition {number}.", number=number)
    ((body, *apart),) = found
    return edition_of(body, *zip(columns[1:], apart, strict=True))


def client_of(session: Transaction, plan_id: str) -> str:
    """Who the plan is of, by person id; `NotFound` when there is no such plan."""
    found = run(session, "client", plan=plan_id).rows
    if not found:
        raise NotFound("There is no such plan.")
    return str(found[0][0])


def run(session: Transaction, name: str, /, **values: ColumnValue) -> Rows:
    """What one of the compiled queries gives."""
    query = query_named(name, session.dialect)
    return Rows(query.columns, session.run(query.sql, values))


def stored_plan(session: Transaction, plan_id: str, *, every_note: bool = False) -> Unfiltered:
    """All that is stored of a plan, before anybody sees it: for making an edition. Errors as for `load_view`."""
    names: Collection[str] = ("newest-notes", "tallies", *(kind.name for kind in KINDS))
    results = {name: run(session, name, plan=plan_id) for name in names if name != "progress" or not every_note}
    if every_note:
        results["progress"] = run(session, "every-progress", plan=plan_id)
    if not results["plan"].rows:
        raise NotFound("There is no such plan.")
    try:
        return assembled(plan_id, results)
    except (KeyError, TypeError, ValueError, StopIteration) as cause:
        raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.") from cause


def query_named(name: str, dialect: str) -> Query:
    """One of the compiled queries; KeyError for a name that there is not."""
    return _queries(dialect)[name]


@cache
def _queries(dialect: str) -> Mapping[str, Query]:
    compiled: dict[str, dict[str, Any]] = json.loads((COMPILED / f"{dialect}.json").read_text(encoding="utf-8"))
    return {name: Query(query["sql"], tuple(query["columns"])) for name, query in compiled.items()}
