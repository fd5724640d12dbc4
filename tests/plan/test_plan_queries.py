"""The queries that are written out say the same as the tables do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import Select, func, select
from sqlalchemy.dialects import sqlite

from tests.tools.book import Book
from zlp_tui.plan.as_json import as_json
from zlp_tui.plan.difference import difference
from zlp_tui.plan.from_json import from_json
from zlp_tui.plan.queries.load import EDITION, QUERIES, TALLIES, load_edition, load_view
from zlp_tui.plan.queries.recorded_changes import CHANGES_OF
from zlp_tui.plan.tables import agreements, editions, progress_notes
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.tables.changes import ChangeRow
from zlp_tui.plan.tables.columns import table_of
from zlp_tui.plan.tables.drafts import DraftRow
from zlp_tui.plan.tables.people import PersonRow
from zlp_tui.plan.tables.read_markers import SeenRow
from zlp_tui.plan.view import Tally

NOT_IN_THE_VIEW = {"draft", "change", "seen"}
WITHDRAWN_TOO = {"statement", "person"}
"""Words stay in sight, and so does the name of who said them."""
KEPT_FOR_US = {"plan_id", "id", "seq", "version", "withdrawn_at"}
LEFT_OUT = {
    "plan": {"last_talk", "talked_on", "goes_on_at"},  # for the list of plans
    "person": {"folded"},  # for searching
    "conversation": {"started_on"},  # the date of `started`, for the list of plans
    "prompt": {"topic", "step", "pack"},  # its id follows from them
    "detail": {"voice", "conversation", "said_on"},
    "open_question": {"voice"},
    "read_back": {"voice"},
    "remark": {"conversation"},
    "edition": {"body", "goes_on"},  # long, and read only where editions are compared
}
"""Columns that the view has no place for."""


def columns(book: Book, query: str) -> list[str]:
    """The names of what a query gives."""
    with book.store.reading() as session:
        return [told[0] for told in session.connection().execute(query, ("",) * query.count("?")).description]


def program(book: Book, query: str) -> list[tuple[object, ...]]:
    """What SQLite does for a query: the same for two that ask the same."""
    with book.store.reading() as session:
        return session.run(f"EXPLAIN {query}", ("",) * query.count("?"))


def written(statement: Select[Any]) -> str:
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))


def test_every_table_but_drafts_and_history_is_read() -> None:
    assert set(QUERIES) | {"progress"} == set(METADATA.tables) - NOT_IN_THE_VIEW
    assert {str(row.__tablename__) for row in (DraftRow, ChangeRow, SeenRow)} == NOT_IN_THE_VIEW


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_asks_what_its_table_would_be_asked(book: Book, name: str) -> None:
    table = METADATA.tables[name]
    asked = select(*(table.c[column] for column in columns(book, QUERIES[name]))).where(table.c.plan_id == "")
    if "withdrawn_at" in table.c and name not in WITHDRAWN_TOO:
        asked = asked.where(table.c.withdrawn_at.is_(None))
    assert program(book, QUERIES[name]) == program(book, written(asked.order_by(table.c.seq)))


@pytest.mark.parametrize("name", QUERIES)
def test_every_column_is_read_or_named_as_left_out(book: Book, name: str) -> None:
    unread = set(METADATA.tables[name].c.keys()) - set(columns(book, QUERIES[name]))
    assert unread - KEPT_FOR_US == LEFT_OUT.get(name, set())


def test_history_is_asked_as_its_tables_would_be(book: Book) -> None:
    log, person = table_of(ChangeRow), table_of(PersonRow)
    told = select(
        log.c.at, log.c.by, person.c.name, log.c.kind, log.c.before, log.c.after, log.c.of, log.c.row, log.c.on_date
    )
    rows = select(func.json_each("").table_valued("value").c.value)
    who = (person.c.plan_id == log.c.plan_id) & (person.c.id == log.c.by)
    here = told.select_from(log.outerjoin(person, who)).where(log.c.plan_id == "", log.c.row.in_(rows))
    assert program(book, CHANGES_OF) == program(book, written(here.order_by(log.c.seq)))


def test_an_edition_is_kept_in_two_parts_that_are_all_of_it(book: Book) -> None:
    plan = book.start()
    agreed = book.do(agreements.add, "Elke dag wandelen", None)
    book.do(progress_notes.note, about=agreed, on=book.clock().date(), done="yes", text="Het regende niet.")
    with book.store.reading() as session:
        shown = json.loads(json.dumps(as_json(load_view(session, plan, whole=True))))
    book.do(editions.agree, shown, [book.client])
    with book.store.reading() as session:
        whole, compared = editions.read_edition(session, plan, 1), load_edition(session, plan, 1)
        now = load_view(session, plan)
    assert (whole, list(whole)) == (shown, list(shown))
    assert from_json(whole).progress and not compared.progress
    assert difference(compared, now) == difference(from_json(whole), now)
    (tally,) = now.tallies.items()
    assert tally == (agreed, Tally(yes=1))


@pytest.mark.parametrize("query", [EDITION, TALLIES])
def test_what_grows_with_the_years_is_not_walked(book: Book, query: str) -> None:
    with book.store.reading() as session:
        values = ("",) * max(query.count("?1") and 1, query.count("?") - query.count("?1"))
        plan = [str(step[-1]) for step in session.run(f"EXPLAIN QUERY PLAN {query}", values)]
    assert not [step for step in plan if step.startswith(("SCAN edition", "SCAN progress"))]
    assert all("COVERING" in step for step in plan if "progress" in step)
