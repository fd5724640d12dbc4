"""Killed at any line while keys are written: what was there still opens, or what came in its place; never neither."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from tests.keys.conftest import NOW, WORDS, Made, make
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui.errors import StoreBusy, WrongPassphrase
from zlp_tui.keys import atomic_file
from zlp_tui.keys.atomic_file import being_changed, being_made, make_folder, remove_leftovers, write_whole
from zlp_tui.keys.derivation import LEAST
from zlp_tui.keys.holder_names import FILE, keyholders
from zlp_tui.keys.keyholder import change_passphrase, make_keyholder, recover, renew_recovery, unlock
from zlp_tui.keys.recovery_code import RecoveryCode
from zlp_tui.keys.wrong_tries import FREE

OTHER_WORDS = "brood kaas melk thee"


def _opens(made: Made, words: str) -> bool:
    with suppress(WrongPassphrase):
        return unlock(made.folder, made.who.id, words, NOW).keys.public == made.who.keys.public
    return False


def test_making_a_keyholder(tmp_path: Path) -> None:
    """There is one or there is none; half a one is never listed, and what is left of it goes."""
    home, holder = tmp_path / "keyholders", str(uuid4())
    act: Callable[[], object] = partial(make_keyholder, home, "Annie", WORDS, holder, cost=LEAST)
    whole = 0
    for moment in moments(lines_in(act)):
        shutil.rmtree(home, ignore_errors=True)
        kill_at(act, moment)
        if keyholders(home):
            assert unlock(home, holder, WORDS, NOW).name == "Annie"
            whole += 1
        remove_leftovers(home)
        assert [path.name for path in home.rglob("*") if path.name.startswith(".")] == []
    assert whole  # the last line comes after the rename


@pytest.mark.parametrize("what", ["passphrase", "recovery"])
def test_changing_what_opens_a_key(tmp_path: Path, what: str) -> None:
    made = make(tmp_path / "keyholders")
    kept = tmp_path / "kept"
    shutil.copytree(made.folder, kept)

    def act() -> None:
        if what == "recovery":
            renew_recovery(made.folder, made.who, RecoveryCode.random(), cost=LEAST)
        else:
            change_passphrase(made.folder, made.who, OTHER_WORDS, cost=LEAST)

    for moment in moments(lines_in(act)):
        shutil.rmtree(made.folder)
        shutil.copytree(kept, made.folder)
        kill_at(act, moment)
        if what == "recovery":
            assert _opens(made, WORDS)
        else:
            assert _opens(made, WORDS) != _opens(made, OTHER_WORDS)
            assert recover(made.folder, made.who.id, made.code).id == made.who.id


def test_a_try_that_is_killed_while_it_is_reckoned_was_counted(made: Made) -> None:
    """E03: stopping the program gives no try for nothing."""
    act: Callable[[], object] = partial(unlock, made.folder, made.who.id, "lepel wolk fiets winter", NOW)
    for _ in range(FREE):
        assert kill_at(act, 1, within="derived_key")
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, NOW)


def test_writing_a_file_anew(tmp_path: Path) -> None:
    """Every line of it, not twenty."""
    path = tmp_path / "file.json"
    act: Callable[[], object] = partial(write_whole, path, b"new" * 5000)
    contents = set()
    for moment in range(1, lines_in(act) + 1):
        write_whole(path, b"old")
        kill_at(act, moment)
        contents.add(path.read_bytes())
    assert contents == {b"old", b"new" * 5000}


def _left(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if path.name.startswith(".")]


def test_what_another_window_is_making_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder and a file: whoever looks on meanwhile takes nothing, and nobody makes the same beside it."""
    monkeypatch.setattr(atomic_file, "_PATIENCE", 0)
    seen = []

    def fill(made: Path) -> None:
        write_whole(made / "first", b"1")
        with being_made(tmp_path / ".new-list.db"):
            (tmp_path / ".new-list.db-wal").write_bytes(b"1")
            remove_leftovers(tmp_path)
            seen.extend([(made / "first").exists(), (tmp_path / ".new-list.db-wal").exists()])
        with pytest.raises(StoreBusy):
            make_folder(tmp_path / "whole", lambda _made: None)

    make_folder(tmp_path / "whole", fill)
    assert seen == [True, True] and (tmp_path / "whole" / "first").exists() and _left(tmp_path) == []


def test_what_a_kill_left_of_a_file_goes_with_its_lock(tmp_path: Path) -> None:
    left = 0
    act: Callable[[], object] = partial(write_whole, tmp_path / "file.json", b"new" * 5000)
    for moment in moments(lines_in(act)):
        kill_at(act, moment)
        left += len(_left(tmp_path))
        remove_leftovers(tmp_path)
        assert _left(tmp_path) == []
    assert left


def test_a_passphrase_waits_for_a_code_that_is_changed_in_another_window(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each writes the whole file from what stands there: else the new words or the new code would open nothing."""
    monkeypatch.setattr(atomic_file, "_PATIENCE", 0)
    with being_changed(made.folder / made.who.id / FILE), pytest.raises(StoreBusy):
        change_passphrase(made.folder, made.who, OTHER_WORDS, cost=LEAST)
    change_passphrase(made.folder, made.who, OTHER_WORDS, cost=LEAST)
    assert _opens(made, OTHER_WORDS)
