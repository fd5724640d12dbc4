"""Home, the plans that have ended, and two plans of one name (F10, F14, K14)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.screens.test_copying import copied
from tests.screens.test_early_keys import SOON
from tests.screens.test_home_screen import at_home, plans
from tests.screens.test_small_window import resize
from tests.tools.keys import UNHURRIED
from tests.tools.window import SIZES, Window, door, window
from zlp_tui.plan.tables.said import details

JAN = "Jan van der Berg"


async def end_the_plan(w: Window) -> None:
    """From the map: since today, because somebody moved."""
    await w.press("ctrl+k")
    assert w.on_top == "EndPlanScreen"
    await w.reach("Sinds vandaag")
    await w.press("enter")
    await w.reach("Verhuisd")
    await w.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_plan_ends_and_goes_on_again_f14(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        talks = len(w.desk.view.conversations)
        await end_the_plan(w)
        assert (w.desk.view.ended_on, w.desk.view.ended_because) == ("2026-03-03", "Verhuisd")
        assert "Dit plan is klaar sinds 3 maart 2026." in w.words()
        assert len(w.desk.view.conversations) == talks, "that a plan has ended is no conversation"
        await w.reach("Weer oppakken")
        await w.press("enter")
        assert w.desk.view.ended_on is None
        await w.press("u")
        assert w.desk.view.ended_on == "2026-03-03"
        await w.press("u")
        assert w.desk.view.ended_on is None


async def test_a_plan_ends_on_another_day_for_a_reason_in_own_words_f14(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+k")
        await w.reach("Sinds een andere dag")
        await w.press("enter")
        await w.type("morgen")
        await w.press("enter")
        assert "moet nog komen" in w.words()
        assert w.page.query_one("#answer").has_focus
        w.page.field.put("")  # type: ignore[attr-defined]
        await w.type("1 maart")
        await w.press("enter")
        await w.reach("In eigen woorden")
        await w.press("enter")
        await w.type("Zij woont bij haar dochter.")
        await w.press("enter")
        view = w.desk.view
        assert (view.ended_on, view.ended_because) == ("2026-03-01", "Zij woont bij haar dochter.")


@pytest.mark.parametrize("size", SIZES)
async def test_home_leaves_out_what_has_ended_and_one_key_shows_it_f14(tmp_path: Path, size: tuple[int, int]) -> None:
    home = plans(tmp_path, "Ann", "Bob")
    front = door(home)
    desk = front.open(front.find("Bob"))
    desk.ending.end("2026-03-01", "Overleden")
    desk.leave()
    front.close()
    async with at_home(home, size) as w:
        assert "Ann" in w.words() and "Bob" not in w.words()
        await w.press("f2")
        assert w.on_top == "EndedPlansScreen"
        assert "Bob" in w.words() and "Ann " not in w.words() and "klaar sinds 1 maart" in w.words()
        await w.press("enter")
        assert w.on_top == "MapScreen"
        assert "klaar sinds 1 maart 2026" in w.words()
        await w.press("ctrl+k")
        await w.reach("Weer oppakken")
        await w.press("enter", "escape", "escape")
        assert w.on_top == "EndedPlansScreen" and "Er zijn geen plannen die klaar zijn." in w.words()
        await w.press("escape")
        assert w.on_top == "HomeScreen" and "Bob" in w.words()


async def test_the_plans_that_have_ended_are_a_screen_as_all_others_c4_c5_f18_f19(tmp_path: Path) -> None:
    """The walks over the screens of an open plan do not come here."""
    home = plans(tmp_path, "Ann", "Bob")
    front = door(home)
    desk = front.open(front.find("Bob"))
    desk.ending.end("2026-03-01", "Overleden")
    desk.leave()
    front.close()
    async with at_home(home) as w:
        await w.press("f2")
        w.page.early.appeared()
        await nothing_happens_at_home(w, "enter", "1", after=SOON)
        assert "Enter Openen" in w.words()
        assert "Bob" in await copied(w, "ctrl+c") and "Bob" in await copied(w, "alt+c")
        await resize(w, (50, 24))
        assert "Maak het venster groter" in w.words()
        await nothing_happens_at_home(w, "enter", "1", "n", after=UNHURRIED)
        await resize(w, (80, 24))
        await w.press("enter")
        assert w.on_top == "MapScreen"


async def nothing_happens_at_home(w: Window, *keys: str, after: float) -> None:
    """None of these keys does anything."""
    before = w.on_top, w.text()
    for key in keys:
        await w.press(key, after=after)
        assert (w.on_top, w.text()) == before, key


async def test_who_has_ended_is_found_by_name_from_home_f14(tmp_path: Path) -> None:
    home = plans(tmp_path, "Ann", "Bob Müller")
    front = door(home)
    front.open(front.find("Bob Müller")).ending.end("2026-03-01", "")
    front.close()
    async with at_home(home) as w:
        await w.press("z")
        for letter in "muller":
            await w.type(letter)
            assert "Bob Müller" in w.words(), "K14: the screen narrows as the index finds"
        await w.press("enter")
        assert w.desk.view.client_person.name == "Bob Müller"


@pytest.mark.parametrize("size", SIZES)
async def test_two_plans_of_one_name_are_told_apart_on_home_and_in_the_header_f10(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    home = plans(tmp_path, JAN, JAN)
    front = door(home)
    first = front.plans()[1].id
    desk = front.sit_down(first)
    with desk._unit_of_work.undoable(None) as act:
        details.fill(act, "personal-details", "born-on", "1936-06-12")
    desk.leave()
    front.close()
    async with at_home(home, size) as w:
        assert f"{JAN} (geboren 12 juni 1936)" in w.words() and f"{JAN} (gemaakt op 3 maart 2026)" in w.words()
        await w.reach("geboren")
        await w.press("enter")
        assert w.desk.view.id == first
        assert "(geboren 12 juni 1936)" in w.words()
        assert "geboren" in w.words()


async def test_a_new_plan_of_a_known_name_asks_whether_that_one_is_meant_f10(tmp_path: Path) -> None:
    home = plans(tmp_path, JAN)
    async with at_home(home) as w:
        await w.press("n")
        await w.type(f"{JAN.lower()}")
        await w.press("enter")
        assert "Is het dit plan?" in w.words() and "gemaakt op 3 maart 2026" in w.words()
        await w.press("enter")
        assert "Is het dit plan?" in w.words(), "nothing is chosen for anybody"
        await w.press("down", "down", "enter")
        assert "Welke naam is het prettigst?" in w.words()
        await w.press("escape")
        assert "Is het dit plan?" in w.words()
        await w.press("down", "enter")
        assert w.on_top == "TalkScreen"
        assert len(w.app._homes._front.door.plans()) == 1  # type: ignore[union-attr]
