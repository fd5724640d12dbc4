"""The history of a line is reached from wherever the line stands, and from the map one looks back (L97)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.navigation.routes import HISTORY, TRACE
from tests.screens.conftest import ANNIE
from tests.tools.evaluated import SHOP, SHOP_NOW
from tests.tools.window import SIZES, window
from zlp_tui.text import one_line


@pytest.mark.parametrize("size", SIZES)
async def test_from_an_agreement(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await w.press("a")
        await w.reach("Elke dinsdag")
        await w.press("b")
        assert w.on_top == "HistoryScreen"
        assert "Elke dinsdag samen een stukje lopen." in w.words()
        assert "maandag 3 maart 2025" in w.words()
        await w.press("escape")
        assert w.on_top == "AgreementsScreen"


@pytest.mark.parametrize("key", ["b", "enter"])
async def test_from_where_a_line_comes_from_and_from_saying_it_anew(year: Path, key: str) -> None:
    async with window(year, ANNIE) as w:
        said = next(one for one in w.desk.view.live_statements if one.text == SHOP_NOW)
        assert w.app.navigator is not None
        w.app.navigator.navigate(TRACE, said.id)
        await w.settled()
        await w.press(key)
        if key == "enter":
            assert w.on_top == "StatementScreen"
            await w.press("b")
        assert w.on_top == "HistoryScreen"
        assert w.words().index(SHOP) < w.words().index(one_line(SHOP_NOW)[:30])


async def test_an_unknown_line_is_told_and_not_raised(year: Path) -> None:
    async with window(year, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(HISTORY, "nothing")
        await w.settled()
        assert w.on_top == "HistoryScreen"
        await w.press("down", "escape")
        assert w.on_top == "MapScreen"


@pytest.mark.parametrize(("key", "screen"), [("r", "ResultsScreen"), ("s", "ThenAndNowScreen")])
async def test_from_the_map_one_looks_back(year: Path, key: str, screen: str) -> None:
    async with window(year, ANNIE, (60, 20)) as w:
        await w.press(key)
        assert w.on_top == screen
        await w.press("escape")
        assert w.on_top == "MapScreen"
