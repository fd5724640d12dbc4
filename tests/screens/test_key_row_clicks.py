"""A click on a key in the key row does what that key does, once, on every screen (B3, C4)."""

from __future__ import annotations

from pathlib import Path

from screens.parts.actions import ENTER
from tests.screens.conftest import ANNIE
from tests.screens.test_home_screen import at_home, plans
from tests.screens.test_talk_screen import talk, talking
from tests.tools.everywhere import every_screen
from tests.tools.keys import UNHURRIED, wait
from tests.tools.table import card_of
from tests.tools.window import Window, window


def enter_in_row(w: Window) -> str:
    """Enter as the key row shows it; empty where it stands there not."""
    command = next((action for action in w.page.keys._actions if action.shown == ENTER), None)
    shown = f"{ENTER} {command.label}" if command else ""
    return shown if shown and shown in w.text() else ""


async def test_a_click_on_enter_does_what_is_marked_in_the_row_and_chooses_from_no_list_b3(annie: Path) -> None:
    """Whatever is marked in a list that does not have the focus, and is not seen."""
    clicked = 0
    async with window(annie, ANNIE, (120, 35)) as w:
        async for name in every_screen(w):
            page, view = w.page, w.desk.view
            if not page.keys.allow_focus() or "help" not in {action.id for action in page.keys._actions}:
                continue
            page.keys.focus_on("help")
            await w.settled()
            if not (enter := enter_in_row(w)):
                continue
            assert enter == f"{ENTER} Doen", name
            await w.click(enter)
            assert (w.on_top, w.desk.view) == ("HelpScreen", view), name
            await w.press("escape")
            assert w.page is page
            clicked += 1
    assert clicked > 10


async def test_a_click_on_enter_at_home_does_what_is_marked_in_the_row_b3(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        w.page.keys.focus_on("new-plan")
        await w.settled()
        await w.click(enter_in_row(w))
        assert w.on_top == "NewPlanScreen"


async def test_where_nothing_is_marked_a_click_on_enter_says_how_and_answers_nothing_b3(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("ctrl+k")
        page = w.page
        for focus_row in (False, True):
            if focus_row:
                w.page.keys.focus_on("open")
                await w.settled()
            assert enter_in_row(w) == f"{ENTER} Eerst kiezen"
            await w.click(enter_in_row(w))
            assert "Kies met de pijlen en Enter." in w.words()
            assert w.page is page


async def test_a_double_click_answers_one_question_c4(fresh: Path) -> None:
    """The second click is not meant for the question that the first one brought."""
    async with talking(fresh) as w:
        first = card_of(w.desk, "physical-health").place
        talk(w).show_again()
        await w.settled()
        wait(w.pilot, UNHURRIED)
        offset = next(w._places("Nu niet"))
        await w.click_at(offset)
        second, view = w.desk.place, w.desk.view
        assert second != first
        await w.click_at(offset)
        assert (w.desk.place, w.desk.view) == (second, view)
        wait(w.pilot, UNHURRIED)
        await w.click_at(offset)
        assert w.desk.place != second


async def test_a_double_click_on_a_key_goes_one_screen_further_c4(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        wait(w.pilot, UNHURRIED)
        offset = next(w._places("Mijn plan"))
        for _ in range(2):
            await w.click_at(offset)
        assert w.on_top == "LetterScreen"
