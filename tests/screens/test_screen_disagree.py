"""“I do not agree”: beside any line, with where to go and how it ended; the line itself stays (L38, M08)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, opening, window
from zlp_tui.text import one_line

SIGN = "Hier is Karim het niet mee eens"


async def disagree(w: Window, words: str = "Dinsdag past beter.") -> str:
    """From the map: Karim does not agree with the first agreement; its id."""
    card = w.desk.cards()[0]
    await w.press("a")
    await w.reach(card.title[:12])
    await w.press("e")
    assert w.on_top == "DisagreeScreen"
    await w.click("Karim", nth=-1)
    await w.type(words)
    await w.press("enter")
    return card.ref


@pytest.mark.parametrize("size", SIZES)
async def test_from_an_agreement_to_where_one_can_go_with_it(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        ref = await disagree(w)
        (kept,) = w.desk.view.disagreements
        assert (kept.about, kept.text, kept.voice.name) == (ref, "Dinsdag past beter.", "Karim")
        await w.reach("cliëntondersteuner")
        await w.press("enter")
        assert w.desk.view.disagreements[0].route == "supporter"
        assert "cliëntondersteuner" in w.text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_says_so_in_words_wherever_it_stands(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await disagree(w)
        await w.press("escape", "escape", "escape")
        assert w.on_top == "AgreementsScreen"
        assert SIGN in w.words()
        await w.press("v")
        assert w.on_top == "TraceScreen"
        assert SIGN in w.words()
        await w.press("enter")
        assert w.on_top == "StatementScreen"
        assert SIGN in w.words()


async def test_in_the_letter_too_and_no_more_once_it_ended(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("l")
        said = w.desk.view.live_statements[0]
        await w.reach(one_line(said.text)[:20])
        await w.press("e")
        await w.type("Zo was het niet.")
        await w.press("enter", "end", "enter")
        await w.reach("Zeggen hoe het afliep")
        await w.press("enter")
        await w.type("We hebben het uitgepraat.")
        assert "het niet mee eens" not in w.text()
        await w.press("escape", "escape", "escape")
        assert w.on_top == "LetterScreen"
        assert "het niet mee eens" in w.words()
        await w.press("e", "enter")
        await w.reach("Zeggen hoe het afliep")
        await w.press("enter", "enter")
        assert w.desk.view.disagreements[0].ended_how == "We hebben het uitgepraat."
        await w.press("escape", "escape")
        assert "het niet mee eens" not in w.words()
        assert w.desk.view.live_statements[0] == said


async def test_said_anew_it_is_still_not_agreed_with(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        said = w.desk.view.live_statements[0]
        w.desk.follow_up.disagree(said.id, "Nee.")
        kept = w.desk.correct(said.id, "Anders gezegd.")
        await w.press("l")
        await w.reach("Anders gezegd.")
        assert kept.refs
        assert "het niet mee eens" in w.words()


async def test_words_are_there_again_after_the_window_was_closed(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("a")
        await w.reach(w.desk.cards()[0].title[:12])
        await w.press("e")
        await w.type("Ik vind dit te")
        w.app._flush_drafts()
    async with window(annie, ANNIE, times=2) as w:
        await w.press("a")
        await w.reach(w.desk.cards()[0].title[:12])
        await w.press("e")
        assert "Ik vind dit te" in w.text()


async def test_undo_takes_it_back_and_all_of_them_are_found_by_name(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await disagree(w)
        await w.press("u")
        assert not w.desk.view.disagreements
        await w.press("escape", "escape", "ctrl+p")
        await w.type("niet mee eens")
        await w.press("enter")
        assert w.on_top == "DisagreeScreen"
        assert "Dat heeft nog niemand gezegd." in w.text()


async def test_one_can_talk_with_whose_words_they_are_c15(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await disagree(w)
        assert w.words().count("Praat er samen over.") == 1, "she said the line, and it is her plan"
        await w.reach("mevrouw De Vries")
        await w.press("enter")
        assert w.desk.view.disagreements[0].route is None
        assert "Later kan hier staan hoe het afliep" in w.words()


async def test_the_opening_tells_of_it_and_leads_there(annie: Path) -> None:
    """L-9: nothing told at the beginning of a talk that somebody does not agree."""
    async with window(annie, ANNIE) as w:
        agreement = w.desk.view.active_agreements()[0]
        w.desk.follow_up.disagree(agreement.id, "Liever korter.")
    async with opening(annie, ANNIE, times=2) as w:
        assert "Iemand is het met 1 ding niet eens" in w.words()
        await w.press("e")
        assert w.on_top == "DisagreeScreen" and "Liever korter." in w.words()
        await w.press("escape")
        assert w.on_top == "OpeningScreen"


async def test_whom_it_is_about_is_chosen_from_the_plan(annie: Path) -> None:
    """M08."""
    async with window(annie, ANNIE) as w:
        await disagree(w)
        await w.press("escape")
        await w.reach("Zeg over wie het gaat")
        await w.press("enter")
        await w.reach("Sanne")
        await w.press("enter")
        assert "het gaat over Sanne" in w.words()
        (said,) = w.desk.view.disagreements
        assert said.person is not None and w.desk.view.person(said.person).called == "Sanne"
