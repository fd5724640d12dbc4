"""Then beside now: every line with what became of it, in words; and what one line said through the years (L41, L97)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.navigation.routes import THEN_AND_NOW
from screens.sheets.history_sheet import HistorySheet
from screens.sheets.then_and_now_sheet import BESIDE_FROM, SIGNS, ThenAndNowSheet
from tests.screens.conftest import ANNIE
from tests.screens.test_screen_results import read
from tests.screens.test_sheets_of_a_plan import SAID, WIDTHS, assert_even, drawn
from tests.tools.evaluated import CALL, CARDS, COFFEE, MUSIC, SHOP, SHOP_NOW, WALK, WALK_NOW
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.conversation.ports.history_queries import HistoryLine, Pair, PairPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.text import one_line


async def then_and_now(w: Window, then: int | None = 1) -> None:
    """The first edition beside the plan of now."""
    assert w.app.navigator is not None
    w.app.navigator.navigate(THEN_AND_NOW, then, None)
    await w.settled()
    assert w.on_top == "ThenAndNowScreen"


def pair(kind: str, text: str) -> Pair:
    """A pair of a kind."""
    then = Quote("a", text, "Annie", "Toen zei u:") if kind != "added" else None
    now = Quote("b", text, "Sanne") if kind != "ended" else None
    return Pair("goals", kind, then, now, f"Dat is {kind}.")  # type: ignore[arg-type]


@given(width=WIDTHS, said=SAID, kinds=st.lists(st.sampled_from(tuple(SIGNS)), min_size=1, max_size=6))
def test_every_pair_is_one_thing_to_choose_at_every_width(width: int, said: str, kinds: list[str]) -> None:
    part = PairPart("Doelen", tuple(pair(kind, said) for kind in kinds), "⚑")
    cells = assert_even(ThenAndNowSheet((part,), "Toen · 12 mei", "Nu"), width)
    assert [cell.ref for cell in cells if cell.ref] == ["a" if kind == "ended" else "b" for kind in kinds]
    lines = [line for cell in cells for line in drawn(cell)]
    for kind in kinds:
        assert any(f"Dat is {kind}." in line for line in lines)
    assert sum("Toen zei u:" in line for line in lines) >= any(kind != "added" for kind in kinds)


@given(width=WIDTHS, said=SAID, before=st.none() | SAID)
def test_a_history_is_in_order_and_within_the_width(width: int, said: str, before: str | None) -> None:
    lines = tuple(
        HistoryLine(day, "Annie", what, before, said)
        for day, what in (("3 maart", "Gezegd"), ("3 maart", "Anders gezegd"), ("3 mei", "Teruggenomen"))
    )
    shown = [line for cell in assert_even(HistorySheet(lines, "Eerst", "Daarna"), width) for line in drawn(cell)]
    places = [shown.index(day) for day in ("3 maart", "3 mei")]
    assert places == sorted(places)
    assert shown.count("3 maart") == 1


@pytest.mark.parametrize("size", SIZES)
async def test_every_word_of_then_and_of_now_is_there(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await then_and_now(w)
        shown = await read(w)
        for text in (COFFEE, SHOP, CARDS, MUSIC, WALK, CALL):
            assert f"“{text}”" in shown
        told = w.desk.history.then_and_now(1)
        assert told is not None
        for says in {one.says for part in told.parts for one in part.pairs}:
            assert says in shown


async def test_in_a_wide_window_they_stand_beside_each_other(year: Path) -> None:
    async with window(year, ANNIE, (120, 35)) as w:
        await then_and_now(w)
        assert any("Toen · Versie 1" in line and "Nu · " in line for line in w.lines())
        row = next(line for line in w.lines() if SHOP in line)
        assert "↻" in row
        await w.pilot.resize_terminal(80, 24)
        await w.settled()
        row = next(line for line in w.lines() if SHOP in line)
        assert "↻" not in row
        assert BESIDE_FROM < 100


async def test_x_leaves_only_what_changed(year: Path) -> None:
    async with window(year, ANNIE, (120, 35)) as w:
        await then_and_now(w)
        assert COFFEE in await read(w)
        await w.press("x")
        shown = await read(w)
        assert COFFEE not in shown
        assert SHOP_NOW in shown
        await w.press("x")
        assert COFFEE in await read(w)


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_leads_to_its_history_and_back(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await then_and_now(w)
        await w.press("x")
        await w.reach(SHOP[:20])
        await w.press("enter")
        assert w.on_top == "HistoryScreen"
        shown = w.words()
        assert shown.index(SHOP) < shown.index(one_line(SHOP_NOW)[:30])
        assert "3 maart 2025" in shown
        await w.press("v")
        assert w.on_top == "TraceScreen"
        await w.press("b")
        assert w.on_top == "HistoryScreen"
        await w.press("escape", "escape", "escape")
        assert w.on_top == "ThenAndNowScreen"


async def test_left_and_right_go_to_other_editions(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await then_and_now(w, None)
        assert "Versie 2" in w.text(), "a look back was begun since plan 2"
        await w.press("right")
        assert "Er is geen nieuwer plan." in w.text()
        await w.press("left")
        assert "Versie 1" in w.text()
        assert WALK_NOW not in w.text() or WALK in w.text()
        await w.press("left")
        assert "Er is geen ouder plan." in w.text()


async def test_with_the_mouse_only(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await then_and_now(w)
        await w.click("Alleen wat anders is")
        await w.click(SHOP)
        assert w.on_top == "HistoryScreen"
        await w.click("Terug", nth=-1)
        await w.click("Wat is vastgelegd")
        assert w.on_top == "EditionsScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_without_an_edition_it_is_friendly(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await then_and_now(w, None)
        assert "Een vastgelegd plan blijft bewaard" in w.words()
        await w.press("left", "right", "enter", "h")
        assert w.desk.place.topic == "agreed"


async def test_f1_tells_about_it(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await then_and_now(w)
        await w.press("f1")
        assert "naast wat er nu staat" in w.words()


@pytest.mark.parametrize("row", HOSTILE)
@pytest.mark.parametrize("width", [57, 111])
def test_hostile_words_stay_straight(row: str, width: int) -> None:
    part = PairPart("Doelen", tuple(pair(kind, HOSTILE[row]) for kind in SIGNS))
    assert_even(ThenAndNowSheet((part,), "Toen", "Nu"), width)
    line = HistoryLine("3 maart", "Annie", "Gezegd", HOSTILE[row], HOSTILE[row])
    assert_even(HistorySheet((line,), "Eerst", "Nu"), width)


@pytest.mark.parametrize("keys", [("s", "end", "left"), ("s", "left", "end", "x")])
async def test_another_one_opens_with_the_mark_in_view(year: Path, keys: tuple[str, ...]) -> None:
    async with window(year, ANNIE, (60, 20)) as w:
        await w.press(*keys)
        assert any("▸" in line for line in w.lines())
        await w.press("enter")
        assert w.on_top == "HistoryScreen"
