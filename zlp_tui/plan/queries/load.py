"""The one door to what a plan says: `load_view`, for readers, by a constant number of queries of columns.

Its queries are read from `compiled/`, so that whoever just reads (`zlp show --json`) waits for no SQLAlchemy.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from zlp_tui.errors import NotFound
from zlp_tui.plan.access import Readers
from zlp_tui.plan.kinds import DAY_FIELDS, KINDS, kind_of
from zlp_tui.plan.line_scopes import scope_of
from zlp_tui.plan.queries.assemble import Rows, assembled
from zlp_tui.plan.queries.column_shapes import is_date, unreadable, unreadable_columns
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.queries.made_lines import MadeLines, Row
from zlp_tui.plan.readable import Unfiltered, readable
from zlp_tui.plan.serialization import from_json
from zlp_tui.plan.transaction import ColumnValue, Transaction
from zlp_tui.plan.upcasters import ONCE_APART, Document
from zlp_tui.plan.view import PlanView, Progress, Tally

VIEW_QUERIES: Final = frozenset({"newest-notes", "tallies", *(kind.name for kind in KINDS)})
"""The queries that a whole view is made of."""


def load_view(session: Transaction, plan_id: str, readers: Readers, *, every_note: bool = False) -> PlanView:
    """The plan as it stands, as these readers may see it; with `every_note` all notes of how it went, else the last
    ones about each thing.

    `NotFound` when there is no such plan, `Unreadable` when its lines make no sense.
    """
    return readable(stored_plan(session, plan_id, every_note=every_note), readers)


class PlanReading:
    """The same, read once for whoever comes to read it. What did not change since the reading `before` is shared."""

    def __init__(self, session: Transaction, plan_id: str, before: PlanReading | None = None) -> None:
        self._stored: Unfiltered
        self._statements: Rows
        self._lines: MadeLines
        statements, lines = (before._statements, before._lines) if before is not None else (None, None)
        rows = rows_of_plan(session, plan_id, statements=statements)
        self._statements = rows["statement"]
        self._stored, self._lines = assembled_plan(plan_id, rows, lines)

    def seen_by(self, readers: Readers) -> PlanView:
        """The plan as these readers may see it."""
        return readable(self._stored, readers)

    def topics_of_hidden_details(self, readers: Readers) -> frozenset[str]:
        """The topics in which details stand that these readers may not see, without making a view."""
        kind, details = kind_of("detail"), self._stored.view.details
        return frozenset(detail.topic for detail in details if not readers.sees(scope_of(kind, detail)))


def load_edition(
    session: Transaction, plan_id: str, number: int, readers: Readers, *, whole: bool = False
) -> PlanView:
    """The plan as it was agreed on, as these readers may see it now: what of it is compared, or with `whole` all of it.

    `NotFound` when it has no such edition, `StoreDamaged` when it makes no sense.
    """
    return readable((whole_edition if whole else stored_edition)(session, plan_id, number), readers)


def stored_edition(session: Transaction, plan_id: str, number: int) -> Unfiltered:
    """What is compared of the plan as it was agreed on, before anybody sees it; errors as for `load_edition`."""
    return from_json(edition_document(session, plan_id, number))


def edition_document(session: Transaction, plan_id: str, number: int) -> Document:
    """The same, as it was kept; `Unreadable` when it is no document at all."""
    (body,) = _edition_row(session, "edition-body", plan_id, number)
    document = _parsed(body)
    if any(document.get(name) for name in ONCE_APART):
        return document  # looking in the other part of it takes longer than all of this
    apart = zip(ONCE_APART, _edition_row(session, "edition-apart", plan_id, number), strict=True)
    return document | {name: json.loads(part) for name, part in apart if part not in (None, "null")}


def whole_edition(session: Transaction, plan_id: str, number: int) -> Unfiltered:
    """All of the plan as it was agreed on, to read, before anybody sees it; errors as for `load_edition`."""
    body, goes_on = _edition_row(session, "edition-whole", plan_id, number)
    stored = from_json(_parsed(body) | _parsed(goes_on))
    noted: dict[str, list[Progress]] = {}
    for note in stored.view.progress:
        if note.about is not None and note.done is not None:
            noted.setdefault(note.about, []).append(note)
    tallies = {ref: Tally.of((note.done, note.because) for note in notes) for ref, notes in noted.items()}
    return replace(stored, view=replace(stored.view, tallies=tallies))


def _edition_row(session: Transaction, query: str, plan_id: str, number: int) -> Row:
    found = run(session, query, plan=plan_id, number=number).rows
    if not found:
        raise NotFound("The plan has no edition {number}.", number=number)
    return found[0]


def _parsed(kept: str) -> dict[str, Any]:
    try:
        document = json.loads(kept)
    except ValueError as cause:
        raise unreadable() from cause
    if not isinstance(document, dict):
        raise unreadable()
    return document


def client_of(session: Transaction, plan_id: str) -> str:
    """Who the plan is of, by person id; `NotFound` when there is no such plan, `Unreadable` when it has no client."""
    found = run(session, "client", plan=plan_id).rows
    if not found and run(session, "plan", plan=plan_id).rows:
        raise unreadable()
    if not found:
        raise NotFound("There is no such plan.")
    return str(found[0][0])


def run(session: Transaction, name: str, /, **values: ColumnValue) -> Rows:
    """What one of the compiled queries gives. All that is read of a plan comes through here: `Unreadable` when one of
    its values cannot be read; of an edition that is seen when it is parsed."""
    query = query_named(name, session.dialect)
    rows = session.run(query.sql, values)
    if query.shapes and rows and unreadable_columns(query.columns, query.shapes, rows):
        raise unreadable()
    return Rows(query.columns, rows)


def stored_plan(session: Transaction, plan_id: str, *, every_note: bool = False) -> Unfiltered:
    """All that is stored of a plan, before anybody sees it: to make an edition, to filter it for whom an export is
    for, and to compare it with what an import read. Arguments and errors as for `load_view`."""
    return assembled_plan(plan_id, rows_of_plan(session, plan_id, every_note=every_note))[0]


def rows_of_plan(
    session: Transaction, plan_id: str, *, every_note: bool = False, statements: Rows | None = None
) -> dict[str, Rows]:
    """What the queries give that a whole view is made of; `NotFound` when there is no such plan. `statements` are those
    of a reading before, if there was one: they are most of a plan, and only those with another version are read."""
    apart = {"progress": "every-progress"} if every_note else {}
    known = {} if statements is None else {"statement": _statements_again(session, plan_id, statements)}
    read = {name: run(session, apart.get(name, name), plan=plan_id) for name in VIEW_QUERIES - known.keys()}
    if not read["plan"].rows:
        raise NotFound("There is no such plan.")
    return read | known


def _statements_again(session: Transaction, plan_id: str, before: Rows) -> Rows:
    """What the query of statements gives now. Whoever changes a row gives it another version (`tables/changes.py`)."""
    versions = run(session, "statement-versions", plan=plan_id).rows
    known = dict(zip(before.pairs("id", "version"), before.rows, strict=True))
    refs = json.dumps([ref for ref, version in versions if (ref, version) not in known])
    new = run(session, "some-statements", plan=plan_id, refs=refs)
    known.update(zip(new.pairs("id", "version"), new.rows, strict=True))
    return before._replace(rows=[known[version] for version in versions])


def assembled_plan(
    plan_id: str, results: Mapping[str, Rows], before: MadeLines | None = None
) -> tuple[Unfiltered, MadeLines]:
    """A plan, of what those queries give, before anybody sees it, and its lines for the next reading of it; `before`
    are those of the one before. `Unreadable` when it makes no sense."""
    try:
        stored, lines = assembled(plan_id, results, before)
    except (KeyError, TypeError, ValueError, StopIteration) as cause:
        raise unreadable() from cause
    if not all(is_date(line.value) for line in stored.view.details if line.field in DAY_FIELDS):
        raise unreadable()
    if not _knows_its_people(results):
        raise unreadable()
    return stored, lines


def _knows_its_people(results: Mapping[str, Rows]) -> bool:
    """Whether everybody whom a line names is a person of the plan, there or taken back."""
    people = {row[0] for row in results["person"].pairs("id", "id")}
    return all(
        name is None or name in people
        for kind in KINDS for reference in kind.references
        if reference.to == ("person",) and reference.otherwise != "item"
        for rows in [results.get(kind.name)] if rows and kind.column(reference.field) in rows.columns
        for name, _ in rows.pairs(kind.column(reference.field), kind.column(reference.field))
    )
