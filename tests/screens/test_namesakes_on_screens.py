"""Every screen of a plan in which all but the client have one name tells them apart (F10)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.navigation.routes import ROUTES
from tests.conversation.test_namesakes import BARE, ONE, all_called_the_same
from tests.tools.window import door, lay_examples, window

WILLEM = "Willem Hoekstra"
CUT = f"{ONE}…"


@pytest.mark.parametrize("size", [(120, 35), (60, 20)])
async def test_no_screen_names_anybody_without_what_tells_them_apart_f10(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    lay_examples(tmp_path)
    front = door(tmp_path)
    all_called_the_same(front.sit_down(front.find(WILLEM))).leave()
    front.close()
    named = 0
    async with window(tmp_path, WILLEM, size) as w:
        for route in (route for route in ROUTES if route.msgid):
            w.page.action_navigate(route.name)  # type: ignore[attr-defined]
            await w.settled()
            words = w.words().replace(CUT, "")
            bare = BARE.search(words)
            assert bare is None, f"{route.name}: {words[max(0, bare.start() - 200) : bare.end() + 60]}"
            named += words.count(ONE)
        w.page.navigator.show_talk()  # type: ignore[attr-defined]
        await w.settled()
        assert not BARE.search(w.words().replace(CUT, ""))
    assert named > 10
