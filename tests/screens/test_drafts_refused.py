"""K3: words that could not be kept at first are kept as soon as they can be, whichever way one leaves."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.screens.conftest import ANNIE
from tests.screens.test_talk_screen import talk, talking
from tests.tools.window import Window, door, window
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.plan.view import Place

if os.name == "nt":
    pytest.skip("a full disk is made with a limit of Unix", allow_module_level=True)
import resource

WORDS = "Koffie bij het raam"
FULL = "De schijf is vol"
WAYS = {
    "the map": ("escape",), "the map and back": ("escape", "enter"), "stop on the map": ("escape", "escape"),
    "stop": ("f9",), "quit": ("ctrl+q",), "the next question": ("pagedown",), "nothing": (),
}
Trouble = Callable[[Path], AbstractContextManager[None]]


def kept(home: Path) -> set[str]:
    """What is on disk, as a draft or as an answer."""
    with closing(dbapi2.connect(str(places.store_file(home)))) as connection:
        both = connection.execute("SELECT text FROM draft UNION SELECT text FROM statement").fetchall()
    return {text for (text,) in both}


@contextmanager
def another_writes(home: Path) -> Iterator[None]:
    """Another program is in the middle of writing."""
    with closing(dbapi2.connect(str(places.store_file(home)), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(home: Path) -> Iterator[None]:
    """Nothing more fits."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("trouble", [another_writes, full_disk])
@pytest.mark.parametrize("way", WAYS)
async def test_what_could_not_be_kept_is_kept_on_every_way_out_k3(fresh: Path, trouble: Trouble, way: str) -> None:
    async with talking(fresh) as w:
        with trouble(fresh):
            await w.type(WORDS)
            talk(w).draft.flush()
            assert talk(w).notice.text
        assert WORDS not in kept(fresh)
        await w.press(*WAYS[way])
        for _ in range(100):
            if way != "nothing" or WORDS in kept(fresh):
                break
            await w.pilot.pause(0.05)
        assert WORDS in kept(fresh)


@pytest.mark.parametrize("trouble", [another_writes, full_disk])
@pytest.mark.parametrize("way", ["the next question", "the map"])
async def test_words_that_were_left_behind_in_trouble_are_kept_later_k3(
    fresh: Path, trouble: Trouble, way: str
) -> None:
    async with talking(fresh) as w:
        with trouble(fresh):
            await w.type(WORDS)
            await w.press(*WAYS[way])
        assert WORDS not in kept(fresh)
        await w.press("ctrl+q")
    assert WORDS in kept(fresh)


@pytest.mark.parametrize("code", [0, 143])
async def test_quitting_with_a_full_disk_says_so_where_one_looks_k3(fresh: Path, code: int) -> None:
    async with talking(fresh) as w:
        with full_disk(fresh):
            await w.type(WORDS)
            await w.press("escape")
            if code:
                w.app._closed_from_outside(code)
                assert w.app.return_code == code
            else:
                await w.press("ctrl+q")
                assert w.on_top == "MapScreen"
                assert FULL in w.words()


async def test_a_signal_waits_for_another_that_writes_k3(fresh: Path) -> None:
    async with talking(fresh) as w:
        with another_writes(fresh):
            await w.type(WORDS)
            talk(w).draft.flush()
        w.app._closed_from_outside(143)
    assert WORDS in kept(fresh)


async def test_the_message_goes_when_the_words_are_kept_after_all_k3(fresh: Path) -> None:
    async with talking(fresh) as w:
        with full_disk(fresh):
            await w.type(WORDS)
            talk(w).draft.flush()
            assert FULL in talk(w).notice.text
        talk(w).draft.flush()
        assert (talk(w).notice.text, WORDS in kept(fresh)) == ("", True)


async def test_that_the_file_was_replaced_is_said_for_as_long_as_it_is_so_f16(fresh: Path) -> None:
    """A draft that is kept in memory alone is not kept after all."""
    file = places.store_file(fresh)
    older = file.with_name("older.db")
    door(fresh).close()
    shutil.copy(file, older)
    async with talking(fresh) as w:
        await w.type("Vroeg op.")
        await w.press("enter")
        older.replace(file)
        await w.type(WORDS)
        for _ in range(3):
            talk(w).draft.flush()
            talk(w).draft.typed()
            assert "Op deze plek staat nu een ander bestand" in talk(w).notice.text


async def test_words_in_a_window_that_only_reads_strand_nobody_b13(fresh: Path) -> None:
    first = door(fresh)
    first.sit_down(first.find(ANNIE))
    async with talking(fresh, times=2) as w:
        there = w.desk.place
        await w.type(WORDS)
        await w.press("pagedown")
        assert w.desk.place != there
        assert "ander venster" in w.words()
        await w.press("pageup")
        assert talk(w).entry.field.text == WORDS
        first.close()
        await w.press("enter")
        assert not w.desk.read_only
    assert WORDS in kept(fresh)


