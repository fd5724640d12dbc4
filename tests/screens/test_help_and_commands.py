"""Help on every screen, and all that can be done found by typing a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window
from zlp_tui import places

SCREENS = {"": "map", "l": "plan", "a": "agreements", "k": "choices", "w": "table"}


@pytest.mark.parametrize(("key", "page"), SCREENS.items())
async def test_f1_opens_the_page_of_this_screen_and_closes_it(annie: Path, key: str, page: str) -> None:
    title = (places.content() / "nl" / "help" / f"{page}.md").read_text(encoding="utf-8").splitlines()[0]
    async with window(annie, ANNIE) as w:
        await w.press(*key)
        before = w.on_top
        await w.press("f1")
        assert w.on_top == "HelpScreen"
        assert title.strip("# ") in w.text()
        await w.press("f1")
        assert w.on_top == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_addressed_to_the_client_and_can_be_read_to_its_end(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("w", "f1")
        assert "Kies wie er nu bij zijn." in w.words()
        await w.press("end")
        await w.pilot.wait_for_scheduled_animations()
        end = w.words()
        await w.press("pageup")
        await w.pilot.wait_for_scheduled_animations()
        read = f"{w.words()} {end}".replace("┃ ", "")  # without the scroll bar
        assert "Wat die persoon al zei, blijft staan." in read
        assert "Alt+C: Deze bladzijde kopiëren" in end
        assert not re.search(r"[{}|]", w.text())
        await w.click("Terug", nth=-1)
        assert w.on_top == "ParticipantsScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_with_keys_only_a_topic_is_found_by_typing(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("ctrl+p")
        await w.type("goede dag")
        await w.press("enter")
        assert w.on_top == "TalkScreen"
        assert w.desk.place.topic == "good-day-bad-day"


async def test_people_and_screens_are_found_too(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+p")
        await w.type("sanne")
        await w.press("enter")
        assert w.desk.voice.name == "Sanne"
        await w.press("ctrl+p")
        await w.type("keuzes")
        await w.press("enter")
        assert w.on_top == "ChoicesScreen"


async def test_with_the_mouse_only_and_only_what_can_be_done_here(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("w", "ctrl+p")
        assert "Praat nu" in w.text()
        assert "Anders vragen" not in w.text()
        await w.type("mijn plan")
        await w.click("Mijn plan")
        assert w.on_top == "LetterScreen"


@pytest.mark.parametrize("typed", ["xyzzy", "[/]", "%_"])
async def test_what_is_not_there_is_said_kindly_and_escape_goes_back(annie: Path, typed: str) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+p")
        await w.type(typed)
        assert "Er is hier niets met die naam." in w.text()
        await w.press("enter")
        assert w.on_top == "CommandPaletteScreen"
        await w.press("escape")
        assert w.on_top == "MapScreen"


async def test_arrows_walk_through_the_commands_while_one_types(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+p", "down", "down", "up")
        assert sum("▸" in line for line in w.lines()) == 1


async def test_the_page_on_line_by_line_is_found_among_the_commands_parity(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+p")
        await w.type("regel voor")
        await w.press("enter")
        assert w.on_top == "HelpScreen"
        assert "Hetzelfde gesprek kan ook regel voor regel." in w.words()
        assert "<!--" not in w.text()
        await w.press("escape")
        assert w.on_top == "MapScreen"
