"""The map: the four questions around deciding together, their topics, and what was said there last."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.overviews.map_screen import MapScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place
from zlp_tui.text import clean, one_line

QUESTIONS = ("Samen beginnen", "Wie ben ik?", "Hoe wil ik leven?", "Wie doet wat?", "Hoe gaat het?")
GOOD_DAY = Place("good-day-bad-day", "sides", "good")


async def to_question(open_window: Window, title: str) -> None:
    """Turn the cycle to a question, with the keyboard."""
    screen = open_window.page
    assert isinstance(screen, MapScreen)
    for _ in QUESTIONS:
        if next(c.title for c in screen.chapters if c.id == screen.chapter) == title:
            return
        await open_window.press("right")
    raise AssertionError(title)


@pytest.mark.parametrize("size", SIZES)
async def test_shows_all_questions_each_with_its_state_in_words(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        shown = w.words()
        assert all(question in shown for question in QUESTIONS)
        assert (shown.count("over gepraat"), shown.count("●")) == (3, 3)
        assert (shown.count("begonnen"), shown.count("◐")) == (2, 2), "no plan of one's own, and nobody agreed yet"


@pytest.mark.parametrize("size", SIZES)
async def test_of_a_new_plan_nothing_nags(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        shown = w.words()
        assert shown.count("○") == shown.count("nog niet") >= 3
        for question in QUESTIONS:
            await to_question(w, question)
            for nagging in ("leeg", "%", "verplicht", "ontbreekt", "0 van"):
                assert nagging not in w.words().casefold()


async def test_in_the_smallest_window_the_keys_leave_room_for_the_topics(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        assert "Praten" in w.lines()[-2]
        assert "Stoppen" in w.lines()[-1]
        assert "met Sanne en Karim" in w.lines()[0], "who is here, in as many words as fit"


async def test_deciding_together_is_in_the_middle_of_the_cycle(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        lines = w.lines()
        middle = next(n for n, line in enumerate(lines) if "samen beslissen" in line)
        above = next(n for n, line in enumerate(lines) if "Hoe wil ik leven?" in line)
        below = next(n for n, line in enumerate(lines) if "Wie doet wat?" in line)
        assert above < middle < below


async def test_arrows_go_round_and_every_topic_can_be_reached(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        for question in QUESTIONS:
            await to_question(w, question)
            await w.press("home")
            chapter = next(c for c in w.desk.map() if c.title == question)
            for topic in chapter.topics:
                await w.reach(topic.title[:24])


@pytest.mark.parametrize("size", SIZES)
async def test_with_keys_only_enter_talks_about_the_marked_topic(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await to_question(w, "Wie ben ik?")
        await w.reach("Een goede dag")
        await w.press("enter")
        assert w.on_top == "TalkScreen"
        assert w.desk.place.topic == "good-day-bad-day"


@pytest.mark.parametrize("size", SIZES)
async def test_with_the_mouse_only_a_click_on_a_question_and_a_topic(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.click("Hoe wil ik leven?")
        topic = next(c for c in w.desk.map() if c.id == "my-life").topics[0]
        await w.click(topic.title)
        assert w.on_top == "TalkScreen"
        assert w.desk.place.topic == topic.id


async def test_a_topic_shows_what_was_said_last_and_by_whom(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        w.desk.go(GOOD_DAY)
        sanne, _ = w.desk.join("Sanne")
        w.desk.speak_as(sanne.id)
        w.desk.answer(Spoken("De kinderen komen."))
        await w.press("l", "escape")
        await to_question(w, "Wie ben ik?")
        line = next(line for line in w.lines() if "De kinderen" in line)
        assert "Een goede dag" in line
        assert line.rstrip(" │┃").endswith("Sanne")


@pytest.mark.parametrize(
    ("key", "label", "screen"),
    [
        ("l", "Mijn plan", "LetterScreen"), ("a", "Afspraken", "AgreementsScreen"), ("k", "Keuzes", "ChoicesScreen"),
        ("w", "Wie is erbij", "ParticipantsScreen"), ("f1", "Hulp", "HelpScreen"),
    ],
)
async def test_letters_and_the_row_of_keys_open_the_other_screens(
    annie: Path, key: str, label: str, screen: str
) -> None:
    async with window(annie, ANNIE) as w:
        await w.press(key)
        assert w.on_top == screen
        await w.press("escape")
        assert w.on_top == "MapScreen"
        await w.click(label)
        assert w.on_top == screen
        await w.click("Terug")
        assert w.on_top == "MapScreen"


async def test_escape_stops_and_keeps(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("escape")
        assert w.on_top == "HomeScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_being_typed_is_offered_back(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        w.desk.go(GOOD_DAY)
        w.desk.keep_draft("Als het regent dan")
        await w.press("l", "escape")
        assert "Hier was nog iets half getypt" in w.text()
        await w.press("home")
        assert any("▸" in line and "Een goede dag" in line for line in w.lines())
        await w.press("enter")
        assert w.desk.place == GOOD_DAY
        assert "Als het regent dan" in w.text()


async def test_undo_takes_back_the_last_thing_and_says_which(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        w.desk.go(GOOD_DAY)
        w.desk.answer(Spoken("Koffie bij het raam."))
        await w.press("u")
        assert "Ongedaan gemaakt: “Koffie bij het raam.”" in w.words()
        assert w.desk.view.live_statements == ()
        await w.press("u")
        assert "Er is niets om ongedaan te maken" in w.words()


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_words_are_shown_as_they_were_kept(fresh: Path, row: str) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        w.desk.go(GOOD_DAY)
        w.desk.answer(Spoken(HOSTILE[row]))
        w.desk.keep_draft(HOSTILE[row])
        await w.press("l", "escape")
        await to_question(w, "Wie ben ik?")
        kept = one_line(clean(HOSTILE[row]).text)
        assert kept[:8] in w.text()
        await w.press("home")
        assert kept[:8] in w.text()
        await w.click(kept[:8])
        assert w.on_top == "TalkScreen"


async def test_another_size_draws_the_map_anew(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        for width, height in ((20, 5), (60, 20), (300, 100), (80, 24), (120, 35)):
            await w.pilot.resize_terminal(width, height)
            await w.settled()
            shown = w.words()
            assert ("Maak het venster groter" in shown) == (width < 60)
            assert width < 60 or all(question in shown for question in QUESTIONS)


async def test_a_fact_stands_after_its_name_c22(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        assert "Wie meedachten: mevrouw De Vries" in w.words()


@pytest.mark.parametrize(("size", "fits"), [((60, 20), False), ((80, 24), False), ((120, 35), True)])
async def test_where_not_all_keys_fit_one_leads_to_them_all_c10(
    annie: Path, size: tuple[int, int], fits: bool
) -> None:
    async with window(annie, ANNIE, size) as w:
        assert ("Ctrl+P Meer" in w.words()) is not fits
        rows = [line for line in w.lines() if "Enter Praten" in line or "Stoppen" in line]
        assert fits or (len(rows) == 2 and w.lines()[-2:] == rows), "two rows of keys"
        assert ("Opmerkingen" in w.words()) is fits
        if not fits:
            await w.click("Ctrl+P Meer")
            assert w.on_top == "CommandPaletteScreen"
