"""Whatever a window does beside a plan that it has open, its locks on the file stay.

POSIX takes all locks of a process from a file when that process closes any handle on it: another could then put the log
of the file away while a window writes, which damages it (sqlite.org/howtocorrupt §2.2).
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.store.test_store_plan_folder import ANNIE, SANNE, _id, _make, _open
from tests.tools.book import Clock
from zlp_tui.errors import StoreBusy, ZlpError
from zlp_tui.keys.slots import read_slots
from zlp_tui.store.check import check
from zlp_tui.store.files.file_header import holds_plans
from zlp_tui.store.files.file_reader import reading_file
from zlp_tui.store.files.open_file import OpenedFile, keep_as_it_is
from zlp_tui.store.kept_copies.copies import make_copy, opened_copy
from zlp_tui.store.kept_copies.restore_copy import is_damaged, restore_copy
from zlp_tui.store.lists.plan_index import reading_index
from zlp_tui.store.own_files import erase_plan as erasing
from zlp_tui.store.own_files.check_own_files import check_plan
from zlp_tui.store.own_files.give_key import give_key
from zlp_tui.store.own_files.hand_over import hand_over
from zlp_tui.store.own_files.move_plans import move_plans
from zlp_tui.store.own_files.plan_folder import FILE, salt_of, unlocked
from zlp_tui.store.own_files.renew_key import confirm_key, renew_key
from zlp_tui.store.store import open_store

fcntl = pytest.importorskip("fcntl")

_SHARED, _OF_SHARED = 0x40000002, 510
"""Where SQLite locks a file that is being read."""


def _is_locked(path: Path) -> bool:
    """Whether another process is kept from having the file for itself."""
    child = os.fork()
    if child == 0:
        handle = os.open(path, os.O_RDWR)
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _OF_SHARED, _SHARED)
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def _copied(home: Path, plan: str) -> None:
    with closing(_open(home, plan)) as store, store.apart() as file:
        make_copy(file, plan, read_slots(home / plan, plan), home / "copies", at=Clock().now, why="asked", new_id=_id)


def _gone_back(home: Path, plan: str) -> None:
    with closing(_open(home, plan)) as store, store.apart() as file:
        copy = make_copy(
            file, plan, read_slots(home / plan, plan), home / "copies", at=Clock().now, why="asked", new_id=_id
        )
    with suppress(StoreBusy):
        restore_copy(home, plan, ANNIE, opened_copy(copy, plan, ANNIE), clock=Clock(), new_id=_id)


def _renewed(home: Path, plan: str) -> None:
    with suppress(StoreBusy):
        renew_key(home, plan, ANNIE, [ANNIE.public], clock=Clock(), new_id=_id)


def _listed(home: Path, plan: str) -> None:
    holder = home / "holder"
    holder.mkdir()
    with reading_index(holder, home, ANNIE) as plans:
        assert not plans.troubles


def _looked_at(home: Path, plan: str) -> None:
    with suppress(ZlpError):
        holds_plans(home / plan / FILE)  # as one that has no lock


def _erased(home: Path, plan: str) -> None:
    with suppress(StoreBusy):
        erasing.finish_erasing([home], home / "erased")


_ACTS: dict[str, Callable[[Path, str], object]] = {
    "unlock": lambda home, plan: unlocked(home, plan, ANNIE),
    "salt": lambda home, plan: salt_of(home / plan / FILE),
    "open again": lambda home, plan: _open(home, plan).close(),
    "look": _looked_at,
    "check": lambda home, plan: check_plan(home, plan, ANNIE),
    "list": _listed,
    "give a key": lambda home, plan: give_key(home, plan, ANNIE, SANNE.public, _id, Clock()),
    "take a key": _renewed,
    "confirm a key": lambda home, plan: confirm_key(home, plan),
    "hand over": lambda home, plan: hand_over(home, plan, ANNIE, home / "to.zlp", [SANNE.public], _id, Clock()),
    "copy": _copied,
    "is it damaged": lambda home, plan: is_damaged(home, plan, ANNIE),
    "go back": _gone_back,
    "erase": _erased,
}


@pytest.mark.parametrize("act", _ACTS)
def test_the_locks_of_a_plan_that_is_open_stay(tmp_path: Path, act: str) -> None:
    plan = _make(tmp_path)
    with closing(_open(tmp_path, plan)) as store, store.reading() as session:
        session.run("SELECT count(*) FROM plan", ())
        assert _is_locked(tmp_path / plan / FILE)
        _ACTS[act](tmp_path, plan)
        assert _is_locked(tmp_path / plan / FILE)
    assert not _is_locked(tmp_path / plan / FILE)


@pytest.mark.parametrize("act", ["look", "read", "check", "open again", "move"])
def test_the_locks_of_an_open_file_stay(tmp_path: Path, act: str) -> None:
    file = tmp_path / "plans.db"

    def move() -> None:
        with suppress(StoreBusy):
            move_plans(file, tmp_path / "plans", ANNIE, clock=Clock(), new_id=_id)

    def read() -> None:
        with reading_file(file):
            pass

    acts: dict[str, Callable[[], object]] = {
        "look": lambda: holds_plans(file), "read": read, "check": lambda: check(file),
        "open again": lambda: open_store(file, clock=Clock()).close(), "move": move,
    }
    with closing(open_store(file, clock=Clock())) as store, store.reading() as session:
        session.run("SELECT count(*) FROM plan", ())
        assert _is_locked(file)
        acts[act]()
        assert _is_locked(file)


def test_where_a_file_has_one_name_only_it_is_kept_by_the_connection_that_has_it_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick has no hard links: the copy is opened by the key of now, and nobody could write meanwhile."""

    def refuse(*_names: object) -> None:
        raise PermissionError

    plan = _make(tmp_path)
    file, kept = unlocked(tmp_path, plan, ANNIE), tmp_path / plan / "plan.db.before-now"
    monkeypatch.setattr(os, "link", refuse)
    with closing(_open(tmp_path, plan)) as store, store.apart() as opened:
        opened.connection.execute("SELECT count(*) FROM plan").fetchone()
        keep_as_it_is(file.path, kept, OpenedFile(opened.connection, file.key))
        assert _is_locked(file.path)
    assert salt_of(kept) == salt_of(file.path)
    kept = renew_key(tmp_path, plan, ANNIE, [ANNIE.public], clock=Clock(), new_id=_id)
    assert read_slots(tmp_path / plan, plan).key_of(salt_of(kept), ANNIE) == file.key


