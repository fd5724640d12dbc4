"""Typing where one picks, refusals with a way on, what is told and when that goes, and undo on every screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key

from tests.screens.conftest import ANNIE
from tests.screens.test_home_screen import at_home
from tests.screens.test_talk_screen import GOOD, WORDS, field, said, spoken_to, talk, talking
from tests.tools.keys import UNHURRIED, wait
from tests.tools.window import SIZES, Window, window
from zlp_tui.plan.view import Place

ADDRESS = Place("how-we-talk", "address")
WHO = Place("at-the-table", "who")
PICK = "Kies met de pijlen en Enter."
SEVERAL = "Kies met de pijlen en de spatiebalk."
SAVED = "✓ Bewaard"
BEFORE = "✓ Vorige vraag: “"


async def burst(w: Window, text: str, enters: int = 1) -> None:
    """Words and Enter in one go, as when somebody types on without looking at the screen."""
    for character in text:
        w.app.post_message(events.Key(_character_to_key(character), character))
    for _ in range(enters):
        w.app.post_message(events.Key("enter", "\r"))
    await w.settled()


@pytest.mark.parametrize("size", SIZES)
async def test_letters_where_one_picks_are_answered_and_their_enter_picks_nothing(
    fresh: Path, size: tuple[int, int]
) -> None:
    async with talking(fresh, ADDRESS, size) as w:
        before = w.desk.view
        await w.type("de 2 tantes")
        assert PICK in w.words()
        await burst(w, " en 1 oom")
        assert (w.desk.view, w.desk.place) == (before, ADDRESS)
        assert PICK not in w.words()
        await w.press("down", "down", "enter")
        assert spoken_to(w) == "je"
        assert w.desk.place != ADDRESS


async def test_the_enter_after_the_one_that_ended_the_letters_picks(fresh: Path) -> None:
    async with talking(fresh, ADDRESS) as w:
        await burst(w, "graag u")
        assert w.desk.place == ADDRESS
        await w.press("down", "enter")
        assert w.desk.place != ADDRESS


@pytest.mark.parametrize("key", ["down", "up", "home"])
async def test_an_arrow_ends_the_letters(fresh: Path, key: str) -> None:
    async with talking(fresh, ADDRESS) as w:
        await w.type("je")
        await w.press(key)
        assert PICK not in w.words()
        await w.press("enter")
        assert w.desk.place != ADDRESS


async def test_a_click_picks_after_letters_too(fresh: Path) -> None:
    async with talking(fresh, ADDRESS) as w:
        await w.type("je")
        await w.click("Zeg maar je")
        assert spoken_to(w) == "je"


async def test_letters_on_the_row_of_keys_do_nothing_there_and_bring_one_to_the_answers(fresh: Path) -> None:
    async with talking(fresh, ADDRESS) as w:
        theme = w.app.theme
        talk(w).keys.focus()
        await w.settled()
        await burst(w, "tante")
        assert w.app.theme == theme
        assert w.desk.place == ADDRESS
        assert talk(w).entry.pick.has_focus


async def test_a_sentence_marks_nothing_where_several_may_be_picked(annie: Path) -> None:
    async with talking(annie, Place("agreements", "follows")) as w:
        place = w.desk.place
        before = talk(w).entry.pick.chosen
        await w.type("samen met 3 mensen")
        assert SEVERAL in w.words()
        await w.press("enter")
        assert talk(w).entry.pick.chosen == before
        assert w.desk.place == place
        await w.press("space")
        assert talk(w).entry.pick.chosen != before


async def test_letters_take_nothing_up_where_one_puts_in_order(annie: Path) -> None:
    async with talking(annie, Place("goals", "priority")) as w:
        before = talk(w).entry.order.ids
        await burst(w, "eerst de bakker")
        await w.press("down")
        assert talk(w).entry.order.ids == before
        assert "verplaats" not in w.words()


async def test_a_name_and_its_enter_typed_in_one_go_are_said_where_one_picks_too(fresh: Path) -> None:
    async with talking(fresh, WHO) as w:
        await burst(w, "Oma de Wit")
        assert "Oma de Wit" in [person.name for person in w.desk.present]
        assert w.desk.view.client in [person.id for person in w.desk.present]
        await w.press("enter")
        assert w.desk.place != WHO


async def test_what_is_pasted_where_one_picks_is_answered_too(fresh: Path) -> None:
    async with talking(fresh, ADDRESS) as w:
        w.app.post_message(events.Paste("je"))
        await w.settled()
        assert PICK in w.words()


async def test_letters_where_one_reads_are_answered_and_enter_goes_on(fresh: Path) -> None:
    async with talking(fresh, Place("welcome", "hello")) as w:
        await w.type("koffie t")
        assert "Hier hoeft niets getypt te worden." in w.words()
        assert w.desk.place == Place("welcome", "hello")
        await w.press("enter")
        assert w.desk.place == Place("welcome", "you-choose")
        assert w.desk.view.statements == ()


async def test_letters_at_the_last_question_of_a_new_plan_make_no_plan(tmp_path: Path) -> None:
    async with at_home(tmp_path / "home") as w:
        await w.press("enter")
        await burst(w, "Jan")
        wait(w.pilot, UNHURRIED)
        await burst(w, "")
        await w.type("je")
        assert PICK in w.words()
        await burst(w, "")
        assert w.on_top == "NewPlanScreen"
        await w.press("down", "enter")
        assert w.on_top == "TalkScreen"


@pytest.mark.parametrize(("item", "typed"), [("born-on", "30 februari"), ("email", "annie")])
async def test_what_must_have_a_form_is_refused_with_a_way_on(fresh: Path, item: str, typed: str) -> None:
    place = Place("personal-details", "person", item)
    async with talking(fresh, place, (60, 20)) as w:
        await w.type(typed)
        await w.press("enter")
        assert "Overslaan kan, met F6." in w.words()
        assert field(w).text == typed
        await w.press("f6")
        assert w.desk.place != place
        assert "Overslaan kan, met" not in w.words()


async def test_what_was_kept_is_said_of_the_question_before_where_enter_led_on_c18(fresh: Path) -> None:
    async with talking(fresh, ADDRESS) as w:
        await w.press("2")
        assert w.desk.place != ADDRESS
        assert SAVED not in w.words() and BEFORE in w.words()
        await w.press("f6")
        assert BEFORE not in w.words()


@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5", "f8", "pageup"])
async def test_saved_goes_with_another_way_to_ask_and_with_any_walk(fresh: Path, key: str) -> None:
    async with talking(fresh) as w:
        await w.type(WORDS)
        await w.press("enter")
        assert SAVED in w.words()
        await w.press(key)
        assert SAVED not in w.words()


async def test_saved_is_gone_when_one_comes_back_from_another_screen(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type(WORDS)
        await w.press("enter", "f1", "escape")
        assert w.on_top == "TalkScreen"
        assert SAVED not in w.words()
        assert said(w) == [WORDS]


@pytest.mark.parametrize("key", ["", "l", "a", "k"])
async def test_ctrl_z_undoes_on_every_screen_of_a_plan_that_can(annie: Path, key: str) -> None:
    async with talking(annie, GOOD) as w:
        before = said(w)
        await w.type(WORDS)
        await w.press("enter", "escape", *key)
        assert w.on_top != "TalkScreen"
        await w.press("ctrl+z")
        assert said(w) == before


async def test_ctrl_z_does_nothing_where_there_is_nothing_to_undo(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("f1", "ctrl+z")
        assert w.on_top == "HelpScreen"
        await w.press("escape", "w", "ctrl+z")
        assert w.on_top == "ParticipantsScreen"
