"""After an act, its undoing and its redoing, every screen below shows what is so, and the mark stays (B8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Route
from screens.navigation.routes import (
    AGREEMENTS,
    CHOICES,
    DISAGREE,
    HISTORY,
    LETTER,
    MAP,
    NOTE,
    REMARKS,
    STATEMENT,
    TRACE,
)
from screens.parts.line_list import LineList
from tests.screens.conftest import ANNIE
from tests.tools.everywhere import nothing, show
from tests.tools.window import Window, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")
OLD, MORE = "Koffie om tien uur.", " En thee."
NEW = OLD + MORE
BELOW: tuple[tuple[Route[...], ...], ...] = (
    (LETTER, TRACE, HISTORY), (TRACE, HISTORY, TRACE), (LETTER, DISAGREE), (REMARKS, TRACE), (AGREEMENTS, NOTE),
    (CHOICES, HISTORY, TRACE),
)
TELLS_THE_LINE = {LETTER.name, TRACE.name, DISAGREE.name, REMARKS.name, STATEMENT.name}


def page(w: Window) -> BaseListScreen:
    """The screen on top, which has a list."""
    assert isinstance(w.page, BaseListScreen)
    return w.page


def drawn(top: BaseListScreen) -> list[object]:
    """All that its lists show, wherever they are scrolled to."""
    lists = [lines for lines in top.query(LineList).results() if lines.display]
    return [cell.lines for lines in lists for cell in lines._sheet.cells(70)]


def words(top: BaseListScreen) -> str:
    """The same, as text."""
    return "\n".join(lines.all_words() for lines in top.query(LineList).results() if lines.display)


async def is_as_if_opened_now(w: Window, route: Route[...], standing: str) -> None:
    """The screen on top shows what the same screen shows that is opened now, and the words that stand."""
    top = page(w)
    ref = getattr(top, "ref", "") or getattr(top, "about", "") or ""
    arguments = (ref, nothing) if route is STATEMENT else (ref,) if ref else ()
    assert w.app.navigator is not None
    w.app.show_screen(route.make(w.desk, w.app.tr, w.app.navigator, *arguments))
    await w.settled()
    assert drawn(top) == drawn(page(w)), route.name
    w.app.navigator.back()
    await w.settled()
    assert page(w) is top
    if route.name in TELLS_THE_LINE and standing:
        assert f"“{standing}”" in words(top), route.name
        assert (standing == NEW) == (f"“{NEW}”" in words(top))


async def say(w: Window) -> str:
    """Say a line, and return its id."""
    w.desk.go(GOOD)
    return w.desk.answer(Spoken(OLD)).refs[0]


@pytest.mark.parametrize("below", BELOW, ids=lambda below: "-".join(route.name for route in below))
@pytest.mark.parametrize("keys", ["", "u", "u ctrl+y", "u ctrl+y u"])
async def test_every_screen_below_shows_what_is_so_b8(
    annie: Path, below: tuple[Route[...], ...], keys: str
) -> None:
    standing = OLD if keys.endswith("u") else NEW
    async with window(annie, ANNIE) as w:
        ref = await say(w)
        for route in (*below, STATEMENT):
            await show(w, route, ref)
        await w.press("enter")
        await w.type(MORE)
        await w.press("enter", *keys.split())
        assert page(w).list.marked == "anew"
        for route in (STATEMENT, *reversed(below)):
            await is_as_if_opened_now(w, route, standing)
            await w.press("escape")


async def test_the_mark_follows_a_line_through_its_correction_and_undo_b8(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await say(w)
        await w.press("l")
        await w.reach(OLD)
        await w.press("enter", "enter", "enter")
        await w.type(MORE)
        await w.press("enter", "escape", "escape")
        assert any("▸" in line and NEW in line for line in w.lines())
        await w.press("enter", "enter", "u", "escape")
        assert any("▸" in line and OLD in line for line in w.lines())
        await w.press("escape")
        assert any("▸" in line and OLD in line for line in w.lines())


async def test_the_mark_goes_to_the_nearest_line_when_its_own_is_gone_b8(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        ref = await say(w)
        await w.press("l")
        letter = page(w).list
        await w.reach(OLD)
        order = [cell.ref for cell in letter._cells.all if cell.ref]
        neighbours = {order[order.index(ref) - 1], order[order.index(ref) + 1]}
        await w.press("u")
        assert letter.marked in neighbours
        await w.press("ctrl+y")
        assert OLD in w.text()


async def test_a_line_that_is_undone_says_so_and_can_come_back_b8(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        ref = await say(w)
        for route in (TRACE, STATEMENT):
            await show(w, route, ref)
        await w.press("u")
        assert "Deze regel staat niet meer in het plan." in w.words()
        assert page(w).list.marked == "talk"
        await w.press("escape")
        assert "Deze regel staat niet meer in het plan." in w.words()
        await w.press("enter", "ctrl+y")
        assert page(w).list.marked is not None
        assert "staat niet meer" not in w.words()
        assert "Anders zeggen" in w.words()


@pytest.mark.parametrize(
    ("route", "chosen"),
    [
        (REMARKS, "enter"), (REMARKS, "down enter"), (REMARKS, "down down enter"), (DISAGREE, ""),
        (NOTE, "enter down enter"),
    ],
    ids=("beside", "nice-moment", "remark", "disagree", "note"),
)
async def test_what_was_said_of_a_line_is_shown_as_it_is_after_undo_and_redo_b8(
    annie: Path, route: Route[...], chosen: str
) -> None:
    """Words beside a line lead back to it at once; of the others one sees first what was kept."""
    async with window(annie, ANNIE) as w:
        ref = await say(w)
        await show(w, LETTER, ref)
        await show(w, route, ref)
        await w.press(*chosen.split())
        await w.type("Dat wil ik kwijt.")
        await w.press("enter")
        for key in ("u", "ctrl+y", "u"):
            await w.press(key)
            assert page(w).list.marked is not None
        assert (page(w).route == LETTER.name) is (chosen == "enter")
        while page(w).route != LETTER.name:
            await w.press("escape")
        await is_as_if_opened_now(w, LETTER, OLD)


async def test_undo_on_the_map_goes_to_the_topic_of_what_it_names_as_redo_does_c18(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await say(w)
        w.desk.go_topic("people")
        await show(w, MAP, "")
        for key in ("ctrl+z", "ctrl+y"):
            w.desk.go_topic("people")
            await w.press(key)
            assert OLD in w.page.notice.text
            assert (w.desk.place, page(w).list.marked) == (GOOD, GOOD.topic), key
