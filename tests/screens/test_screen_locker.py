"""The screen_locker (E06): after a while without a key, sleep and F12 keys and files are let go of, and one comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual import events

from screens.app import StartAt, ZlpApp
from tests.screens.test_lock_screens import ANNIE, done, say
from tests.tools.keys import UNHURRIED, KeyClock, wait
from tests.tools.locked import WORDS, front_of, home_lock, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import typing
from tests.tools.window import SIZES, Window, door
from zlp_tui import places
from zlp_tui.conversation.ports.keyholding import Locked, Unlocked
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.plan.view import Place

WARNING = "Straks gaat het scherm op slot."
SOON, LATER = 4 * 60.0, 60.0


class Sleep:
    """For how long the computer slept, as the test says."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def at_the_table(
    lock: HomeLock, home: Path, size: tuple[int, int] = (80, 24), *, sleep: Sleep | None = None, minutes: int = 5,
    plan: str | None = ANNIE, locked: bool = True,
) -> AsyncIterator[Window]:
    """The app in which the plans were unlocked, on a question of a plan."""
    app = ZlpApp(
        clock=KeyClock(), lines=lambda: plan_lines(lock.to_read()), front=lambda: front_of(home, lock),
        tr=dutch(), help_folder=places.content() / "nl" / "help", today=lambda: date(2026, 3, 3),
        start_at=StartAt(plan, "two-minutes"), lock=HomeLockWizards(lock, dutch()), slept=sleep or Sleep(),
        idle_minutes=lambda: minutes,
    )
    async with app.run_test(size=size) as pilot:
        w = Window(app, pilot)
        await done(w)
        if locked:
            await say(w, WORDS)
        yield w


async def let_pass(w: Window, seconds: float) -> None:
    """Time passes in which nobody does anything."""
    wait(w.pilot, seconds)
    w.app._homes.screen_locker.look()
    await done(w)


async def click(w: Window, words: str) -> None:
    """Click as a terminal tells it, which the pilot does not: it brings a click to the screen by itself."""
    wait(w.pilot, UNHURRIED)
    x, y = next(iter(w._places(words)))
    for kind in (events.MouseDown, events.MouseUp):
        w.app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y))
    await done(w)


def is_locked(w: Window, lock: HomeLock) -> bool:
    """Nothing of a plan is on the screen, and nobody has a key."""
    locked = isinstance(lock.state(), Locked)
    assert locked == (w.on_top == "WizardScreen")
    assert not locked or (ANNIE not in w.text() and "Koffie" not in w.text())
    return locked


