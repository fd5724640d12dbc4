"""The one write path: numbered, recorded, asked for leave, and nothing else writes."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tools.book import Book
from tests.tools.readers import READERS
from zlp_tui.errors import NotAllowed, Refused
from zlp_tui.plan.access import Scope
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.queries.recorded_changes import history
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import changes, withdrawal
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.agreed.choices import ChoiceRow
from zlp_tui.plan.tables.agreed.goals import GoalRow
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.columns import columns_of, table_of
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import details, read_backs, statements
from zlp_tui.plan.tables.said.statements import StatementRow
from zlp_tui.plan.timestamps import day, instant

PLAN = Path(changes.__file__).parent.parent
WRITES = {"insert", "update", "delete", "Upsert"}
MAY_WRITE = {
    "compiled.py": "makes the statements that the others run",
    "changes.py": "the one write path",
    "drafts.py": "a draft is no part of the plan",
    "conversations.py": "where a sitting stands is no content",
    "read_markers.py": "how far somebody has read is no content",
    "keyboard_users.py": "who typed last is no content",
    "citizen_numbers.py": "a number is in no Change: it stands apart from all that is told (0055)",
    "audit_selects.py": "the log, which tells of what was written",
}


def test_only_the_write_path_writes() -> None:
    """Core's DML is imported, and raw statements are run, by `changes.py` and the exceptions named above only."""
    found = set()
    for file in PLAN.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(("sqlalchemy", "zlp_tui")):
                found |= {file.name for name in node.names if name.name in WRITES}
            if isinstance(node, ast.Attribute) and node.attr in {"exec_driver_sql", "executemany", "bulk_save_objects"}:
                found.add(file.name)
    assert found == set(MAY_WRITE)


def test_leave_that_is_not_given_stops_every_write_in_one_plain_sentence(book: Book) -> None:
    """Asked where Changes are written, so of every writer there is and will be, in the scope of the row it writes; of
    a row that is there, or a part of one, about that row."""
    goal = book.do(goals.add, "Lopen.", "housing")
    agreement = book.do(agreements.add, "Elke dag lopen.", "housing", goal)
    asked: list[tuple[str, str, Scope]] = []

    def never(person: str, action: str, scope: Scope) -> bool:
        asked.append((person, action, scope))
        return False

    before = book.view
    writes: tuple[tuple[Callable[[Act], object], Scope], ...] = (
        (lambda act: goals.change(act, goal, kind="keep"), Scope("goals", "housing", goal)),
        (lambda act: agreements.add_step(act, agreement, "Schoenen aan."), Scope("agreements", "housing", agreement)),
        (lambda act: people.add(act, "Sanne"), Scope("people")),
        (lambda act: plans.set_address(act, "je"), Scope("how-we-talk")),
        (lambda act: plans.set_deciding(act, "self"), Scope("deciding-together")),
        (lambda act: withdrawal.withdraw(act, goal), Scope("goals", "housing", goal)),
        (lambda act: read_backs.keep(act, "support", confirmed=True), Scope("support-read-back")),
        (lambda act: domains.change(act, "learning", relevance="now"), Scope("domains", "learning")),
        (lambda act: details.fill(act, "personal-details", "law", "wlz"), Scope("personal-details")),
        (lambda act: editions.consent(act, book.client, "agrees"), Scope("edition")),
    )
    for write, scope in writes:
        asked.clear()
        with pytest.raises(NotAllowed, match="You may read this"), book.store.writing() as session:
            write(replace(book.act(session), may=never))
        assert asked == [(book.client, "write", scope)]
        refused = book.rows("SELECT person, event, outcome, topic, domain FROM audit ORDER BY number DESC LIMIT 1")
        assert [tuple(row) for row in refused] == [(book.client, "change", "refused", scope.topic, scope.domain)]
    assert book.view == before


def test_who_may_write_in_one_domain_may_not_move_a_line_into_another(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.", "housing")

    def housing(_person: str, _action: str, scope: Scope) -> bool:
        return scope.domain == "housing"

    with pytest.raises(NotAllowed), book.store.writing() as session:
        goals.change(replace(book.act(session), may=housing), goal, domain="learning")
    with book.store.writing() as session:
        assert goals.change(replace(book.act(session), may=housing), goal, kind="keep")


def test_a_change_tells_who_when_what_before_and_after(book: Book) -> None:
    karim = book.do(people.add, "Karim", "carer")
    book.do(people.change, karim, contact="06 1")
    book.do(people.change, karim, contact="06 2")
    book.do(withdrawal.withdraw, karim)
    with book.store.reading() as session:
        added, first, second, gone = history(session, book.view, READERS, karim)
        assert history(session, book.view, READERS, "nothing") == ()
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
        assert [change.kind for change in history(session, book.view, READERS, agreement)] == ["add", "alter"]


def test_a_line_in_the_place_of_another_takes_over_all_that_is_not_its_own(book: Book) -> None:
    """A column that somebody adds later is taken over too, and not lost silently."""
    goal = book.do(goals.add, "Lopen.", "housing")
    book.do(goals.change, goal, kind="keep")
    agreed = book.do(agreements.add, "Elke dag een blokje om.", "housing", goal)
    days = {"from_": "2027-01-04", "until": "2027-06-01", "evaluate_on": "2027-05-01"}
    words = {"from_words": "na nieuwjaar", "until_words": "de zomer", "evaluate_words": "mei"}
    book.do(agreements.change, agreed, **days, **words)
    asked = book.do(choices.ask, "Hoe kom ik buiten?", "Zoals het is", "housing")
    book.do(choices.change, asked, role="other", thinking_until="2027-01-04")
    book.do(choices.set_deciders, asked, [book.client])
    asked_on = {"topic": "future", "step": "dreams", "prompt": "Droomt u?", "side": "good", "moment": "morning"}
    said = book.do(statements.add_statement, text="Van zee.", domain="housing", about=goal, **asked_on)
    made = (
        (AgreementRow, agreed, book.do(agreements.add, "Een blokje om.", replaces=agreed)),
        (GoalRow, goal, book.do(goals.add, "Naar de winkel lopen.", replaces=goal)),
        (ChoiceRow, asked, book.do(choices.ask, "Hoe kom ik de deur uit?", replaces=asked)),
        (StatementRow, said, book.do(statements.say_anew, said, "Van de Noordzee.")),
    )
    assert {table_of(row).name for row, *_ in made} == {kind.name for kind in KINDS if kind.replaces}

    def compare(act: Act) -> None:
        for row, old, new in made:
            before, after = changes.current(act, row, old), changes.current(act, row, new)
            shared = changes.taken_over_by(row)
            assert set(columns_of(row)) - set(shared) == row.its_own | {
                "plan_id",
                "id",
                "seq",
                "version",
                "withdrawn_at",
                "replaces",
            }
            moved = {"goal"} if row is AgreementRow else set()
            assert [after[name] for name in shared if name not in moved] == [
                before[name] for name in shared if name not in moved
            ]

    book.do(compare)


def test_undo_works_in_a_later_process_of_the_program_too(book: Book) -> None:
    """History goes by names of tables, so it must not depend on which modules happen to be imported."""
    book.do(goals.add, "Lopen.")
    tables = {str(table) for (table,) in book.rows('SELECT DISTINCT "of" FROM change')}
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
