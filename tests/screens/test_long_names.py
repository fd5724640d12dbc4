"""What is pasted where a name is asked, however long, is doubted where one sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from screens.navigation.routes import KEYBOARD_USER, PARTICIPANTS
from tests.screens.conftest import ANNIE
from tests.screens.test_home_screen import at_home
from tests.tools.everywhere import show
from tests.tools.window import SIZES, Window, window
from zlp_tui.plan.view import Place

PASTED = ("Ik hou van kofie en van de kat " * 70)[:2000]


async def is_doubted_in_sight(w: Window, first: str = "") -> bool:
    """Whether the doubt about pasted words is on the screen, after Enter."""
    w.app.post_message(events.Paste(f"{first} {PASTED}"))
    await w.settled()
    await w.press("enter")
    assert w.page.notice.refusal, w.on_top
    return "een naam? Typ het dan" in w.words()


@pytest.mark.parametrize("size", SIZES[:2])
async def test_a_long_paste_for_a_name_is_doubted_in_sight(annie: Path, size: tuple[int, int]) -> None:
    seen = {}
    async with window(annie, ANNIE, size, asked=True) as w:
        for place in (Place("at-the-table", "who"), Place("people", "people"), Place("look-back", "who")):
            assert w.app.navigator is not None
            w.app.navigator.show_talk(place)
            await w.settled()
            seen[place.topic] = await is_doubted_in_sight(w, place.topic)
        for route in (PARTICIPANTS, KEYBOARD_USER):
            await show(w, route, "")
            seen[route.name] = await is_doubted_in_sight(w, route.name)
            await w.press("escape", "escape")
    assert [name for name, here in seen.items() if not here] == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_paste_for_a_plan_is_doubted_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path / "home", size) as w:
        await w.press("enter")
        assert await is_doubted_in_sight(w)
