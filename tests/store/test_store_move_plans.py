"""Moving plans from the one file to files of their own: all of them, each as it was, whenever it is stopped."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest

from tests.tools.book import Clock, new_book
from tests.tools.killed import kill_at, lines_in, moments
from tests.tools.readers import READERS
from zlp_tui.errors import StoreBusy, StoreDamaged, StoreError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.places import plans_folder, store_file
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import PlanView
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.file_reader import reading_file
from zlp_tui.store.own_files.move_plans import Moved, move_plans, remove_moved
from zlp_tui.store.own_files.plan_folder import open_plan, plans_in, unlocked
from zlp_tui.store.store import open_store

KEYS = KeyPair(b"k" * 32)
ASKED = {"topic": "two-minutes", "step": "two-minutes", "prompt": "Wat moet ik weten?"}
RELEASED = Path(__file__).with_name("released")


def _move(home: Path) -> Moved:
    return move_plans(store_file(home), plans_folder(home), KEYS, clock=Clock(), new_id=lambda: str(uuid4()))


def _views(home: Path) -> dict[str, PlanView]:
    """What the one file says of each plan."""
    with reading_file(store_file(home)) as session:
        assert session is not None
        plans = [plan for (plan,) in session.run("SELECT plan_id FROM plan", ())]
        return {plan: load_view(session, plan, READERS, every_note=True) for plan in plans}


def _moved_views(home: Path) -> dict[str, PlanView]:
    views = {}
    for plan in plans_in(plans_folder(home)):
        with closing(open_plan(plans_folder(home), plan, KEYS, clock=Clock())) as store, store.reading() as session:
            views[plan] = load_view(session, plan, READERS, every_note=True)
    return views


@cache
def _three_plans() -> bytes:
    with TemporaryDirectory() as folder:
        with new_book(Path(folder)) as book:
            for name in ("Bram Vos", "Müller, Greet"):
                book.do(statements.add_statement, text="Ik drink koffie.", **ASKED)
                book.start(name)
        return store_file(Path(folder)).read_bytes()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store_file(tmp_path).write_bytes(_three_plans())
    return tmp_path


@pytest.mark.parametrize("schema", [1, 2])
def test_every_released_file_is_moved_with_all_that_was_said(tmp_path: Path, schema: int) -> None:
    store_file(tmp_path).write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    said = _views(tmp_path)
    moved = _move(tmp_path)
    assert sorted(moved.plans) == sorted(said) and _moved_views(tmp_path) == said
    assert not store_file(tmp_path).exists() and moved.kept is not None and moved.kept.exists()
    for plan in said:
        file = unlocked(plans_folder(tmp_path), plan, KEYS)
        assert [found.what for found in check(file.path, file.key) if not found.sound] == []


def test_no_word_can_be_read_in_what_is_made(home: Path) -> None:
    """E01, and names of clients: what stands in the clear is the file of before, until it is confirmed."""
    _move(home)
    made = b"".join(path.read_bytes() for path in plans_folder(home).rglob("*") if path.is_file())
    for word in ("koffie", "Vos", "Annie", "CREATE TABLE"):
        assert word.encode() not in made and word.encode("utf-16-le") not in made
    assert {path.stat().st_mode & 0o777 for path in plans_folder(home).rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (plans_folder(home), *plans_folder(home).iterdir())} == {0o700}


def test_the_file_of_before_goes_when_the_user_says_so(home: Path) -> None:
    with pytest.raises(StoreError):
        remove_moved(store_file(home))
    _move(home)
    assert [path.name for path in remove_moved(store_file(home))] == ["plans.db.moved"]
    assert len(_moved_views(home)) == 3


def test_moving_again_moves_nothing(home: Path) -> None:
    _move(home)
    assert _move(home) == Moved((), None)


def test_a_file_that_is_put_back_is_not_laid_over_what_was_said_since(home: Path) -> None:
    _move(home)
    plan = plans_in(plans_folder(home))[0]
    with closing(open_plan(plans_folder(home), plan, KEYS, clock=Clock())) as store, store.writing() as session:
        session.run("UPDATE plan SET goes_on_at = 'future' WHERE plan_id = ?", (plan,))
    later = _moved_views(home)
    store_file(home).write_bytes(_three_plans())
    with pytest.raises(StoreDamaged):
        _move(home)
    assert _moved_views(home) == later and store_file(home).exists()


def test_nothing_moves_while_another_window_has_the_file_open(home: Path) -> None:
    with closing(open_store(store_file(home), clock=Clock())) as other, other.reading(), pytest.raises(StoreBusy):
        _move(home)
    assert plans_in(plans_folder(home)) == () and len(_views(home)) == 3


def test_a_value_that_cannot_be_read_stays_with_its_plan(home: Path) -> None:
    """K4: one plan does not keep the others from moving."""
    with closing(connect(store_file(home))) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE plan SET talked_on = '2026-02-3O' WHERE number = 1")
    assert len(_move(home).plans) == 3


def test_killed_anywhere_each_plan_is_in_a_file_that_is_used(home: Path) -> None:
    """Ten moments of moving three plans; then moving goes on."""
    said, act = _views(home), _moving(home)
    kept = home.with_name("kept")
    shutil.copytree(home, kept)
    _move(home)  # what is made once in a process is made by now
    _put_back(kept, home)
    stopped = 0
    for moment in moments(lines_in(act), 10):
        _put_back(kept, home)
        stopped += kill_at(act, moment)
        if store_file(home).exists():
            assert _views(home) == said
        else:
            assert _moved_views(home) == said
        _move(home)
        assert _moved_views(home) == said and not list(plans_folder(home).glob(".new-*"))
    assert stopped >= 8


def _put_back(kept: Path, home: Path) -> None:
    shutil.rmtree(home)
    shutil.copytree(kept, home)


def _moving(home: Path) -> Callable[[], object]:
    return lambda: _move(home)



def test_killed_at_each_line_that_brings_schema_2_up_to_date_the_move_goes_on(tmp_path: Path) -> None:
    """The file is the old one or the new one, whole; moving itself is stopped above."""
    import zlp_tui.store.files.migrate  # noqa: F401 - so that not each process loads it

    kept, home, line = tmp_path / "kept", tmp_path / "home", 1
    kept.mkdir()
    store_file(kept).write_bytes(gzip.decompress((RELEASED / "schema-2.db.gz").read_bytes()))
    said = _texts(store_file(kept), None)
    shutil.copytree(kept, home)
    while kill_at(_moving(home), line, within="migrate"):
        assert _texts(store_file(home), None) == said
        _put_back(kept, home)
        line += 1
    assert line > 15
    views = _views(kept)
    _move(home)
    assert _moved_views(home) == views and not list(home.rglob("*.new*"))


def _texts(file: Path, key: bytes | None) -> list[str]:
    """What was said, in a file that is whole."""
    with closing(connect(file, key, mode="ro")) as connection:
        assert connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        return sorted(text for (text,) in connection.execute("SELECT text FROM statement"))
