"""A window that is too small names the ways out and takes nothing else (F19)."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.screens.conftest import ANNIE
from tests.screens.test_enter_is_told import snapshot
from tests.screens.test_talk_screen import field, talking
from tests.tools.everywhere import every_screen
from tests.tools.window import Window, window

SMALL = ((59, 24), (80, 19), (40, 10), (30, 6))
KEYS = ("enter", "space", "1", "a", "escape", "pagedown", "f6", "down", "tab", "ctrl+p", "ctrl+z", "ctrl+c", "u")


async def resize(w: Window, size: tuple[int, int]) -> None:
    await w.pilot.resize_terminal(*size)
    await w.pilot.pause()
    await w.settled()


async def nothing_reaches(w: Window) -> None:
    """No key, no paste and no click changes anything beneath."""
    before = w.on_top, w.desk.view, w.desk.place, w.desk.voice, w.page.focused
    await w.press(*KEYS)
    w.app.post_message(events.Paste("blind geplakt"))
    for kind in (events.MouseDown, events.MouseUp, events.MouseScrollDown):
        w.app.post_message(kind(None, 5, 3, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=3))
    await w.settled()
    assert (w.on_top, w.desk.view, w.desk.place, w.desk.voice, w.page.focused) == before


@pytest.mark.parametrize("size", SMALL)
async def test_what_is_typed_stays_and_nothing_is_typed_blind_f19(
    fresh: Path, size: tuple[int, int]
) -> None:
    async with talking(fresh) as w:
        await w.type("Begin")
        await resize(w, size)
        words = w.words()
        assert "Maak het venster groter, of de letters kleiner." in words
        assert "F9: stoppen. Alles blijft bewaard." in words
        assert "Typ: zlp --plain" in words
        await nothing_reaches(w)
        assert field(w).text == "Begin"
        await resize(w, (80, 24))
        assert field(w).text == "Begin"
        await w.type(" en verder")
        await w.press("enter")
        assert [s.text for s in w.desk.view.live_statements] == ["Begin en verder"]


async def test_no_key_reaches_any_screen_beneath_f19(year: Path) -> None:
    async with window(year, ANNIE) as w:
        async for name in every_screen(w):
            before = snapshot(w)
            await resize(w, (50, 24))
            assert "Maak het venster groter" in w.words(), name
            await nothing_reaches(w)
            await resize(w, (80, 24))
            assert snapshot(w)[:4] == before[:4]


@pytest.mark.parametrize("key", ["f9", "ctrl+q"])
async def test_the_ways_out_work_and_keep_what_is_typed_f19(fresh: Path, key: str) -> None:
    async with talking(fresh) as w:
        await w.type("Half gezegd")
        await resize(w, (40, 12))
        await w.press(key)
        assert not w.app.is_running or w.app._exit
        assert w.app.return_code == 0
    async with window(fresh, ANNIE, times=2) as w:
        assert "Half gezegd" in [draft.text for draft in w.desk.drafts()]


async def test_the_way_out_has_the_name_of_the_users_own_key_f19(annie: Path) -> None:
    async with window(annie, ANNIE, keymap={"stop-talking": "ctrl+g"}) as w:
        await resize(w, (40, 12))
        assert "Ctrl+G: stoppen" in w.words()
        await w.press("f9")
        assert w.app.is_running
        await w.press("ctrl+g")
        assert w.app.return_code == 0
