"""The part of life of a goal, an agreement or a choice is said on the page of its line, as of what was said."""

from __future__ import annotations

from pathlib import Path

from screens.navigation.routes import STATEMENT
from tests.screens.conftest import ANNIE
from tests.tools.window import window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place


async def test_a_goal_an_agreement_and_a_choice_are_filed_under_a_part_of_life(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        for place, words in (
            (Place("goals", "goal"), "Weer lopen."), (Place("agreements", "want", "anything"), "Elke dag een rondje."),
            (Place("choices", "choice"), "Waar woon ik?"),
        ):
            w.desk.go(place)
            w.desk.answer(Spoken(words))
        view = w.desk.view
        for line in (view.goals[0], view.agreements[0], view.choices[0]):
            assert w.app.navigator is not None
            w.app.navigator.navigate(STATEMENT, line.id, lambda: None)
            await w.settled()
            await w.reach("Waar hoort dit bij?")
            await w.press("enter")
            await w.reach("Leren en ontdekken")
            await w.press("enter")
            assert "Hoort bij: Leren en ontdekken" in w.words()
        view = w.desk.view
        assert [line.domain for line in (view.goals[0], view.agreements[0], view.choices[0])] == ["learning"] * 3