async def test_a_plan_that_became_free_is_noticed_by_itself_and_what_is_typed_is_kept_b13(fresh: Path) -> None:
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    async with talking(fresh, times=2) as w:
        assert "ander venster" in talk(w).notice.text
        await w.type(WORDS)
        talk(w).draft.flush()
        desk.go(w.desk.place)
        desk.answer(Spoken("Vroeg op."))
        desk.leave()
        for _ in range(200):
            if not talk(w).notice.text:
                break
            await w.pilot.pause(0.05)
        assert (talk(w).notice.text, w.desk.read_only) == ("", False)
        assert talk(w).entry.field.text == WORDS
        assert "Vroeg op." in w.words()
        assert WORDS in kept(fresh)
        assert first.sit_down(desk.view.id).read_only


async def test_the_notice_goes_from_every_screen_that_shows_it_b13(fresh: Path) -> None:
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    async with talking(fresh, times=2) as w:
        assert w.app.navigator is not None
        await w.press("escape")
        await w.press("ctrl+z")
        desk.leave()
        w.app.navigator._look_again()
        await w.settled()
        assert "ander venster" not in w.words()
        await w.press("enter")
        assert "ander venster" not in w.words()


async def test_what_is_typed_stays_at_its_own_question_when_the_plan_comes_free_b13(fresh: Path) -> None:
    """The line that it is about was taken back in the other window, so another question is asked now."""
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    desk.go_topic("goals")
    goal = desk.answer(Spoken("Weer naar de bakker lopen.")).refs[0]
    desk.go(Place("goals", "hopes", goal))
    desk.answer(Picked(("yes",)))
    async with talking(fresh, Place("goals", "hopes", f"{goal}/as-hoped"), times=2) as w:
        assert w.app.navigator is not None
        assert w.desk.place.item == f"{goal}/as-hoped" and w.desk.read_only
        await w.type(WORDS)
        desk.withdraw(goal)
        desk.leave()
        w.app.navigator._look_again()
        await w.settled()
        assert (w.desk.read_only, goal in (w.desk.place.item or "")) == (False, False)
        assert talk(w).entry.typed == ""
        (left,) = w.desk.drafts()
        assert (left.text, left.place.item) == (WORDS, f"{goal}/as-hoped")
    assert WORDS in kept(fresh)


async def test_what_one_typed_in_two_windows_is_both_there_b13(fresh: Path) -> None:
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    async with talking(fresh, times=2) as w:
        await w.type(WORDS)
        desk.go(w.desk.place)
        desk.keep_draft("Thee in bed")
        desk.leave()
        assert w.app.navigator is not None
        w.app.navigator._look_again()
        await w.settled()
        assert talk(w).entry.typed == f"Thee in bed\n{WORDS}"
    assert f"Thee in bed\n{WORDS}" in kept(fresh)


async def test_a_remark_in_a_window_that_only_reads_has_who_types_it_b13(fresh: Path) -> None:
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    async with window(fresh, ANNIE, times=2, asked=True) as w:
        await w.press("o", "m")
        assert w.on_top == "KeyboardUserScreen"
        await w.press("1")
        assert "ander venster" in w.words(), "it is told before one types"
        await w.type(WORDS)
        desk.leave()
        assert w.app.navigator is not None
        w.app.navigator._look_again()
        await w.settled()
        assert w.desk.follow_up.draft("remark") == WORDS
        await w.press("enter")
        assert [(said.text, said.voice.name) for said in w.desk.view.remarks] == [(WORDS, ANNIE)]


def has_left(w: Window) -> bool:
    """Whether the plan, or the app, was left."""
    return w.app.navigator is None or w.app.return_code == 0


@pytest.mark.parametrize("keys", [("f9",), ("ctrl+q",), ("escape", "escape")])
async def test_words_that_cannot_be_kept_are_told_before_one_leaves_them_b13(
    fresh: Path, keys: tuple[str, ...]
) -> None:
    first = door(fresh)
    desk = first.sit_down(first.find(ANNIE))
    async with talking(fresh, times=2) as w:
        await w.type(WORDS)
        await w.press(*keys)
        assert w.app.navigator is not None
        assert "Wat hier staat, kan niet bewaard worden" in w.words()
        await w.press(keys[-1])
        assert has_left(w)
    desk.leave()
    assert WORDS not in kept(fresh)


async def test_two_windows_keep_two_plans_at_the_same_time_b13(annie: Path) -> None:
    first = door(annie)
    others = [plan.name for plan in first.plans() if plan.name != ANNIE]
    desk = first.sit_down(first.find(others[0]))
    async with talking(annie, times=2) as w:
        assert not w.desk.read_only
        for number in range(5):
            desk.go_topic("two-minutes")
            desk.answer(Spoken(f"Naast elkaar {number}."))
            await w.type(f"{WORDS} {number}")
            await w.press("enter")
    desk.leave()
    assert {f"{WORDS} {n}" for n in range(5)} | {f"Naast elkaar {n}." for n in range(5)} <= kept(annie)