async def test_f12_locks_at_once_and_the_words_lead_back_to_the_draft(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.type("Koffie met melk")
        place, talk = w.desk.place, w.app.screen
        await w.press("f12")
        await done(w)
        assert is_locked(w, lock) and "Dag Sanne." in w.text()
        await w.press("f12", "f6")
        assert is_locked(w, lock)
        await say(w, "lepel wolk fiets winter")
        assert is_locked(w, lock), "wrong words open nothing"
        await w.press(*["backspace"] * 6)
        await say(w, "zomer")
        assert w.app.screen is talk and w.desk.place == place and "Koffie met melk" in w.text()
        await w.press("enter")
        assert [said.text for said in w.desk.view.statements] == ["Koffie met melk"]
        assert w.desk.history.who_looked().sound


async def test_what_was_typed_stands_in_the_locked_file_and_another_window_may_have_the_plan(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.type("Koffie")
        await w.press("f12")
        await done(w)
        other = home_lock(tmp_path)
        state = other.state()
        assert isinstance(state, Locked)
        other.unlock(state.holders[0].id, WORDS)
        front = front_of(tmp_path, other)
        desk = front.sit_down(front.find(ANNIE))
        assert not desk.read_only and [draft.text for draft in desk.drafts()] == ["Koffie"]
        desk.go_topic("good-day-bad-day")
        desk.answer(Spoken("Thee."))
        await say(w, WORDS)
        assert w.desk.read_only and "ander venster" in w.words()
        assert [said.text for said in w.desk.view.statements] == ["Thee."], "as the other window left it"
        desk.leave()
        front.close()
        assert w.app.navigator is not None
        w.app.navigator._look_again()
        await done(w)
        assert not w.desk.read_only and "Koffie" in w.text()


async def test_nothing_can_be_read_or_written_while_it_is_locked(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        front, desk = w.app._homes._front.door, w.desk
        assert front is not None
        await w.press("f12")
        await done(w)
        for act in (lambda: desk.answer(Spoken("Thee.")), front.plans, lambda: front.open("x")):
            with pytest.raises(Exception, match="closed"):
                act()
        await w.press("ctrl+p")
        assert "Overzicht" not in w.text() and ANNIE not in w.text()
        await w.press("escape", "ctrl+q")
    assert w.app.return_code == 0


async def test_after_a_while_it_is_announced_and_any_key_answers_and_does_nothing_else(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await let_pass(w, SOON - 1)
        assert WARNING not in w.words()
        await let_pass(w, 1)
        assert WARNING in w.words()
        await w.press("x")
        assert WARNING not in w.words() and not w.page.words_to_copy() and w.page.notice.text == ""
        await let_pass(w, SOON)
        assert WARNING in w.words() and not is_locked(w, lock)
        before = w.desk.place
        await click(w, "Verder")
        assert WARNING not in w.words() and w.desk.place == before
        await click(w, "Verder")
        assert w.desk.place != before
        await let_pass(w, SOON)
        await let_pass(w, LATER)
        assert is_locked(w, lock)


async def test_a_key_that_comes_too_late_does_nothing(tmp_path: Path) -> None:
    """Also where no look was in between: the computer was too busy, or asleep."""
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.type("Koffie")
        wait(w.pilot, SOON + LATER)
        w.app.post_message(events.Paste("thee"))
        await done(w)
        assert is_locked(w, lock) and "thee" not in w.text()
        await say(w, WORDS)
        assert w.desk.draft() == "Koffie"


async def test_sleep_locks_it_however_short_it_was(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock, sleep = home_lock(tmp_path), Sleep()
    async with at_the_table(lock, tmp_path, sleep=sleep) as w:
        sleep.seconds += 1.0
        await let_pass(w, 1)
        assert not is_locked(w, lock), "two clocks are never read at one moment"
        sleep.seconds += 30.0
        await let_pass(w, 1)
        assert is_locked(w, lock)
        await say(w, WORDS)
        await let_pass(w, 1)
        assert not is_locked(w, lock), "once is enough"


async def test_the_time_is_what_was_wished(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path, minutes=1) as w:
        await let_pass(w, 29)
        assert WARNING not in w.words()
        await let_pass(w, 1)
        assert WARNING in w.words()
        await let_pass(w, 30)
        assert is_locked(w, lock)


async def test_somebody_else_who_unlocks_comes_to_their_own_plans(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    home_lock(tmp_path).new_keyholder("Karim", "nog vier andere woorden")
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path, locked=False) as w:
        await w.press("2")
        await say(w, WORDS)
        assert w.on_top == "TalkScreen"
        await w.press("f12")
        await done(w)
        assert "Wie wil de plannen openen?" in w.text()
        await w.press("1")
        await say(w, "nog vier andere woorden")
        assert w.on_top == "HomeScreen" and ANNIE not in w.text() and w.app.navigator is None


async def test_home_and_the_keys_of_a_plan_are_locked_too(tmp_path: Path) -> None:
    """A conversation about keys ends by it: it holds a key."""
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.press("escape", "f6", "1")
        assert w.on_top == "WizardScreen"
        await w.press("f12")
        await done(w)
        assert isinstance(lock.state(), Locked)
        await say(w, WORDS)
        assert w.on_top == "KeysScreen" and "wie nu kijkt" in w.text()
        await w.press("escape", "escape", "f12")
        await done(w)
        assert is_locked(w, lock)
        await say(w, WORDS)
        assert w.on_top == "HomeScreen" and ANNIE in w.text()
        await w.press("f6")
        assert w.on_top == "WizardScreen" and isinstance(lock.state(), Unlocked)
        await w.press("f12")
        await done(w)
        assert is_locked(w, lock)
        await say(w, WORDS)
        assert w.on_top == "HomeScreen" and ANNIE in w.text()


async def test_one_comes_back_to_the_page_on_which_one_was(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.press("escape")
        for keys in (("l",), ("f1",), ("ctrl+p",)):
            await w.press(*keys)
            page = w.app.screen
            before = w.text()
            await w.press("f12")
            await done(w)
            assert is_locked(w, lock)
            await say(w, WORDS)
            assert w.app.screen is page and w.text() == before


async def test_a_plan_of_which_the_key_was_taken_back_meanwhile_is_closed(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path) as w:
        await w.type("Koffie")
        await w.press("f12")
        await done(w)
        (folder,) = places.plans_folder(tmp_path).iterdir()
        folder.rename(tmp_path / "elsewhere")
        await say(w, WORDS)
        assert w.on_top == "HomeScreen" and w.app.navigator is None and "! " in w.text() and "Koffie" not in w.text()


async def test_where_plans_have_no_lock_it_says_so(tmp_path: Path) -> None:
    front = door(tmp_path)
    front.new_plan(ANNIE)
    plan = front.find(ANNIE)
    front.close()
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path, plan=plan, locked=False) as w:
        await w.press("f12")
        assert w.on_top == "TalkScreen" and "Hier is geen slot" in w.words()
        await let_pass(w, 3600)
        assert w.on_top == "TalkScreen" and WARNING not in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_it_can_be_found_and_is_announced_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_table(lock, tmp_path, size) as w:
        await let_pass(w, SOON)
        assert WARNING in w.words()
        await w.press("x", "ctrl+p")
        await w.type("op slot")
        assert "F12" in w.text()
        await w.press("enter")
        await done(w)
        assert is_locked(w, lock)


async def test_the_client_says_after_how_long_and_the_computer_how_long_at_most(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    front = front_of(tmp_path, unlocked_by(tmp_path, "Sanne"))
    desk = typing(front.sit_down(front.find(ANNIE)))
    desk.go(Place("how-we-talk", "screen-lock"))
    desk.answer(Picked(("after-3",)))
    desk.leave()
    front.close()
    for most, passes in ((5, 180.0), (1, 60.0)):
        lock = home_lock(tmp_path)
        async with at_the_table(lock, tmp_path, minutes=most) as w:
            await let_pass(w, passes - 1)
            assert WARNING in w.words() and not is_locked(w, lock)
            await let_pass(w, 1.0)
            assert is_locked(w, lock)