OPENED: dict[str, set[str]] = {
    "copies.py": {"copy_again", "fill"},  # a copy, which nobody has open to write
    "create.py": {"create", "_statements"},  # what is being made, and the SQL that makes it
    "file_copy.py": {"write_copy"}, "migrate.py": {"_copy"}, "open_file.py": {"_copy_by"},
    "plan_folder.py": {"make_file"}, "plan_index.py": {"_made"}, "renew_key.py": {"write_anew"},  # what is being made
    "hand_over.py": {"_join", "_lay", "plan_handed_over", "take_in"},  # the file that is handed over
    "restore_copy.py": {"_replace"},  # slots
    "file_objects.py": {"_expected"}, "shared_folder.py": {"_is_on_network"},  # ours, and one of the system
}
"""Where the store opens files itself, by module and function, and why that takes no lock from a plan that is open."""


OPENING = {
    "open", "read_bytes", "write_bytes", "read_text", "write_text", "copyfile", "copy", "lay_private_file",
    "new_private_file",
}


def test_the_store_opens_no_other_file_itself() -> None:
    found: dict[str, set[str]] = {}
    modules = sorted(Path(erasing.__file__).parents[1].rglob("*.py"))
    for module in (module for module in modules if module.parent.name != "versions"):  # these read their own SQL
        tree = ast.parse(module.read_text("utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                if name in OPENING:
                    found.setdefault(module.name, set()).add(function.name)
    assert found == OPENED
