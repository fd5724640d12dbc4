"""“Dit kan nu niet” on the screens: from the wish to why, who thought along and when it is asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.navigation.routes import NOT_MET, STATEMENT
from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_wish_to_when_it_is_asked_again(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        w.desk.go(Place("good-day-bad-day", "sides", "good"))
        (ref,) = w.desk.answer(Spoken("Elke avond in bad.")).refs
        w.desk.sit_at_keyboard(w.desk.view.client)
        await w.press("l")
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.reach("Dit kan nu niet")
        await w.press("enter")
        assert w.on_top == "NotMetScreen"
        await w.reach("Anderen hebben")
        await w.press("enter")
        await w.type("Er is een bad.")
        await w.press("enter")
        await w.reach("wie er heeft mee")
        await w.press("enter")
        await w.type("Karim")
        await w.press("enter")
        await w.reach("wanneer we het weer")
        await w.press("enter")
        await w.type("1 juni")
        await w.press("enter")
        (said,) = w.desk.view.wishes_not_met
        assert (said.about, said.ground, said.text, said.consulted) == (ref, "others", "Er is een bad.", "Karim")
        assert said.ask_again_on is not None and said.ask_again_on.endswith("-06-01")
        await w.press("escape", "escape", "escape")
        await w.press("l")
        await w.reach("in bad")
        assert "Dit kan nu niet" in w.words()


async def test_where_a_colleague_is_wanted_it_is_asked_who_that_was(fresh: Path) -> None:
    async with window(fresh, ANNIE, SIZES[0]) as w:
        w.desk.go(Place("good-day-bad-day", "sides", "good"))
        (ref,) = w.desk.answer(Spoken("Elke avond in bad.")).refs
        w.desk.sit_at_keyboard(w.desk.view.client)
        assert w.app.navigator is not None
        w.app.navigator.navigate(NOT_MET, ref)
        await w.settled()
        await w.reach("Het past niet")
        await w.press("enter")
        await w.type("Warm water is niet goed.")
        await w.press("enter")
        assert "Wie heeft er meegedacht?" in w.words()
        await w.type("Karim")
        await w.press("enter")
        (said,) = w.desk.view.wishes_not_met
        assert (said.ground, said.consulted) == ("good-care", "Karim")
