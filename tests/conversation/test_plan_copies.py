"""Copies that come by themselves, and what is done with them by whoever unlocked (issue 11 §4)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tools.locked import front_of, locked_home
from tests.tools.table import Ticking
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies
from zlp_tui.errors import NotFound, Refused
from zlp_tui.store.kept_copies.second_folder import OURS
from zlp_tui.store.own_files.plan_folder import FILE


@pytest.fixture
def lock(tmp_path: Path) -> HomeLock:
    return locked_home(tmp_path / "home")


@pytest.fixture
def front(tmp_path: Path, lock: HomeLock) -> Iterator[Front]:
    front = front_of(tmp_path / "home", lock)
    yield front
    front.close()


@pytest.fixture
def plan(front: Front) -> str:
    return front.new_plan("Annie de Vries")


@pytest.fixture
def copies(lock: HomeLock) -> PlanCopies:
    return lock.copies()


def _talk(front: Front, plan: str) -> None:
    desk = front.sit_down(plan)
    desk.rename(desk.view.client, "Annie Vos")
    desk.leave()
    assert front._locked.copying is not None
    front._locked.copying.finish(None)


def test_a_plan_that_is_closed_is_copied_if_it_changed(front: Front, plan: str, copies: PlanCopies) -> None:
    _talk(front, plan)
    (first,) = copies.copies(plan)
    assert first.why == "closed"
    desk = front.sit_down(plan)
    desk.leave()
    assert front._locked.copying is not None
    front._locked.copying.finish(None)
    assert copies.copies(plan) == (first,)


def test_what_is_open_for_half_an_hour_is_copied_meanwhile(
    front: Front, plan: str, copies: PlanCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = front.sit_down(plan)
    desk.rename(desk.view.client, "Annie Vos")
    assert front._locked.copying is not None
    front._locked.copying.finish(None)
    assert copies.copies(plan) == ()
    later = Ticking()() + timedelta(minutes=40)
    monkeypatch.setattr(front._locked.copying, "_clock", lambda: later)
    desk.rename(desk.view.client, "Annie Bos")
    front._locked.copying.finish(None)
    assert [copy.why for copy in copies.copies(plan)] == ["while-open"]


def test_going_back_copies_what_is_there_first_and_keeps_all_until_it_is_right(
    front: Front, plan: str, copies: PlanCopies
) -> None:
    _talk(front, plan)
    (first,) = copies.copies(plan)
    desk = front.sit_down(plan)
    desk.rename(desk.view.client, "Annie Bos")
    front.close()
    differs = copies.compared(plan, first).differs
    assert differs is not None and differs.only_here > 0 and not differs.only_there
    copies.restore(plan, first)
    differs = copies.compared(plan, first).differs
    assert differs is not None and differs.none and copies.waits(plan)
    assert len(copies.copies(plan)) > 1
    assert copies.confirm(plan) and not copies.waits(plan) and not copies.confirm(plan)


def test_a_damaged_plan_is_told_and_the_newest_whole_copy_is_found_b09(
    front: Front, plan: str, copies: PlanCopies, tmp_path: Path
) -> None:
    _talk(front, plan)
    (whole,) = copies.copies(plan)
    newer = copies.copy(plan).copy
    front.close()
    (newer.folder / FILE).write_bytes(b"")
    (places.plans_folder(tmp_path / "home") / plan / FILE).write_bytes(b"")
    assert copies.is_damaged(plan) and copies.newest_whole(plan) == whole
    assert copies.compared(plan, whole).differs is None
    assert copies.restore(plan, whole).was_damaged and not copies.is_damaged(plan)


def test_a_second_folder_gets_each_copy_and_may_be_away_e01_e13(
    front: Front, plan: str, copies: PlanCopies, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(Refused):
        copies.name_second(stick)
    with pytest.raises(Refused):
        copies.name_second(places.copies_folder(tmp_path / "home"))
    stick.mkdir()
    copies.name_second(stick)
    assert copies.copy(plan).missed is None
    assert [place.name for place in (stick / OURS / plan).iterdir() if place.is_dir()] == [
        copy.name for copy in copies.copies(plan)
    ]
    kept = [path for root in (stick / OURS, places.copies_folder(tmp_path / "home")) for path in root.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600, 0o700}, "E13"
    assert not any(b"Annie" in path.read_bytes() for path in kept if path.is_file()), "E01"
    shutil.rmtree(places.copies_folder(tmp_path / "home") / plan)
    assert len(copies.copies(plan)) == 1
    shutil.rmtree(stick)
    assert copies.copy(plan).missed == stick
    copies.name_second(None)
    assert copies.copy(plan).missed is None
    with pytest.raises(NotFound):
        copies.named(plan, "20000101-000000")
