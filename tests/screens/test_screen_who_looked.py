"""Who looked into the plan is read from the map, by day, in plain sentences and without any words of the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window
from zlp_tui.conversation.ports.turn import Spoken


@pytest.mark.parametrize("size", SIZES)
async def test_each_day_tells_who_did_what_and_no_words(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        client = w.desk.view.client
        karim, _ = w.desk.join("Karim")
        w.desk.seat((client, karim.id))
        w.desk.sit_at_keyboard(karim.id)
        w.desk.go_topic("good-day-bad-day")
        w.desk.speak_as(client)
        w.desk.answer(Spoken("Slapen tot negen uur."))
        await w.press("f3")
        assert w.on_top == "WhoLookedScreen"
        (day,) = looked = w.desk.history.who_looked().days
        assert day.lines == (
            "Het plan is begonnen.", "Mevrouw De Vries keek in het plan.", "Karim schreef op wat mevrouw De Vries zei.",
        )
        for line in (day.title, *day.lines):
            assert line in w.words()
        assert "Slapen" not in str(looked) and len(day.code.split()) == 5
        assert "Dit plan heeft geen slot." in w.words()
        await w.press("escape")
        assert w.on_top == "MapScreen"
