"""A choice on the screens: enough weighed, now or later as a second tap, and answers to open questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Option, Place


def lay(w: Window) -> tuple[str, Option]:
    """A choice with an option; one is at what is fine about it."""
    w.desk.go(Place("choices", "choice"))
    choice = w.desk.answer(Spoken("Hoe kom ik buiten?")).refs[0]
    w.desk.go(Place("choices", "options", choice))
    w.desk.answer(Spoken("Met de groep."))
    return choice, w.desk.view.choices[0].options[1]


@pytest.mark.parametrize("size", SIZES)
async def test_a_second_tap_says_now_or_later_and_a_key_that_it_was_enough(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        choice, option = lay(w)
        w.desk.go(Place("choices", "weigh", f"{choice}/{option.id}/for"))
        await w.press("escape", "enter")
        assert "Is dat voor nu of voor later?" not in w.text()
        await w.type("Gezellig")
        await w.press("enter")
        assert "Is dat voor nu of voor later?" in w.text()
        await w.press("tab", "right", "enter")
        (reason,) = w.desk.view.choices[0].options[1].considerations
        assert reason.term == "long"
        await w.press("ctrl+o")
        assert w.desk.place == Place("choices", "questions", choice)
        await w.press("ctrl+o")
        assert w.desk.place == Place("choices", "questions", choice)


async def test_enough_says_what_is_typed_and_leaves_nothing_behind(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        choice, option = lay(w)
        w.desk.go(Place("choices", "weigh", f"{choice}/{option.id}/against"))
        await w.press("escape", "enter")
        await w.type("Het is vroeg")
        await w.press("ctrl+o")
        assert [c.text for c in w.desk.view.choices[0].options[1].considerations] == ["Het is vroeg"]
        assert w.desk.place.step == "questions"


async def test_enter_on_an_open_question_answers_it_and_ticks_it_off_v79(fresh: Path) -> None:
    async with window(fresh, ANNIE, (120, 35)) as w:
        choice, _ = lay(w)
        w.desk.go(Place("choices", "questions", choice))
        w.desk.answer(Spoken("Wat kost het?"))
        await w.press("k")
        await w.click("Wat kost het?")
        assert w.on_top == "AnswerQuestionScreen"
        await w.type("Niets")
        await w.press("enter")
        assert "Wat weten we nu?" not in w.text() and "Van wie weten we dit?" in w.text()
        await w.press("enter")
        await w.type("de folder")
        await w.press("enter")
        (question,) = w.desk.view.choices[0].open_questions
        assert (question.answer, question.by) == ("Niets", "de folder")
        await w.press("escape")
        assert "We weten nu:" in w.text() and "✓" in w.text() and "Dit willen we nog weten" not in w.text()
