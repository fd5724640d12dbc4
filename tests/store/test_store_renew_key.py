"""A plan gets a new key: who may not open it any more does not, and nothing that was said is lost on the way."""

from __future__ import annotations

import os
import resource
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.store.test_store_plan_folder import ANNIE, SANNE, _id, _make, _open
from tests.tools.book import Book, Clock
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui.errors import NoKey, Refused, StoreBusy, ZlpError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import read_slots, write_slots
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.view import PlanView
from zlp_tui.store.files.connection import connect
from zlp_tui.store.own_files.plan_folder import FILE, salt_of, unlocked
from zlp_tui.store.own_files.renew_key import confirm_key, renew_key


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A plan of Annie, to which she gave Sanne a key."""
    plan = _make(tmp_path)
    key = unlocked(tmp_path, plan, ANNIE).key
    slots = read_slots(tmp_path / plan, plan)
    write_slots(tmp_path / plan, slots.with_slot(slots.keys[0].salt, key, SANNE.public, _id))
    return plan


def _renew(folder: Path, plan: str, *may_open: KeyPair) -> Path:
    return renew_key(folder, plan, ANNIE, [keys.public for keys in may_open], clock=Clock(), new_id=_id)


def _view(folder: Path, plan: str, keys: KeyPair = ANNIE) -> PlanView:
    with closing(_open(folder, plan, keys)) as store:
        return Book(store, folder / plan / FILE, Clock(), plan).view


def test_who_has_no_key_any_more_opens_neither_file(tmp_path: Path, plan: str) -> None:
    said, old = _view(tmp_path, plan), unlocked(tmp_path, plan, SANNE)
    kept = _renew(tmp_path, plan, ANNIE)
    assert _view(tmp_path, plan) == said and unlocked(tmp_path, plan, ANNIE).key != old.key
    with pytest.raises(NoKey):
        _open(tmp_path, plan, SANNE)
    slots = read_slots(tmp_path / plan, plan)
    assert slots.key_of(salt_of(kept), ANNIE) == old.key and slots.may_open() == (ANNIE.public,)
    assert confirm_key(tmp_path, plan) == (kept,) and len(read_slots(tmp_path / plan, plan).keys) == 1
    assert _view(tmp_path, plan) == said


def test_the_old_key_does_not_open_what_is_said_from_then_on(tmp_path: Path, plan: str) -> None:
    old = unlocked(tmp_path, plan, SANNE)
    _renew(tmp_path, plan, ANNIE)
    with pytest.raises(dbapi2.DatabaseError), closing(connect(old.path, old.key, mode="frozen")) as again:
        again.execute("SELECT count(*) FROM plan")


def test_who_keeps_a_key_keeps_it_and_twice_in_a_row_too(tmp_path: Path, plan: str) -> None:
    said = _view(tmp_path, plan)
    kept = [_renew(tmp_path, plan, ANNIE, SANNE) for _ in range(2)]
    assert _view(tmp_path, plan, SANNE) == said
    slots = read_slots(tmp_path / plan, plan)
    for path in kept:
        key = slots.key_of(salt_of(path), SANNE)
        with closing(connect(path, key, mode="ro")) as connection:
            assert connection.execute("SELECT plan_id FROM plan").fetchall() == [(plan,)]
    assert len(confirm_key(tmp_path, plan)) == 2


def test_the_log_goes_on_under_the_new_key_and_tells_whose_key_was_taken_back(tmp_path: Path, plan: str) -> None:
    """Both former chains are still looked at, and give way to nobody."""
    for may_open in ((ANNIE, SANNE), (ANNIE,)):
        _renew(tmp_path, plan, *may_open)
    with closing(_open(tmp_path, plan)) as store, store.reading() as session:
        told = [(line.event, line.what) for line in lines_of_plan(session, plan) if line.event != "new-key"]
        assert check_log(session, plan, store.seal).sound
    assert told == [("begin", None), ("take-key", SANNE.public.hex())]
    with closing(_open(tmp_path, plan)) as store, store.writing() as session:
        for trigger in ("audit_stays", "audit_is_kept", "audit_goes_on"):
            session.run(f"DROP TRIGGER {trigger}", ())
        session.run("UPDATE audit SET at = '2025-03-03T09:00:00.000Z' WHERE number = 1", ())
        assert check_log(session, plan, store.seal).wrong_line == 1


def test_nobody_locks_themselves_out(tmp_path: Path, plan: str) -> None:
    with pytest.raises(Refused):
        _renew(tmp_path, plan, SANNE)
    _open(tmp_path, plan).close()


def test_while_the_plan_is_open_its_key_stays(tmp_path: Path, plan: str) -> None:
    key = unlocked(tmp_path, plan, ANNIE).key
    with closing(_open(tmp_path, plan)) as store, store.reading(), pytest.raises(StoreBusy):
        _renew(tmp_path, plan, ANNIE)
    assert unlocked(tmp_path, plan, SANNE).key == key


def test_killed_anywhere_the_key_that_is_there_fits_the_file_that_is_there(tmp_path: Path, plan: str) -> None:
    """Twenty moments."""
    said, kept = _view(tmp_path, plan), tmp_path / "kept"
    shutil.copytree(tmp_path / plan, kept)
    count = lines_in(lambda: _renew(tmp_path, plan, ANNIE))
    for moment in moments(count):
        shutil.rmtree(tmp_path / plan)
        shutil.copytree(kept, tmp_path / plan)
        kill_at(lambda: _renew(tmp_path, plan, ANNIE), moment)
        assert _view(tmp_path, plan) == said
        _renew(tmp_path, plan, ANNIE)
        assert _view(tmp_path, plan) == said
        confirm_key(tmp_path, plan)
        assert sorted(path.name for path in (tmp_path / plan).iterdir() if not path.name.endswith(".lock")) == [
            FILE, "slots.json"
        ]


def test_a_full_disk_leaves_the_plan_as_it_was(tmp_path: Path, plan: str) -> None:
    """K1, by a limit on the size of a file, in a process of its own."""
    said = _view(tmp_path, plan)
    for size in (20_000, 150_000, 280_000):
        child = os.fork()
        if child == 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            try:
                _renew(tmp_path, plan, ANNIE)
            except ZlpError:
                os._exit(1)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
        assert _view(tmp_path, plan) == said and _view(tmp_path, plan, SANNE) == said
