"""A plan is erased for good, with its keys and copies; killed anywhere it is there whole or not at all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.store.test_store_copies import _copied, _said, _say
from tests.store.test_store_plan_folder import _make, _open
from tests.tools.book import Clock
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui import places
from zlp_tui.due.retention import load_retention
from zlp_tui.errors import StoreBusy
from zlp_tui.store.files.lock import plan_lock
from zlp_tui.store.kept_copies.copies import copies_of
from zlp_tui.store.own_files.erase_plan import erase_plan, finish_erasing
from zlp_tui.store.own_files.plan_folder import FILE, plans_in


def _folders(home: Path) -> tuple[Path, Path]:
    return home / "plans", home / "copies"


def _erase(home: Path, plan: str) -> None:
    erase_plan(_folders(home), home / "erased", plan, at=Clock().now, because="asked")


@pytest.fixture
def plan(tmp_path: Path) -> str:
    plan = _make(tmp_path / "plans")
    _say(tmp_path / "plans", plan, "Ik wil buiten eten.")
    _copied(tmp_path / "plans", plan, tmp_path / "copies")
    return plan


def test_nothing_is_left_but_that_it_was_there(tmp_path: Path, plan: str) -> None:
    other = _make(tmp_path / "plans")
    _erase(tmp_path, plan)
    assert plans_in(tmp_path / "plans") == (other,) and copies_of(tmp_path / "copies", plan) == ()
    left = [path for path in tmp_path.rglob("*") if path.is_file() and plan in str(path)]
    assert left == [tmp_path / "erased" / f"{plan}.json"] and b"Annie" not in left[0].read_bytes()


def test_a_plan_that_another_window_has_stays(tmp_path: Path, plan: str) -> None:
    lock = plan_lock(tmp_path / "plans" / plan / FILE, plan)
    assert lock.take()
    with pytest.raises(StoreBusy):
        _erase(tmp_path, plan)
    lock.release()
    assert _said(tmp_path / "plans", plan) == ["Ik wil buiten eten."] and not (tmp_path / "erased").exists()


def test_killed_anywhere_it_is_there_whole_or_gone(tmp_path: Path, plan: str) -> None:
    """Twenty moments."""
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "plans", kept / "plans")
    shutil.copytree(tmp_path / "copies", kept / "copies")
    for moment in moments(lines_in(lambda: _erase(tmp_path, plan))):
        for name in ("plans", "copies", "erased"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
        kill_at(lambda: _erase(tmp_path, plan), moment)
        if plan in plans_in(tmp_path / "plans"):
            _open(tmp_path / "plans", plan).close()
        begun = (tmp_path / "erased" / f"{plan}.json").exists()
        finish_erasing(_folders(tmp_path), tmp_path / "erased")
        assert (plan not in plans_in(tmp_path / "plans")) == begun
        assert (copies_of(tmp_path / "copies", plan) == ()) == begun


def test_a_plan_that_comes_back_from_a_stick_is_not_erased_again(tmp_path: Path, plan: str) -> None:
    shutil.copytree(tmp_path / "plans", tmp_path / "stick")
    _erase(tmp_path, plan)
    shutil.copytree(tmp_path / "stick", tmp_path / "plans", dirs_exist_ok=True)
    finish_erasing(_folders(tmp_path), tmp_path / "erased")
    assert _said(tmp_path / "plans", plan) == ["Ik wil buiten eten."]


def test_the_law_says_how_long_with_its_source_and_day() -> None:
    terms = {term.law: term for term in load_retention(places.data() / "retention.yaml")}
    assert terms["wlz"].until(date(2026, 11, 28)) == date(2046, 11, 28)
    assert all(term.source and term.article and term.on_request for term in terms.values())
    assert "none" not in terms
