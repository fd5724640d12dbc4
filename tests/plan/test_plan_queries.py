"""The queries that read a plan are what the tables make, for more than one database, and walk nothing that grows."""

from __future__ import annotations

import json

import pytest

from tests.tools.book import Book
from tests.tools.printed import printed_edition
from tests.tools.readers import READERS
from tools.generate import generated
from zlp_tui.plan.difference import difference
from zlp_tui.plan.queries.audit_selects import AUDIT_WRITES
from zlp_tui.plan.queries.compiled_queries import COMPILED
from zlp_tui.plan.queries.load import PlanReading, load_edition, load_view, run
from zlp_tui.plan.queries.selects import QUERIES
from zlp_tui.plan.readable import readable
from zlp_tui.plan.serialization import as_json, from_json
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.transaction import SQLITE
from zlp_tui.plan.view import Statement, Tally


def test_the_generated_files_are_what_the_code_makes() -> None:
    """`make generated` was run after the last change of a table, a kind or a type that is printed."""
    stale = [path.name for path, text in generated() if path.read_text(encoding="utf-8") != text]
    assert stale == []
    assert set(json.loads((COMPILED / f"{SQLITE}.json").read_text(encoding="utf-8"))) == {*QUERIES, *AUDIT_WRITES}


def test_an_edition_is_kept_in_two_parts_that_are_all_of_it(book: Book) -> None:
    plan = book.start()
    agreed = book.do(agreements.add, "Elke dag wandelen", None)
    book.do(progress_notes.note, about=agreed, on=book.clock().date(), done="yes", text="Het regende niet.")
    with book.store.reading() as session:
        before = as_json(load_view(session, plan, READERS, every_note=True))
    book.do(editions.agree, [book.client])
    with book.store.reading() as session:
        whole, compared = printed_edition(session, plan, 1), load_edition(session, plan, 1, READERS)
        now = load_view(session, plan, READERS)
    assert {**whole, "editions": []} == before
    everything = readable(from_json(whole), READERS)
    assert everything.progress and not compared.progress
    assert difference(compared, now) == difference(everything, now)
    (tally,) = now.tallies.items()
    assert tally == (agreed, Tally(yes=1))


def test_what_is_read_again_as_it_was_is_the_same_line_until_something_else_tells_otherwise(book: Book) -> None:
    def said() -> str:
        return book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Van zee.")

    def again(before: PlanReading | None = None) -> tuple[PlanReading, Statement]:
        with book.store.reading() as session:
            reading = PlanReading(session, book.plan, before)
            view = reading.seen_by(READERS)
            assert view == load_view(session, book.plan, READERS)
        return reading, next(statement for statement in view.statements if statement.id == first)

    first = said()
    reading, line = again()
    said()
    reading, same = again(reading)
    assert same is line
    book.do(statements.tag, first, domain="housing")
    reading, tagged = again(reading)
    assert tagged.domain == "housing"
    book.do(people.change, book.client, name="Anna")
    reading, renamed = again(reading)
    assert renamed.voice.name == "Anna"
    held = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.look_back, held, first, "no-longer")
    reading, ended = again(reading)
    assert ended.ended_on is not None
    book.do(changes.undo, book.acts[-1])
    assert again(reading)[1].ended_on is None


@pytest.mark.parametrize("name", ["edition-body", "tallies", "progress", "newest-notes"])
def test_what_grows_with_the_years_is_not_walked(book: Book, name: str) -> None:
    query = json.loads((COMPILED / f"{SQLITE}.json").read_text(encoding="utf-8"))[name]
    with book.store.reading() as session:
        steps = [str(step[-1]) for step in session.run(f"EXPLAIN QUERY PLAN {query['sql']}", {"plan": "", "number": 1})]
    of_plan = "SEARCH progress USING PRIMARY KEY (plan_id=?)"
    walked = ("SCAN edition", "SCAN progress", "SCAN note", "SCAN older", of_plan)
    assert not [step for step in steps if step.startswith(walked)]
    if name == "tallies":
        assert all("COVERING" in step for step in steps if "note" in step)


def test_a_query_is_run_by_its_name(book: Book) -> None:
    with book.store.reading() as session:
        assert run(session, "client", plan=book.plan).rows == [(book.client,)]
