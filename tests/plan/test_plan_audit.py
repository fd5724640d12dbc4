"""The log of a plan: no Change without it, and nothing in it that is changed, removed, added or moved goes unseen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from zlp_tui.errors import Refused, StoreError
from zlp_tui.plan.audit_line import EVENTS, AuditEntry, AuditLine, AuditSeal, action_of
from zlp_tui.plan.queries.audit_check import AuditCheck, check_log
from zlp_tui.plan.queries.audit_log import append, lines_of_plan
from zlp_tui.plan.tables import changes, withdrawal
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.beside_the_plan.audit import AuditRow
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import columns_of
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.sqlite_triggers import TOLD
from zlp_tui.store.store import open_store

_COLUMNS = ", ".join(f'"{name}"' for name in AuditLine._fields if name != "number")
_MADE = "plan_id, {n}, act, at, on_date, by, conversation, kind, of, row, before, after"

KEYS = (AuditSeal(), AuditSeal.of_file(b"k" * 32, "cafe"))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """One file for a whole law; each example starts a plan of its own in it."""
    with new_book(tmp_path_factory.mktemp("shelf")) as book:
        yield book


def _lines(book: Book) -> tuple[AuditLine, ...]:
    with book.store.reading() as session:
        return lines_of_plan(session, book.plan)


def _check(book: Book) -> AuditCheck:
    with book.store.reading() as session:
        return check_log(session, book.plan, book.store.seal)


def _look(book: Book) -> None:
    assert book.store.tell(AuditEntry(book.plan, "2026-03-03T09:00:00.000Z", "open"))


def _last(book: Book) -> AuditLine:
    return _lines(book)[-1]


@settings(max_examples=examples(12))
@given(data=st.data())
def test_every_change_is_told_of_by_one_line_and_every_line_of_changes_that_are_there(
    shelf: Book, data: st.DataObject
) -> None:
    shelf.start()
    before = len(shelf.acts)
    for _ in range(data.draw(st.integers(1, 6))):
        shelf.do(data.draw(deeds(shelf)))
        if data.draw(st.booleans()):
            with suppress(Refused):  # what was agreed on stays as it is
                shelf.do(changes.undo, shelf.acts[data.draw(st.integers(before, len(shelf.acts) - 1))])
    told = [
        seq for line in _lines(shelf) if line.from_seq and line.to_seq for seq in range(line.from_seq, line.to_seq + 1)
    ]
    found = shelf.rows(f"SELECT seq FROM change WHERE plan_id = '{shelf.plan}' ORDER BY seq")
    assert told == [seq for (seq,) in found]
    assert _check(shelf).sound


def test_a_line_tells_who_did_what_on_whose_behalf(book: Book) -> None:
    karim = book.somebody("Karim")
    said = book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Koffie.")
    with book.store.writing() as session:
        withdrawal.withdraw(replace(book.act(session), typed_by=karim), said)
    book.do(changes.undo, book.acts[-1])
    begun, *told = _lines(book)
    assert (begun.event, begun.number, begun.from_seq) == ("begin", 1, 1)
    assert [(line.event, line.person, line.on_behalf_of, line.outcome) for line in told] == [
        ("change", book.client, None, "done"), ("change", book.client, None, "done"),
        ("withdraw", karim, book.client, "done"), ("undo", book.client, None, "done"),
    ]
    assert told[-1].at == "2026-03-03T09:00:03.000Z" and "Koffie" not in str(_lines(book))


def test_who_reads_waits_for_no_disk_and_who_writes_does(tmp_path: Path) -> None:
    """Opening a plan stays as fast as it was."""
    with new_book(tmp_path / "home") as book, closing(open_store(book.path, clock=book.clock)) as store:
        book.store.close()
        book.store = store
        _look(book)
        assert book.rows("PRAGMA synchronous") == [(2,)]
        assert [line.event for line in _lines(book)] == ["begin", "open"]


def test_what_raises_leaves_neither_a_change_nor_a_line(book: Book) -> None:
    before = _lines(book)

    def fails(act: Act) -> None:
        people.add(act, "Karim", "carer")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        book.do(fails)
    assert _lines(book) == before


def test_e11_what_cannot_be_told_does_not_happen(book: Book) -> None:
    """A log in which a line stands where the next one must come, as after a fault."""
    with book.store.writing() as session:
        session.run("DROP TRIGGER audit_goes_on", ())
        session.run(f"CREATE TRIGGER no_room BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, '{TOLD}'); END", ())
    before = book.rows("SELECT count(*) FROM change")
    with pytest.raises((Refused, StoreError)):
        book.somebody("Karim")
    assert book.rows("SELECT count(*) FROM change") == before


@pytest.mark.parametrize("sql", [
    "UPDATE audit SET person = 'nobody'", "DELETE FROM audit",
    "INSERT OR REPLACE INTO audit SELECT * FROM audit",
    f"INSERT INTO audit (plan_id, number, {_COLUMNS}) SELECT plan_id, number + 5, {_COLUMNS} FROM audit",
])
def test_e11_no_line_is_changed_removed_or_put_between(book: Book, sql: str) -> None:
    before = _lines(book)
    with pytest.raises(Refused), book.store.writing() as session:
        session.run(sql, ())
    assert _lines(book) == before and _check(book).sound


FORGED = {
    "changed": "UPDATE audit SET person = 'nobody' WHERE number = {n}",
    "refused is done": "UPDATE audit SET outcome = 'failed' WHERE number = {n}",
    "removed": "DELETE FROM audit WHERE number = {n}",
    "removed with its gap":
        "DELETE FROM audit WHERE number = {n}; UPDATE audit SET number = -number WHERE number > {n};"
        " UPDATE audit SET number = -number - 1 WHERE number < 0",
    "twice": f"INSERT INTO audit (plan_id, number, {_COLUMNS})"
    f" SELECT plan_id, 1 + (SELECT max(number) FROM audit), {_COLUMNS} FROM audit WHERE number = {{n}}",
    "moved": "UPDATE audit SET number = 99 WHERE number = {n}; UPDATE audit SET number = {n} WHERE number = {m};"
    " UPDATE audit SET number = {m} WHERE number = 99",
}


@pytest.mark.parametrize("how", FORGED)
@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("seal", KEYS, ids=["open", "locked"])
def test_a_line_that_was_changed_removed_added_or_moved_is_found(
    book: Book, how: str, number: int, seal: AuditSeal
) -> None:
    """By somebody who has the file open and took the triggers away; also the last line, off the end."""
    book.store.seal = seal
    for _ in range(4):
        _look(book)
    if seal.key:  # what was told before the file had a key begins the next chain
        assert [line.event for line in _lines(book)][:2] == ["begin", "new-key"]
    count = len(_lines(book))
    number = min(number, count) if number < 5 else count
    assert _check(book).sound
    _by_hand(book, FORGED[how].format(n=number, m=2 if number != 2 else 3))
    found = _check(book)
    assert found.wrong_line is not None
    assert found.wrong_line in {min(number, 2), number, count + 1} or how == "moved"


def _by_hand(book: Book, script: str) -> None:
    with book.store.writing() as session:
        for trigger in ("audit_stays", "audit_is_kept", "audit_goes_on"):
            session.run(f"DROP TRIGGER {trigger}", ())
        session.run("PRAGMA ignore_check_constraints = ON", ())
        for statement in script.split(";"):
            session.run(statement, ())


@pytest.mark.parametrize(("sql", "wrong"), [
    ("UPDATE change SET after = '{}' WHERE seq = 3", 3),
    ("DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)", 4),
    (f"INSERT INTO change SELECT {_MADE.format(n=5)} FROM change WHERE seq = 4", 5),
])
def test_a_change_that_was_written_behind_the_log_is_found(book: Book, sql: str, wrong: int) -> None:
    book.somebody("Karim")
    book.somebody("Sanne")
    with book.store.writing() as session:
        session.run(sql, ())
    assert _check(book) == AuditCheck(_last(book).seal, None, wrong)


def test_the_chain_of_a_new_key_holds_that_of_the_former_one_together(book: Book) -> None:
    """Two new keys: the lines under the first one are still looked at, and none of them can be replaced."""
    for seal in (AuditSeal.of_file(b"1" * 32), AuditSeal.of_file(b"2" * 32)):
        with book.store.writing() as session:
            _renewed(session, book, book.store.seal, seal)
        book.store.seal = seal
        _look(book)
    assert _check(book).sound and len({line.chain for line in _lines(book)}) == 3
    _by_hand(book, "UPDATE audit SET at = '2025-03-03T09:00:00.000Z' WHERE number = 3")
    assert _check(book).wrong_line == 3


def _renewed(session: Transaction, book: Book, old: AuditSeal, new: AuditSeal) -> None:
    former = old.key.hex() or None
    append(session, [AuditEntry(book.plan, "2026-03-03T09:00:00.000Z", "new-key", what=former)], new)


def test_another_key_than_that_of_the_file_seals_nothing(book: Book) -> None:
    book.store.seal = AuditSeal.of_file(b"1" * 32)
    _look(book)
    book.store.seal = AuditSeal.of_file(b"2" * 32)
    assert _check(book).wrong_line is not None


def test_a_log_that_was_thrown_away_is_missed(book: Book) -> None:
    _by_hand(book, "DELETE FROM audit; DELETE FROM audit_head")
    assert _check(book) == AuditCheck("", 1, 1)


def test_the_lines_have_the_columns_of_their_table_and_each_event_an_action() -> None:
    assert columns_of(AuditRow) == ("plan_id", *AuditLine._fields)
    assert {action_of(event) for event in EVENTS} == {"C", "R", "U", "D", "E"}
    assert repr(AuditSeal.of_file(b"1" * 32)) == "AuditSeal()"
