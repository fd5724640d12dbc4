"""The editions: when, who was there, who agrees in their own words; and each beside the plan of now (C9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.navigation.routes import EDITIONS
from tests.screens.conftest import ANNIE
from tests.screens.test_screen_results import read
from tests.tools.window import SIZES, window


@pytest.mark.parametrize("size", SIZES)
async def test_each_tells_who_was_there_and_what_they_say(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await w.press("ctrl+p")
        await w.type("wat is vastgelegd")
        await w.press("enter")
        shown = await read(w)
        assert shown.index("Versie 2, vastgelegd op 3 september 2025") < shown.index("Versie 1, vastgelegd op 3 maart")
        assert shown.count("Erbij waren: mevrouw De Vries en Sanne") == 2
        assert "✓ mevrouw De Vries: Ja, mee eens “Ja. Zo is het nu.”" in shown
        assert "× Sanne: Nee, niet mee eens “Over het eten denk ik anders.”" in shown


async def test_one_stands_beside_the_plan_of_now_or_beside_the_next(year: Path) -> None:
    async with window(year, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(EDITIONS)
        await w.settled()
        await w.press("x")
        assert "Er is geen nieuwer plan." in w.text()
        await w.press("down", "s")
        assert w.on_top == "ThenAndNowScreen"
        assert "Toen · Versie 1" in w.text()
        assert "Nu · Het plan zoals het nu is" in w.text()
        await w.press("b", "end", "x")
        assert w.on_top == "ThenAndNowScreen"
        assert "Toen · Versie 1" in w.text()
        assert "Nu · Versie 2" in w.text()


async def test_with_the_mouse_only(year: Path) -> None:
    async with window(year, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(EDITIONS)
        await w.settled()
        await w.click("Versie 1")
        assert w.on_top == "EditionScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_one_can_be_read_as_it_was_agreed_on_and_stands_beside_now_by_one_key(
    year: Path, size: tuple[int, int]
) -> None:
    """rows-l, smaller: an edition of then could only be compared."""
    async with window(year, ANNIE, size) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(EDITIONS)
        await w.settled()
        await w.press("down", "enter")
        assert w.on_top == "EditionScreen" and "Versie 1, vastgelegd op 3 maart" in w.text()
        shown = await read(w)
        assert "Ik ben Annie de Vries" in shown
        await w.press("right", "s")
        assert w.on_top == "ThenAndNowScreen" and "Toen · Versie 1" in w.text()


@pytest.mark.parametrize("size", SIZES)
async def test_without_one_it_is_friendly(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(EDITIONS)
        await w.settled()
        assert "Er is nog geen plan vastgelegd." in w.text()
        await w.press("enter", "f1")
        assert "Oneens zijn mag." in w.words()
        await w.press("escape", "h")
        assert w.desk.place.topic == "agreed"
