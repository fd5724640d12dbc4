"""Battery B01, B02 through the real app: a plan whose file is damaged leads to its copies by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.test_lock_screens import ANNIE, at_the_lock, done, say
from tests.tools.locked import WORDS, home_lock, locked_plans, unlocked_by
from tests.tools.window import SIZES
from zlp_tui import places
from zlp_tui.store.own_files.plan_folder import FILE, plans_in

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "b01 empty": lambda _: b"",
    "b02 half": lambda whole: whole[: len(whole) // 2],
    "b02 header": lambda whole: b"garbage!" * 2 + whole[16:],
}


def damaged_home(home: Path, damage: str, *, copied: bool = True) -> Path:
    """A home of Sanne with the plan of Annie, of which there is a copy, and whose file is damaged; that file."""
    locked_plans(home, ANNIE)
    (plan,) = plans_in(places.plans_folder(home))
    if copied:
        unlocked_by(home, "Sanne").copies().copy(plan)
    file = places.plans_folder(home) / plan / FILE
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    return file


@pytest.mark.parametrize("damage", DAMAGES)
async def test_enter_on_a_damaged_plan_leads_to_its_copies_and_back_to_the_plan(tmp_path: Path, damage: str) -> None:
    """It is never a new plan, its file stays, and one sentence says what happened."""
    file = damaged_home(tmp_path, damage)
    broken = file.read_bytes()
    async with at_the_lock(home_lock(tmp_path), tmp_path, (60, 20)) as w:
        await say(w, WORDS)
        assert f"{ANNIE}" in w.words() and "het bestand is beschadigd: kies een kopie" in w.words()
        await w.press("enter")
        await done(w)
        assert w.on_top == "WizardScreen" and "Het bestand van dit plan is beschadigd." in w.words()
        await w.press("escape")
        assert w.on_top == "HomeScreen" and file.read_bytes() == broken, "nothing was done"
        await w.press("enter")
        await done(w)
        await w.press("1")
        await done(w)
        assert "Het kapotte bestand blijft ernaast staan." in w.words()
        await w.press("1")
        await done(w)
        assert w.on_top == "HomeScreen" and "De kopie is nu het plan." in w.words()
        assert "beschadigd" not in w.words()
        await w.press("enter")
        await w.settled()
        assert w.desk.plan_name == ANNIE
    assert broken in [kept.read_bytes() for kept in file.parent.glob("plan.db.damaged-*")]


async def test_a_damaged_plan_without_a_copy_stays_as_it_is(tmp_path: Path) -> None:
    file = damaged_home(tmp_path, "b02 half", copied=False)
    broken = file.read_bytes()
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await say(w, WORDS)
        assert "Een plan dat niet te lezen is" in w.words()
        await w.press("enter")
        await done(w)
        assert "Van dit plan is hier geen kopie." in w.words() and "Het blijft staan." in w.words()
        await w.press("2")
        assert w.on_top == "HomeScreen"
    assert file.read_bytes() == broken


@pytest.mark.parametrize("size", SIZES)
async def test_a_damaged_plan_without_a_copy_says_what_can_be_done(tmp_path: Path, size: tuple[int, int]) -> None:
    """Home asks nobody to choose a copy that is not there; the copy may be on a stick that nobody named here."""
    file = damaged_home(tmp_path / "home", "b02 half")
    stick, aside, plan = tmp_path / "stick", tmp_path / "aside", file.parent.name
    stick.mkdir()
    shutil.move(places.copies_folder(tmp_path / "home") / plan, aside)
    async with at_the_lock(home_lock(tmp_path / "home"), tmp_path / "home", size) as w:
        await say(w, WORDS)
        told = "het bestand is beschadigd, en hier is geen kopie"
        assert told in w.words() and "kies een kopie" not in w.words()
        await w.press("enter")
        await done(w)
        for sentence in ("Van dit plan is hier geen kopie.", "Vraag dat aan wie een sleutel heeft"):
            assert sentence in w.words()
        await w.press("1")
        await w.type(str(stick))
        await w.press("enter")
        await done(w)
        assert "In die map is geen kopie van dit plan." in w.words()
        shutil.copytree(aside, stick / "zlp-copies" / plan)
        await w.press("enter")
        await done(w)
        assert "Naar welke kopie terug?" in w.words()
        await w.press("1")
        await done(w)
        await w.press("1")
        await done(w)
        assert w.on_top == "HomeScreen" and "De kopie is nu het plan." in w.words()
