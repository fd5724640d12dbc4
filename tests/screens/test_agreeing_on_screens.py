"""Agreeing on the plan on the screens: by no key too many, and to be undone while the conversation lasts (rows-l 8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place


@pytest.mark.parametrize("size", SIZES)
async def test_going_on_and_enter_make_no_edition_and_undo_takes_one_back(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        w.desk.go(Place("good-day-bad-day", "sides", "good"))
        w.desk.answer(Spoken("Koffie."))
        assert w.app.navigator is not None
        w.app.navigator.show_topic("agreed")
        await w.settled()
        await w.press("pagedown", "enter", "enter")
        assert w.desk.place.item == "confirm" and w.desk.view.agreed_editions == ()
        assert "Versie 1 · dinsdag 3 maart 2026, met mevrouw De Vries" in w.words()
        assert "mevrouw De Vries is niet gevraagd." in w.words()
        await w.press("1")
        assert len(w.desk.view.agreed_editions) == 1
        await w.press("ctrl+z")
        assert w.desk.view.agreed_editions == () and w.desk.place.item == "confirm"
        await w.press("ctrl+y")
        assert len(w.desk.view.agreed_editions) == 1
