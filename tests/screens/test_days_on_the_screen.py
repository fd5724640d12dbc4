"""A day that was understood is told in full, also where it is the last question; a doubt leaves what was typed (F4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.steps.answer_field import AnswerField
from tests.screens.test_talk_screen import talking
from tests.tools.window import Window
from zlp_tui.plan.view import Place

BORN = Place("personal-details", "person", "born-on")
LAST_DAY = Place("next-time", "dates", "evaluate-on")


def typed(w: Window) -> str:
    """What stands in the field."""
    return w.app.screen.query_one(AnswerField).text


async def test_the_day_is_told_in_full_f4(fresh: Path) -> None:
    async with talking(fresh, BORN) as w:
        await w.type("12-6-36")
        await w.press("enter")
        assert w.desk.place != BORN
        assert "Vorige vraag: vrijdag 12 juni 1936" in w.words()


async def test_not_knowing_goes_on_with_a_kind_word_and_says_nothing_of_saved_f5(fresh: Path) -> None:
    async with talking(fresh, BORN) as w:
        await w.type("weet ik niet")
        await w.press("enter")
        assert w.desk.place != BORN
        assert "Dat geeft niet." in w.words()
        assert "Bewaard" not in w.words()
        assert typed(w) == ""


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_doubt_is_one_sentence_and_enter_again_is_yes_f4(fresh: Path, size: tuple[int, int]) -> None:
    place = Place("look-again", "dates", "first-evaluation-on")
    async with talking(fresh, place, size) as w:
        await w.type("1 mei 1999")
        await w.press("enter")
        assert "zaterdag 1 mei 1999 ligt al achter ons. Klopt dat?" in w.words()
        assert "Overslaan kan" not in w.words()
        assert (w.desk.place, typed(w)) == (place, "1 mei 1999")
        await w.press("enter")
        assert "Vorige vraag: zaterdag 1 mei 1999" in w.words()
        assert w.desk.view.fact("first-evaluation-on") == "1999-05-01"
