"""PgDn and PgUp read on and back in every list that is longer than its window (U2)."""

from __future__ import annotations

from pathlib import Path

from screens.bases.base_list_screen import BaseListScreen
from screens.parts.line_list import LineList
from screens.talk.participants_screen import ParticipantsScreen
from tests.screens.conftest import ANNIE
from tests.screens.test_home_screen import at_home, plans
from tests.tools.everywhere import every_screen
from tests.tools.window import Window, window


async def read_on_and_back(w: Window, lines: LineList, where: str) -> bool:
    """To the last line and back to the first; False where all is in view already."""
    lines.focus()
    await w.settled()
    last = lines._height - lines.content_size.height
    if last <= 0:
        return False
    page = w.page
    for key, end in (("pagedown", last), ("pageup", 0)):
        for _ in range(last):
            if lines._window.top == end:
                break
            await w.press(key)
        assert (lines._window.top, w.page) == (end, page), (where, key)
        in_view = any(lines._sees(lines._cells.all[index]) for index in lines._cells.selectable)
        assert lines.waits or lines._sees(lines._cells.marked) is in_view, (where, key)
    return True


async def test_every_list_of_a_plan_can_be_read_to_its_end_by_page_u2(annie: Path) -> None:
    long = 0
    async with window(annie, ANNIE, (60, 20)) as w:
        async for name in every_screen(w):
            if isinstance(w.page, BaseListScreen) and not isinstance(w.page, ParticipantsScreen):
                long += await read_on_and_back(w, w.page.list, name)
    assert long > 5


async def test_the_list_of_plans_can_be_read_to_its_end_by_page_u2(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", *(f"Anna {number}" for number in range(20)))) as w:
        assert await read_on_and_back(w, w.app.home.list, "home")
