"""Opening the file: made whole and for the owner only, STRICT throughout, and nothing foreign is touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreDamaged, StoreError, StoreNewer, StoreReadOnly
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.tables.client import people
from zlp_tui.store.files.connection import FIXED_WAL, SCHEMA, connect
from zlp_tui.store.files.driver_transaction import driver_of
from zlp_tui.store.files.file_header import APPLICATION_ID
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import open_store

INDEX_OF_NAMES = {f"client_name{part}" for part in ("", "_data", "_idx", "_content", "_docsize", "_config")}


def test_every_table_is_strict_and_nothing_else_is_there(book: Book) -> None:
    made = {str(name): str(sql) for name, sql in book.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")}
    strict = {name for name, sql in made.items() if sql.rstrip().endswith("STRICT")}
    assert strict == {*METADATA.tables, "alembic_version"}
    assert set(made) - strict == INDEX_OF_NAMES
    assert all("CONSTRAINT" in made[name] for name in strict)
    listed = book.rows("SELECT name FROM pragma_table_list WHERE strict AND schema = 'main'")
    assert {name for (name,) in listed} == strict


def test_a_value_of_another_type_or_outside_a_list_is_refused_by_the_file_itself(book: Book) -> None:
    with book.store.writing() as session:
        run = driver_of(session).execute
        for wrong in (
            "UPDATE person SET version = 'two'", "UPDATE person SET kind = 'boss'", "UPDATE person SET name = ''",
            "UPDATE plan SET address = 'jij'", "UPDATE plan SET drawn_up_with = '{}'", "UPDATE change SET seq = 0",
            "UPDATE change SET at = '2026-03-03 09:00'", "UPDATE change SET on_date = '3 maart'",
        ):
            with pytest.raises(Exception, match=r"constraint failed|cannot store"):
                run(wrong)


def test_the_settings_of_a_connection_are_those_decided(book: Book) -> None:
    book.store.close()
    book.store = open_store(book.path, clock=book.clock)
    expected = {
        "foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 250, "trusted_schema": 0,
        "cell_size_check": 1, "secure_delete": 1, "temp_store": 2, "application_id": APPLICATION_ID,
        "user_version": SCHEMA,
    }
    assert {name: book.rows(f"PRAGMA {name}")[0][0] for name in expected} == expected
    assert dbapi2.sqlite_version_info >= FIXED_WAL


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_e13_only_the_owner_can_read_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = open_store(tmp_path / "home" / "plans.db", clock=Clock())
        claim = PlanClaim(store, "plan")
        assert claim.take()
        with store.writing() as session:
            session.run("UPDATE plan SET version = 1", ())
    finally:
        os.umask(before)
    home = tmp_path / "home"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in home.iterdir()} == {0o600}
    claim.release()
    store.close()
    assert sorted(file.name for file in home.iterdir()) == ["plans.db", "plans.db.lock"]


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    open_store(path, clock=Clock()).close()
    path.chmod(0o644)
    with closing(open_store(path, clock=Clock())) as store, store.reading() as session:
        assert session.run("SELECT * FROM plan", ()) == []
        assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("plans.db*")} == {0o600}, "its log too"


def test_opening_puts_no_log_away_that_a_window_left_when_it_was_killed(book: Book, tmp_path: Path) -> None:
    """It waits for the disk, and the file was opened twice for it: between Enter at home and the picture of a plan."""
    book.do(people.add, "Sanne", "family")
    left = tmp_path / "left"
    left.mkdir(mode=0o700)
    for name in (book.path.name, f"{book.path.name}-wal"):
        shutil.copy2(book.path.with_name(name), left / name)
    log = left / f"{book.path.name}-wal"
    size = log.stat().st_size
    with closing(open_store(left / book.path.name, clock=book.clock)) as store:
        with store.reading() as session:
            assert ("Sanne",) in session.run("SELECT name FROM person", ())
        assert log.stat().st_size == size > 0
    assert not log.exists()


def test_the_key_opens_what_was_kept_with_it_and_nothing_else_does(tmp_path: Path) -> None:
    path, key = tmp_path / "plans.db", bytes(range(32))
    book = Book(open_store(path, key, clock=Clock()), path, Clock())
    book.start("Geheime Naam")
    book.store.close()
    assert b"Geheime" not in path.read_bytes()
    for wrong in (None, bytes(32)):
        with pytest.raises(StoreDamaged):
            open_store(path, wrong, clock=Clock())
    assert [row.name for row in plan_list_rows(path, key)] == ["Geheime Naam"]


def a_text(path: Path) -> None:
    path.write_text("Lieve mam, ")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    other = path.with_name("other.db")
    open_store(other, clock=Clock()).close()
    path.symlink_to(other)


def another_programs(path: Path) -> None:
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA application_id = 252006673")
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()


def nothing_in_it(path: Path) -> None:
    path.touch()


def garbage_in_the_head(path: Path) -> None:
    open_store(path, clock=Clock()).close()
    path.write_bytes(b"\xff" * 100 + path.read_bytes()[100:])


def only_its_log(path: Path) -> None:
    path.with_name("plans.db-wal").write_bytes(b"something")


@pytest.mark.parametrize("make", [
    a_text, a_folder, a_pipe, a_link, another_programs, nothing_in_it, garbage_in_the_head, only_its_log,
], ids=lambda make: make.__name__)
def test_b01_b02_b04_what_is_not_ours_or_is_empty_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "plans.db"
    make(path)
    before = fingerprint(tmp_path)
    for look in (lambda: open_store(path, clock=Clock()), lambda: plan_list_rows(path)):
        with pytest.raises(StoreDamaged) as refused:
            look()
        assert "plans.db" in str(refused.value)
    assert fingerprint(tmp_path) == before


def test_b05_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    open_store(path, clock=Clock()).close()
    newer = connect(path)
    newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    newer.close()
    before = fingerprint(tmp_path)
    with pytest.raises(StoreNewer) as refused:
        open_store(path, clock=Clock())
    assert refused.value.values == {"file": "plans.db", "version": SCHEMA + 1}
    assert fingerprint(tmp_path) == before


def test_b02_any_flipped_bit_is_found_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    book = Book(open_store(path, clock=Clock()), path, Clock())
    book.start()
    book.store.close()
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 100):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
        try:
            book.store = open_store(path, clock=Clock())
            assert book.view.id == book.plan
        except StoreError:
            pass
        finally:
            book.store.close()
            path.with_name("plans.db-wal").unlink(missing_ok=True)
            path.with_name("plans.db-shm").unlink(missing_ok=True)


def test_no_file_and_reading_only_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "home" / "plans.db"
    assert plan_list_rows(path) == ()
    with pytest.raises(StoreReadOnly):
        open_store(path, clock=Clock(), read_only=True)
    assert not path.parent.exists()


def test_a_file_that_was_half_made_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "plans.db.new").write_bytes(b"half")
    store = open_store(tmp_path / "plans.db", clock=Clock())
    assert not store.read_only
    store.close()
    assert not (tmp_path / "plans.db.new").exists()


def fingerprint(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file in a folder by when it changed and what is in it."""
    return {
        file.name: (file.lstat().st_mtime_ns, hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "")
        for file in folder.iterdir()
    }


def test_plans_to_practise_with_wait_for_no_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path / "plans.db", clock=Clock(), durable=False)
    with store.reading() as session:
        assert session.run("PRAGMA synchronous", ()) == [(0,)]
    store.close()
