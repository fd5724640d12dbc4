"""Search in a plan on the screens: what was said, by whom and when; Enter goes there (L48)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window


@pytest.mark.parametrize("size", SIZES)
async def test_from_the_map_to_what_was_said_by_keys_alone(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await w.press("z")
        assert w.on_top == "SearchPlanScreen"
        await w.type("eten anders")
        await w.press("enter")
        assert "“Over het eten denk ik anders.”" in w.words() and "Sanne" in w.words()
        await w.press("enter")
        assert w.on_top == "EditionScreen", "it stands in what was agreed on"
        await w.press("escape", "z")
        for _ in "eten anders":
            await w.press("backspace")
        await w.type("qqq")
        await w.press("enter")
        assert "Niets gevonden" in w.words()


async def test_a_line_leads_to_who_said_it_and_from_there_to_its_question(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await w.press("z")
        await w.type("rollator")
        await w.press("enter", "enter")
        assert w.on_top == "TraceScreen"
