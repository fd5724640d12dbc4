"""No key that was meant for another screen, or that repeats, chooses or confirms anything anywhere (C4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from screens.navigation.routes import PARTICIPANTS
from screens.parts.early_keys import TOO_EARLY
from screens.parts.line_list import LineList
from screens.steps.answer_field import AnswerField
from tests.screens.conftest import ANNIE
from tests.screens.test_enter_is_told import snapshot
from tests.screens.test_home_screen import at_home
from tests.screens.test_talk_screen import field, talk, talking
from tests.tools.everywhere import every_screen, show
from tests.tools.keys import UNHURRIED, key_event, wait
from tests.tools.todays import with_clients
from tests.tools.window import Window, opening, window
from zlp_tui.plan.view import Place

SOON = TOO_EARLY / 5
LOOK_AGAIN = Place("look-again", "dates", "first-evaluation-on")


async def nothing_happens(w: Window, *keys: str) -> None:
    """None of these keys does anything, so soon."""
    before = snapshot(w)
    for key in keys:
        await w.press(key, after=SOON)
        assert snapshot(w) == before, (w.on_top, key)


async def test_no_list_is_chosen_from_before_it_could_be_seen_c4(year: Path) -> None:
    """On every screen: Enter, Space and digits do nothing right after it appeared, and the same Enter works later."""
    async with window(year, ANNIE) as w:
        async for name in every_screen(w):
            w.page.early.appeared()
            types = name == "talk" or isinstance(w.page.focused, AnswerField | Input)  # fields take every key
            await nothing_happens(w, "enter", *(() if types else ("1", "space")))


async def test_home_and_the_opening_take_no_enter_before_they_could_be_seen_c4(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        w.page.early.appeared()
        await nothing_happens(w, "enter", "space", "1")
        await w.press("enter", "escape", "escape")
        for after, shown in ((SOON, "HomeScreen"), (UNHURRIED, "OpeningScreen")):
            w.page.early.appeared()
            await w.press("enter", after=after)
            assert w.on_top == shown


async def test_an_enter_that_is_held_down_opens_one_screen_c4(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await w.press("l", "enter")
        assert w.on_top == "TraceScreen"
        await nothing_happens(w, *["enter"] * 10)
        await w.press("enter")
        assert w.on_top == "StatementScreen"
        await nothing_happens(w, *["enter"] * 10)


async def test_a_held_enter_does_not_walk_through_questions_c4(fresh: Path) -> None:
    async with talking(fresh) as w:
        place = w.desk.place
        await w.type("Koffie.")
        await w.press("enter")
        assert "Bewaard" in w.words()
        for _ in range(10):
            await w.press("enter", after=SOON)
        assert w.desk.place == place
        await w.press("enter")
        second = w.desk.place
        assert second != place
        for _ in range(10):
            await w.press("enter", after=SOON)
        assert w.desk.place == second


async def test_a_double_enter_confirms_no_doubtful_day_c4(fresh: Path) -> None:
    async with talking(fresh, LOOK_AGAIN) as w:
        await w.type("1 mei 1999")
        await w.press("enter")
        assert w.page.notice.refusal
        before = w.desk.view
        for _ in range(5):
            await w.press("enter", after=SOON)
        assert (w.desk.view, field(w).text) == (before, "1 mei 1999")
        await w.press("enter")
        assert w.desk.view.fact("first-evaluation-on") == "1999-05-01"


@pytest.mark.parametrize("name", ["12", "morgen komt de dokter langs"])
async def test_a_double_enter_confirms_no_doubtful_name_c4(fresh: Path, name: str) -> None:
    async with window(fresh, ANNIE) as w:
        await show(w, PARTICIPANTS, "")
        await w.press("n")
        await w.type(name)
        await w.press("enter")
        assert w.page.notice.refusal
        for _ in range(5):
            await w.press("enter", after=SOON)
        assert [person.name for person in w.desk.present] == [ANNIE]
        await w.press("enter")
        assert name in [person.name for person in w.desk.present]


async def test_words_and_their_enter_are_taken_however_fast_they_come_c4(fresh: Path) -> None:
    """Dictation and quick typists: text that was typed since makes each Enter a new one."""
    async with talking(fresh) as w:
        for words in ("Een", "Twee", "Drie"):
            for letter in words:
                await w.press(letter, after=0.0)
            await w.press("enter", after=0.0)
        assert [s.text for s in w.desk.view.live_statements] == ["Een", "Twee", "Drie"]


async def test_a_search_and_its_enter_are_taken_however_fast_they_come_c4(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        wait(w.pilot, 1)
        for key in ("ctrl+p", *"mijn plan".replace(" ", "_").split("_")[0], "enter"):
            await w.press(key, after=0.0)
        assert w.on_top != "CommandPaletteScreen"
        assert talk(w) if w.on_top == "TalkScreen" else True


async def at_once(w: Window, *keys: str) -> None:
    """Press keys faster than any screen opens."""
    wait(w.pilot, UNHURRIED)
    for key in keys:
        w.app.post_message(key_event(key))
    await w.settled()


def ways_in(w: Window) -> tuple[str, ...]:
    """The keys of the screen on top that may open another one."""
    known = {"escape", "enter", "space", "up", "down", "left", "right"}
    own = (key for action in w.page.actions() if action.id != "quit" for key in action.keys[:1])
    return tuple(key for key in own if key not in known and not key.startswith("page"))


async def back_to(w: Window, screen: str) -> None:
    for _ in range(8):
        await w.app.workers.wait_for_complete()
        await w.settled()
        if w.on_top == screen:
            return
        await w.press("escape")
    raise AssertionError(w.text())


async def lost_keys(w: Window) -> tuple[set[str], set[str]]:
    """The keys of the screen on top that open a screen with numbers; and those after which a key at once was lost."""
    here, numbered, lost = w.on_top, set(), set()
    for key in ways_in(w):
        await w.press(key)
        opened, alone = w.on_top, snapshot(w)
        if opened == here:
            continue
        has_numbers = isinstance(w.page.focused, LineList) and bool(w.page.focused.numbered())
        await w.press("escape")
        after = w.on_top
        await back_to(w, here)
        await at_once(w, key, "escape")
        if w.on_top != after:
            lost.add(f"{key} escape")
        await back_to(w, here)
        if has_numbers:
            numbered.add(key)
            await at_once(w, key, "1")
            if snapshot(w) == alone:
                lost.add(f"{key} 1")
            await back_to(w, here)
    return numbered, lost


async def test_a_key_at_once_after_the_one_that_opens_a_screen_reaches_that_screen(year: Path) -> None:
    """Whoever knows the way types on: the screen that comes takes it, and a digit chooses there."""
    async with window(year, ANNIE, asked=True) as w:
        numbered, lost = await lost_keys(w)
        assert (lost, {"g", "ctrl+n"} <= numbered) == (set(), True)
        await w.press("l")
        assert (await lost_keys(w))[1] == set()


async def test_a_key_at_once_reaches_what_opens_from_home(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bep")
    async with at_home(tmp_path) as w:
        for key in ways_in(w):
            await at_once(w, key, "escape")
            for _ in range(5):
                await w.press(*(("escape",) if w.on_top != "HomeScreen" else ()))
            assert w.on_top == "HomeScreen", key
        await at_once(w, "j", "escape")
        assert w.on_top == "TodayScreen"
        await w.press("escape")
        await at_once(w, "j", "1", "g")
        assert (w.on_top, "Genoteerd: gedaan" in w.words()) == ("TodayScreen", True)


async def test_a_digit_after_another_digit_or_enter_still_chooses_nothing_c4(year: Path) -> None:
    async with window(year, ANNIE, asked=True) as w:
        await w.press("g")
        before = w.on_top
        await at_once(w, "1", "2")
        assert w.on_top != before
        after = snapshot(w)
        await nothing_happens(w, "2")
        assert snapshot(w) == after
