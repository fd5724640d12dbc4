"""The one write path: numbered, recorded, asked for leave, and nothing else writes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.tools.book import Book
from zlp_tui.errors import NotAllowed, Refused
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.as_json import as_json
from zlp_tui.plan.queries.recorded_changes import history
from zlp_tui.plan.tables import agreements, changes, details, goals, people, plans, statements, withdrawal
from zlp_tui.plan.timestamps import day, instant

PLAN = Path(plans.__file__).parent
WRITES = {"insert", "update", "delete"}
MAY_WRITE = {
    "changes.py": "the one write path",
    "drafts.py": "a draft is no part of the plan",
    "conversations.py": "where a sitting stands is no content",
    "read_markers.py": "how far somebody has read is no content",
}
READERS = {"touched_since", "read_edition", "coming"}
"""Functions outside the loaders that only read."""
NOBODY_IS_ASKED = {
    "plans.start": "there is no plan yet whose client could be asked",
    "people.add_client": "part of starting a plan",
    "people.ids": "reads only",
    "notices.shown": "the program itself showed it",
    "conversations.resume_at": "position, no content",
    "conversations.end": "asks through `attend`",
}


def test_only_the_write_path_writes() -> None:
    """Core's DML is imported, and raw statements are run, by `changes.py` and the exceptions named above only."""
    found = set()
    for file in PLAN.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sqlalchemy"):
                found |= {file.name for name in node.names if name.name in WRITES}
            if isinstance(node, ast.Attribute) and node.attr in {"exec_driver_sql", "executemany", "bulk_save_objects"}:
                found.add(file.name)
    assert found == set(MAY_WRITE)


def test_every_writer_asks_for_leave() -> None:
    silent = set()
    for file in PLAN.glob("*.py"):
        if file.name == "changes.py":
            continue
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            first = next((one.arg for one in (*node.args.posonlyargs, *node.args.args)), "")
            if first not in {"act", "session"} or file.stem in {"drafts", "load", "history"} or node.name in READERS:
                continue
            if "ask_leave(" not in ast.unparse(node):
                silent.add(f"{file.stem}.{node.name}")
    assert silent == set(NOBODY_IS_ASKED)


def test_leave_that_is_not_given_stops_the_writer_in_one_plain_sentence() -> None:
    asked = []

    def never(person: str, action: str, topic: str) -> bool:
        asked.append((person, action, topic))
        return False

    with pytest.raises(NotAllowed, match="You may read this"):
        ask_leave("sanne", "goals", never)
    assert asked == [("sanne", "write", "goals")]
    ask_leave("sanne", "goals")


def test_a_change_tells_who_when_what_before_and_after(book: Book) -> None:
    karim = book.do(people.add, "Karim", "carer")
    book.do(people.change, karim, contact="06 1")
    book.do(people.change, karim, contact="06 2")
    book.do(withdrawal.withdraw, karim)
    with book.store.reading() as session:
        added, first, second, gone = history(session, book.plan, karim)
        assert history(session, book.plan, "nothing") == ()
    assert (added.kind, added.before, added.after["name"]) == ("add", None, "Karim")
    assert (first.before, first.after) == ({"contact": None}, {"contact": "06 1"})
    assert (second.kind, second.before, second.after) == ("alter", {"contact": "06 1"}, {"contact": "06 2"})
    assert (second.by.name, second.at) == ("Annie de Vries", "2026-03-03T09:00:03.000Z")
    assert gone.after == {"withdrawn_at": "2026-03-03T09:00:04.000Z"}
    assert book.rows("SELECT version FROM person WHERE kind = 'carer'") == [(4,)]


def test_nothing_is_recorded_when_nothing_changes(book: Book) -> None:
    karim = book.somebody("Karim")
    before = book.rows("SELECT count(*) FROM change")
    assert book.do(people.change, karim, name=" Karim ") is False
    assert book.rows("SELECT count(*) FROM change") == before


def test_each_plan_counts_for_itself_and_a_row_knows_its_change(book: Book) -> None:
    first = book.plan
    book.do(goals.add, "Lopen.")
    book.start("Joris Vos")
    book.do(goals.add, "Zingen.")
    (goal,) = book.view.goals
    assert goal.seq == 3
    assert book.rows(f"SELECT max(seq), count(*) FROM change WHERE plan_id = '{first}'") == [(3, 3)]


def test_no_line_refers_to_another_plan(book: Book) -> None:
    other = book.client
    book.start("Joris Vos")
    book.by = other
    with pytest.raises(Refused):
        book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Van zee.")
    book.by = book.client
    assert book.view.statements == ()


def test_an_act_that_fails_leaves_nothing_behind(book: Book) -> None:
    def twice(act: changes.Act) -> None:
        goals.add(act, "Lopen.")
        details.fill(act, "personal-details", "born-on", "geen datum")

    before = (book.view, book.rows("SELECT count(*) FROM change"))
    with pytest.raises(Refused):
        book.do(twice)
    assert (book.view, book.rows("SELECT count(*) FROM change")) == before


def test_undo_leaves_alone_what_was_changed_again_since(book: Book) -> None:
    karim = book.somebody("Karim")
    book.do(people.change, karim, relation="buurman", contact="06 1")
    first = book.acts[-1]
    book.do(people.change, karim, contact="06 2")
    assert book.do(changes.undo, first)
    person = book.view.person(karim)
    assert (person.relation, person.contact) == (None, "06 2")
    assert not book.do(changes.undo, first)
    assert not book.do(changes.undo, "no such act")


def test_undo_of_an_act_that_changed_a_line_twice_goes_back_to_before_both(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.")

    def twice(act: changes.Act) -> None:
        for kind in ("reach", "keep"):
            goals.change(act, goal, kind=kind)

    book.do(twice)
    assert book.view.goals[0].kind == "keep"
    assert book.do(changes.undo, book.acts[-1])
    assert book.view.goals[0].kind is None


def test_what_was_taken_back_stays_as_it_was_when_what_it_belongs_to_is_said_anew(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.")
    agreement = book.do(agreements.add, "Elke dag een blokje om.", None, goal)
    book.do(withdrawal.withdraw, agreement)
    book.do(goals.add, "Zelf naar de winkel lopen.", replaces=goal)
    assert book.rows("SELECT goal FROM agreement") == [(goal,)]
    with book.store.reading() as session:
        assert [change.kind for change in history(session, book.plan, agreement)] == ["add", "alter"]


def test_undo_works_in_a_later_process_of_the_program_too(book: Book) -> None:
    """History goes by names of tables, so it must not depend on which modules happen to be imported."""
    book.do(goals.add, "Lopen.")
    tables = {str(table) for (table,) in book.rows("SELECT DISTINCT \"of\" FROM change")}
    assert tables == {"plan", "person", "goal"}
    assert book.do(changes.undo, book.acts[-1])
    assert as_json(book.view)["goals"] == []


def test_instants_are_utc_and_never_guessed(book: Book) -> None:
    at = book.clock().replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        instant(at)
    assert instant(book.clock()) == "2026-03-03T09:00:00.000Z"
    assert day(book.clock()) == "2026-03-03"


def test_order_is_the_number_not_the_clock(book: Book) -> None:
    """A12: a clock that is set back two years does not change the order of what was said."""
    book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="eerst")
    book.clock.on(days=-730)
    book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="daarna")
    assert [statement.text for statement in book.view.statements] == ["eerst", "daarna"]
