"""Copies of one plan, and going back to one: an old or a new one, never half (battery B01, B02, B07, B09)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.store.test_store_plan_folder import ANNIE, SANNE, _id, _make, _open
from tests.tools.book import Book, Clock
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui.errors import NoKey, StoreDamaged, ZlpError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE as SLOTS
from zlp_tui.keys.slots import read_slots, write_slots
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.kept_copies.copies import (
    PlanCopy,
    copies_of,
    copy_again,
    keep_all,
    keep_no_longer_all,
    make_copy,
    opened_copy,
    remove_surplus,
)
from zlp_tui.store.kept_copies.restore_copy import Restored, damaged_files, is_damaged, restore_copy
from zlp_tui.store.own_files.file_copy import state_of
from zlp_tui.store.own_files.plan_folder import FILE, unlocked

ASKED = {"topic": "two-minutes", "step": "two-minutes", "prompt": "Wat moet ik weten?"}


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return tmp_path / "plans"


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture
def plan(plans: Path) -> str:
    return _make(plans)


def _copied(plans: Path, plan: str, to: Path, days: int = 0) -> PlanCopy:
    with closing(_open(plans, plan)) as store, store.apart() as file:
        at = Clock().now + timedelta(days=days)
        return make_copy(file, plan, read_slots(plans / plan, plan), to, at=at, why="asked", new_id=_id)


def _say(plans: Path, plan: str, text: str) -> None:
    with closing(_open(plans, plan)) as store:
        book = Book(store, plans / plan / FILE, Clock(), plan, ids=count(1000 * len(text)))
        book.client = book.by = book.view.client
        book.do(statements.add_statement, text=text, **ASKED)


def _said(plans: Path, plan: str, keys: KeyPair = ANNIE) -> list[str]:
    with closing(_open(plans, plan, keys)) as store:
        return [said.text for said in Book(store, plans / plan / FILE, Clock(), plan).view.statements]


def _restore(plans: Path, plan: str, copy: PlanCopy) -> Restored:
    return restore_copy(plans, plan, ANNIE, opened_copy(copy, plan, ANNIE), clock=Clock(), new_id=_id)


def test_a_copy_is_opened_by_who_could_open_the_plan_and_goes_back_whole(plans: Path, plan: str, to: Path) -> None:
    _say(plans, plan, "Ik wil buiten eten.")
    copy = _copied(plans, plan, to)
    assert copies_of(to, plan) == (copy,) and copy.why == "asked"
    with pytest.raises(NoKey):
        opened_copy(copy, plan, SANNE)
    _say(plans, plan, "Toch liever binnen met Kees.")
    restored = _restore(plans, plan, copy)
    assert _said(plans, plan) == ["Ik wil buiten eten."]
    assert restored.kept is not None and not restored.was_damaged


def test_two_of_one_second_are_two_and_the_state_tells_whether_it_changed(plans: Path, plan: str, to: Path) -> None:
    first, second = _copied(plans, plan, to), _copied(plans, plan, to)
    assert [copy.name for copy in copies_of(to, plan)] == [second.name, first.name]
    assert first.state == second.state
    _say(plans, plan, "Ik wil buiten eten.")
    with closing(_open(plans, plan)) as store, store.apart() as file:
        assert state_of(file) != first.state


def test_who_got_no_key_any_more_gets_none_by_going_back(plans: Path, plan: str, to: Path) -> None:
    key, slots = unlocked(plans, plan, ANNIE).key, read_slots(plans / plan, plan)
    write_slots(plans / plan, slots.with_slot(slots.keys[0].salt, key, SANNE.public, _id))
    copy = _copied(plans, plan, to)
    write_slots(plans / plan, slots)
    _restore(plans, plan, copy)
    with pytest.raises(NoKey):
        _said(plans, plan, SANNE)


def _gone(place: Path) -> None:
    shutil.rmtree(place)


def _empty(place: Path) -> None:
    (place / FILE).write_bytes(b"")


def _half(place: Path) -> None:
    content = (place / FILE).read_bytes()
    (place / FILE).write_bytes(content[:len(content) // 2])


def _flipped(place: Path) -> None:
    content = bytearray((place / FILE).read_bytes())
    content[3 * 4096 + 99] ^= 1
    (place / FILE).write_bytes(content)


def _no_keys(place: Path) -> None:
    (place / SLOTS).write_bytes(b"{}")


def _log_of_another(place: Path) -> None:
    _empty(place)
    (place / f"{FILE}-wal").write_bytes(b"of another file")


@pytest.mark.parametrize("damage", [_gone, _empty, _half, _flipped, _no_keys, _log_of_another])
def test_a_damaged_plan_is_kept_aside_and_a_copy_takes_its_place_b01_b02_b07(
    plans: Path, plan: str, to: Path, damage: Callable[[Path], None]
) -> None:
    _say(plans, plan, "Ik wil buiten eten.")
    copy = _copied(plans, plan, to)
    damage(plans / plan)
    before = (plans / plan / FILE).read_bytes() if damage is not _gone else b""
    assert is_damaged(plans, plan, ANNIE)
    restored = _restore(plans, plan, copy)
    assert _said(plans, plan) == ["Ik wil buiten eten."] and restored.was_damaged
    assert not is_damaged(plans, plan, ANNIE)
    if damage is not _gone:
        assert restored.kept in damaged_files(plans, plan) and restored.kept.read_bytes() == before


def test_a_copy_that_is_damaged_is_refused_b09(plans: Path, plan: str, to: Path) -> None:
    for damage in (_flipped, _half, _empty, _no_keys):
        shutil.rmtree(to, ignore_errors=True)
        copy = _copied(plans, plan, to)
        damage(copy.folder)
        with pytest.raises(StoreDamaged):
            opened_copy(copy, plan, ANNIE)


def test_killed_anywhere_a_copy_is_there_or_not(plans: Path, plan: str, to: Path) -> None:
    """Twenty moments."""
    first = _copied(plans, plan, to)
    for moment in moments(lines_in(lambda: _copied(plans, plan, to, days=1))):
        kill_at(lambda: _copied(plans, plan, to, days=1), moment)
        for copy in copies_of(to, plan):
            opened_copy(copy, plan, ANNIE)
        assert first in copies_of(to, plan)
        for copy in set(copies_of(to, plan)) - {first}:
            shutil.rmtree(copy.folder)


@pytest.mark.parametrize("damage", [None, _half])
def test_killed_anywhere_on_the_way_back_it_is_the_old_plan_or_the_copy(
    plans: Path, plan: str, to: Path, damage: Callable[[Path], None] | None
) -> None:
    """Twenty moments; of a damaged plan: the damaged one or the copy. One that is not goes the way of a new key, which
    is killed in its own tests."""
    _say(plans, plan, "Ik wil buiten eten.")
    copy = _copied(plans, plan, to)
    _say(plans, plan, "Toch liever binnen met Kees.")
    if damage:
        damage(plans / plan)
    kept = to.with_name("kept")
    shutil.copytree(plans, kept)
    for moment in moments(lines_in(lambda: _restore(plans, plan, copy)), most=20 if damage else 4):
        shutil.rmtree(plans)
        shutil.copytree(kept, plans)
        kill_at(lambda: _restore(plans, plan, copy), moment)
        if not (damage and is_damaged(plans, plan, ANNIE)):
            assert _said(plans, plan)[:1] == ["Ik wil buiten eten."]
        _restore(plans, plan, copy)
        assert _said(plans, plan) == ["Ik wil buiten eten."]


def test_nothing_is_removed_until_what_was_restored_is_right_b09(plans: Path, plan: str, to: Path) -> None:
    made = [_copied(plans, plan, to, days=-days) for days in range(1, 4)]
    twins = [_copied(plans, plan, to, days=-days) for days in range(1, 4)]
    keep_all(to, plan)
    assert remove_surplus(to, plan, Clock().now) == ()
    assert keep_no_longer_all(to, plan) and not keep_no_longer_all(to, plan)
    assert set(remove_surplus(to, plan, Clock().now)) <= {copy.name for copy in (*made, *twins)}


def test_a_second_folder_has_the_same_copy(plans: Path, plan: str, to: Path, tmp_path: Path) -> None:
    copy, stick = _copied(plans, plan, to), tmp_path / "stick"
    copy_again(copy, plan, stick)
    copy_again(copy, plan, stick)
    (there,) = copies_of(stick, plan)
    shutil.rmtree(to)
    _empty(plans / plan)
    _restore(plans, plan, there)
    assert _said(plans, plan) == []


def test_a_full_disk_leaves_no_copy(plans: Path, plan: str, to: Path) -> None:
    """By a folder that cannot be written."""
    to.write_bytes(b"")
    with pytest.raises((ZlpError, OSError)):
        _copied(plans, plan, to)
    assert copies_of(to, plan) == ()
