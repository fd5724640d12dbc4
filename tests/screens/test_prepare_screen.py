"""Before a talk, on the screens and line by line: the page for the carer, and the questions beforehand (M14, V75)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, opening, window


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_leads_to_the_page_and_the_arrows_to_the_questions(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("f7")
        assert w.on_top == "PrepareScreen"
        assert "Het volgende gesprek" in w.words()
        asked = w.desk.questions_beforehand()
        assert asked is not None
        await w.press("right")
        assert asked.title in w.words() and " ".join(asked.questions[0].split()) in w.words()
        await w.press("left", "end")
        assert "Zo kan het gesprek beginnen" in w.words()
        await w.press("escape")
        assert w.on_top == "MapScreen"


async def test_from_the_list_of_plans_nobody_is_seated_and_nothing_is_kept(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        await w.press("escape")
        assert w.on_top == "HomeScreen"
        await w.reach("Annie")
        await w.press("f7")
        assert w.on_top == "PrepareScreen" and "Aan tafel" not in w.text()
        view = w.desk.view
        await w.press("escape")
        assert w.on_top == "HomeScreen"
        await w.press("f7", "h")
        assert w.on_top == "OpeningScreen", "who is here is asked before the talk begins"
        assert w.desk.view.conversations == view.conversations


async def test_a_line_leads_to_who_said_it(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("f7", "end", "enter")
        assert w.on_top == "TraceScreen"
