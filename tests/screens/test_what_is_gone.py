"""A screen about one thing says so once that thing is gone: taken back or undone under it, whatever key comes next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from screens.navigation import routes
from screens.navigation.navigator import Route
from tests.screens.conftest import ANNIE
from tests.tools.everywhere import arguments
from tests.tools.window import window
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.plan.view import Place

ALL: Final[Mapping[str, Route[...]]] = {
    route.name: route for route in vars(routes).values() if isinstance(route, Route)
}


@pytest.mark.parametrize("name", ALL)
async def test_every_key_answers_once_all_of_it_was_undone(fresh: Path, name: str) -> None:
    async with window(fresh, ANNIE) as w:
        w.desk.go(Place("good-day-bad-day", "sides", "good"))
        said = w.desk.answer(Spoken("Koffie.")).refs[0]
        w.desk.go(Place("agreed", "together", "confirm"))
        w.desk.answer(Picked(("yes",)))
        assert w.app.navigator is not None
        w.app.navigator.navigate(ALL[name], *arguments(ALL[name], said))
        await w.settled()
        opened = w.page
        while w.desk.undo() is not None:
            pass
        own = [key for action in opened.ACTIONS for key in action.keys.split(",") if key]
        for key in dict.fromkeys(("right", "left", "enter", *own)):
            if w.page is opened:
                await w.press(key)
        assert w.app.is_running
