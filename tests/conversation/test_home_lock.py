"""Which way plans are kept follows from who holds a key here; and whoever does is asked before anything opens."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from tests.tools.killed import kill_at, lines_in, moments
from tests.tools.locked import front_of, locked_home
from tests.tools.table import Ticking, open_door
from zlp_tui.conversation.ports.keyholding import KeyholderName, Locked, NoKeyholder, PlanLock, Unlocked
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import Refused, StoreError, WrongPassphrase
from zlp_tui.keys.atomic_file import being_made
from zlp_tui.keys.derivation import LEAST
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.places import plans_folder
from zlp_tui.store.lists.plan_list_rows import rows_in
from zlp_tui.store.own_files.give_key import give_key
from zlp_tui.store.own_files.plan_folder import plans_in
from zlp_tui.store.plan_stores import OneFile, OwnFiles

WORDS, OTHERS = "lepel wolk fiets zomer", KeyPair(b"o" * 32)


def home_lock(home: Path) -> HomeLock:
    """The lock of a home, with passphrases that cost nothing."""
    return HomeLock(home, clock=Ticking(), new_id=lambda: str(uuid4()), cost=LEAST)


def test_without_a_keyholder_all_plans_are_in_one_file(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    assert lock.state() == NoKeyholder(has_plans=False) and not lock.has_plans_to_move
    with closing(lock.stores()) as stores:
        assert isinstance(stores, OneFile)
    assert lock.state() == NoKeyholder(has_plans=True) and lock.has_plans_to_move


def test_nobody_makes_a_first_keyholder_beside_another(tmp_path: Path) -> None:
    """Two windows on an empty home: the second one is told, and has the lock of the first one at the next start."""
    first, second = home_lock(tmp_path), home_lock(tmp_path)
    first.make_keyholder("Sanne", WORDS)
    with pytest.raises(Refused):
        second.make_keyholder("Karim", WORDS)
    assert [name for _, name in _holders(second)] == ["Sanne"]


def test_what_a_kill_left_is_gone_at_the_next_start(tmp_path: Path) -> None:
    """Of a plan that was begun, of its keys, and of the list; never what another window is making."""
    lock = locked_home(tmp_path)
    plan, left = _begin(tmp_path, lock), set()

    def act() -> None:
        _begin(tmp_path, lock)
        give_key(plans_folder(tmp_path), plan, lock.who.keys, OTHERS.public, lambda: str(uuid4()), Ticking())

    for moment in moments(lines_in(act), 12):
        kill_at(act, moment)
        left |= _left(tmp_path)
        with closing(lock.stores(durable=False)) as stores:
            stores.store_of(plan)
        assert _left(tmp_path) == set()
    assert left
    making = plans_folder(tmp_path) / ".new-of-another-window"
    with being_made(making):
        making.mkdir()
        lock.stores().close()
        assert making.is_dir()


def _begin(home: Path, lock: HomeLock) -> str:
    with closing(front_of(home, lock)) as front:
        return front.new_plan("Annie de Vries")


def _left(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*") if path.name.startswith(".")}


def test_a_keyholder_unlocks_and_the_plans_of_before_are_moved(tmp_path: Path) -> None:
    with closing(open_door(tmp_path, Ticking())) as front:
        plans = [front.new_plan(name) for name in ("Annie de Vries", "Bram Vos")]
    lock, told = home_lock(tmp_path), list[tuple[int, int]]()
    code = lock.make_keyholder("Sanne", WORDS)
    assert sorted(lock.move(lambda moved, of: told.append((moved, of)))) == sorted(plans)
    assert told == [(0, 2), (1, 2)] and not lock.has_plans_to_move
    assert set(plans_in(plans_folder(tmp_path))) == set(plans)
    assert [path.name for path in lock.unlocked_copies()] == ["plans.db.moved"]
    assert lock.remove_unlocked_copies() and not lock.unlocked_copies()

    again: PlanLock = (other := home_lock(tmp_path))
    ((holder, name),) = _holders(again)
    assert name == "Sanne"
    with pytest.raises(StoreError):
        other.stores()
    with pytest.raises(WrongPassphrase):
        again.unlock(holder, "lepel wolk fiets winter")
    again.unlock(holder, "  LEPEL wolk fiets  zomer ")
    assert again.state() == Unlocked(KeyholderName(holder, "Sanne"))
    with closing(other.stores()) as stores, stores.listing() as session:
        assert isinstance(stores, OwnFiles)
        assert sorted(row.name for row in rows_in(session)) == ["Annie de Vries", "Bram Vos"]
    again.change_passphrase("andere woorden zijn ook goed")
    again.lock()
    assert isinstance(again.state(), Locked)
    again.recover(holder, " ".join(code.groups).lower())
    assert isinstance(again.state(), Unlocked)
    assert again.new_code().groups != code.groups


def _holders(lock: PlanLock) -> tuple[KeyholderName, ...]:
    state = lock.state()
    assert isinstance(state, Locked)
    return state.holders


def test_two_keyholders_are_told_apart_by_their_names(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    lock.make_keyholder("Sanne", WORDS)
    for name, words in (("sanne", WORDS), ("", WORDS), ("Karim", "kort")):
        with pytest.raises(Refused):
            lock.make_keyholder(name, words)
    with pytest.raises(Refused):
        lock.require_passphrase("kort")
    assert len(lock.suggested_passphrase().split()) == 4


def test_asking_whether_plans_are_locked_loads_nothing_heavy(tmp_path: Path) -> None:
    home_lock(tmp_path).make_keyholder("Sanne", WORDS)
    script = (
        "import sys, pathlib, datetime\n"
        "from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock\n"
        "state = HomeLock(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now, new_id=str).state()\n"
        "assert state.holders[0].name == 'Sanne'\n"
        "print([name for name in ('nacl', 'sqlcipher3', 'sqlalchemy', 'pydantic') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
