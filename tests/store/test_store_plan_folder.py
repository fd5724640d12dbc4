"""One plan in a locked file of its own: opening it, its lock, and what stands in its way (battery B01, B02, K2, K6)."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from sqlcipher3 import dbapi2

from tests.tools.book import Book, Clock
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui.errors import KeysDamaged, NoKey, NotFound, StoreDamaged, StoreReadOnly
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import read_slots, write_slots
from zlp_tui.plan.tables.client import people, plans
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import transaction
from zlp_tui.store.own_files.plan_folder import FILE, make_plan, open_plan, plans_in, unlocked
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store

ANNIE, SANNE = KeyPair(b"a" * 32), KeyPair(b"s" * 32)
ASKED = {"topic": "two-minutes", "step": "two-minutes", "prompt": "Wat moet ik weten?"}


def _id() -> str:
    return str(uuid4())


def _make(folder: Path) -> str:
    """A plan of Annie, to which only she has a key."""
    plan = _id()
    ids = iter([plan])

    def fill(made: dbapi2.Connection) -> None:
        with transaction(made, "BEGIN") as session:
            plans.start(
                session, name="Annie de Vries", at=Clock().now, today=Clock().now.date(),
                new_id=lambda: next(ids, _id()),
            )

    make_plan(folder, plan, [ANNIE.public], _id, fill)
    return plan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    return _make(tmp_path)


@pytest.fixture
def book(tmp_path: Path, plan: str) -> Iterator[Book]:
    with closing(_open(tmp_path, plan)) as store:
        book = Book(store, tmp_path / plan / FILE, Clock(), plan)
        book.client = book.by = book.view.client
        yield book


def _open(folder: Path, plan: str, keys: KeyPair = ANNIE) -> Store:
    return open_plan(folder, plan, keys, clock=Clock())


def _edit(folder: Path, plan: str, sql: str) -> None:
    """Change the file as somebody does who has the key and another program."""
    file = unlocked(folder, plan, ANNIE)
    with closing(connect(file.path, file.key)) as connection:
        connection.execute(sql)


def test_what_is_said_stands_in_the_plan_for_who_has_a_key(book: Book, tmp_path: Path) -> None:
    book.do(statements.add_statement, text="Ik drink koffie.", **ASKED)
    book.store.close()
    with closing(_open(tmp_path, book.plan)) as again:
        (said,) = Book(again, book.path, Clock(), book.plan).view.statements
        assert said.text == "Ik drink koffie."
    assert b"koffie" not in book.path.read_bytes()
    with pytest.raises(NoKey):
        _open(tmp_path, book.plan, SANNE)


def test_a_key_that_is_given_opens_the_plan_and_one_that_is_taken_does_not(tmp_path: Path, plan: str) -> None:
    file = unlocked(tmp_path, plan, ANNIE)
    slots = read_slots(tmp_path / plan, plan)
    write_slots(tmp_path / plan, slots.with_slot(slots.keys[0].salt, file.key, SANNE.public, _id))
    _open(tmp_path, plan, SANNE).close()
    write_slots(tmp_path / plan, read_slots(tmp_path / plan, plan).without(SANNE.public))
    with pytest.raises(NoKey):
        _open(tmp_path, plan, SANNE)


def test_two_windows_work_on_two_plans_and_one_writes_each(tmp_path: Path) -> None:
    one, other = _make(tmp_path), _make(tmp_path)
    with closing(_open(tmp_path, one)) as first, closing(_open(tmp_path, one)) as second, closing(
        _open(tmp_path, other)
    ) as third:
        claims = [PlanClaim(first, one), PlanClaim(second, one), PlanClaim(third, other)]
        assert [claim.take() for claim in claims] == [True, False, True]
        with pytest.raises(StoreReadOnly), claims[1].writing():
            pass
        claims[0].release()
        assert claims[1].take()
        for claim in claims:
            claim.release()


@pytest.mark.parametrize("sql", [
    "CREATE TRIGGER x AFTER INSERT ON statement BEGIN UPDATE statement SET text = 'x'; END",
    "CREATE VIEW v AS SELECT * FROM statement",
    "CREATE TABLE more (a)",
    "CREATE INDEX ix_more ON statement (text)",
    "DROP TRIGGER edition_stays",
    "DROP INDEX ix_person_found",
])
def test_an_object_that_is_not_ours_is_refused_before_it_runs(tmp_path: Path, plan: str, sql: str) -> None:
    """K6."""
    _edit(tmp_path, plan, sql)
    with pytest.raises(StoreDamaged):
        _open(tmp_path, plan)


def test_the_file_of_another_plan_is_refused(tmp_path: Path, plan: str) -> None:
    """With its keys beside it or without."""
    other = _make(tmp_path)
    shutil.copy(tmp_path / other / FILE, tmp_path / plan / FILE)
    with pytest.raises(KeysDamaged):
        _open(tmp_path, plan)
    shutil.copy(tmp_path / other / "slots.json", tmp_path / plan / "slots.json")
    with pytest.raises(KeysDamaged):
        _open(tmp_path, plan)


def test_damage_is_told_as_damage(tmp_path: Path, plan: str) -> None:
    """B01, B02: never a wrong key, never a new plan. What stands of it stays as it is."""
    whole = (tmp_path / plan / FILE).read_bytes()
    flipped = bytearray(whole)
    flipped[100] ^= 1
    for content in (b"", whole[:5000], b"\x00" * 40_000, bytes(flipped), whole[:16] + b"x" * 4080 + whole[4096:]):
        (tmp_path / plan / FILE).write_bytes(content)
        with pytest.raises(StoreDamaged):
            _open(tmp_path, plan)
        assert (tmp_path / plan / FILE).read_bytes() == content
    (tmp_path / plan / FILE).unlink()
    with pytest.raises(StoreDamaged):
        _open(tmp_path, plan)
    assert not (tmp_path / plan / FILE).exists()


NOT_HERE = "8f7a3a86-7d4d-4fc1-b9a4-a6e5d3f3a1c1"


@pytest.mark.parametrize("name", ["", "..", NOT_HERE, NOT_HERE.upper()])
def test_what_is_no_plan_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        _open(tmp_path, name)


def test_a_file_that_is_replaced_while_it_is_open_is_kept_apart_and_locked(book: Book, tmp_path: Path) -> None:
    """K2: what was open stands in a file of its own, that the key of the plan opens and nothing else does."""
    book.do(people.add, "Sanne", "family")
    shutil.copy(book.path, tmp_path / "copy")
    (tmp_path / "copy").replace(book.path)
    with pytest.raises(StoreReadOnly):
        book.do(people.add, "Karim", "carer")
    (kept,) = book.path.parent.glob("plan.db.kept-*")
    assert b"SQLite format" not in kept.read_bytes() and kept.stat().st_mode & 0o777 == 0o600
    book.store.close()
    with closing(connect(kept, unlocked(tmp_path, book.plan, ANNIE).key, mode="ro")) as connection:
        assert connection.execute("SELECT count(*) FROM person WHERE name = 'Sanne'").fetchone() == (1,)


def test_killed_while_it_is_made_there_is_a_plan_or_none(tmp_path: Path) -> None:
    """K1: half a one is never listed."""
    _make(tmp_path / "warm")
    made = 0
    folder = tmp_path / "plans"
    for moment in moments(lines_in(lambda: _make(tmp_path / "counted"))):
        kill_at(lambda: _make(folder), moment)
        found = plans_in(folder)
        for plan in found[made:]:
            _open(folder, plan).close()
        made = len(found)
    assert made


def test_a_full_disk_makes_no_half_plan(tmp_path: Path) -> None:
    """K1: a real limit on the size of a file, in a process of its own."""
    _make(tmp_path / "warm")
    for size in (20_000, 100_000, 200_000, 280_000):
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            try:
                _make(tmp_path / "plans")
            except BaseException:  # noqa: BLE001 - what it leaves behind is looked at
                os._exit(1)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
        assert plans_in(tmp_path / "plans") == ()
