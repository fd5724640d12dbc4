"""What a look back came to: pictures of the life domains and lines of the goals, and the same in words (V69, L27)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.bases.base_list_screen import BaseListScreen
from screens.sheets.domains_then_now_sheet import MOST, DomainsThenNowSheet, MarkWords, track
from screens.sheets.goal_results_sheet import SIGNS, GoalResultsSheet, GoalWords
from screens.steps.answer_pictures import steps
from tests.screens.conftest import ANNIE
from tests.screens.test_sheets_of_a_plan import SAID, WIDTHS, assert_even, drawn
from tests.tools.evaluated import CALL, LIFT, SEW, WALK, WALK_NOW
from tests.tools.half_a_year import LOOKING_BACK
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.conversation.ports.evaluation_pages import DomainResult, GoalResult, HowCloseSaid, Mark
from zlp_tui.conversation.ports.turn import Quote, Spoken
from zlp_tui.plan.view import Decision, Place

MARKS = st.none() | st.integers(0, MOST)
WORDS = MarkWords("toen", "nu")
TOLD = GoalWords("Niet besproken", "Wat ervan kwam", "Waarom", "Het doel is nu")


async def read(w: Window) -> str:
    """All of the screen that is on top, page by page, as words with single spaces."""
    await w.press("home")
    pages = [_of_list(w)]
    while len(pages) < 30:
        await w.press("pagedown")
        if _of_list(w) == pages[-1]:
            break
        pages.append(_of_list(w))
    return " ".join(" ".join(line.strip(" ▸│┃") for page in pages for line in page).split())


def _of_list(w: Window) -> list[str]:
    """The lines of its list."""
    assert isinstance(w.page, BaseListScreen)
    shown = w.page.list.region
    return w.lines()[shown.y : shown.bottom]


async def results(w: Window) -> None:
    """Go there as anybody can: by its name."""
    await w.press("ctrl+p")
    await w.type("wat ervan kwam")
    await w.press("enter")
    assert w.on_top == "ResultsScreen"


@given(then=MARKS, now=MARKS, step=st.integers(1, 4))
def test_a_picture_has_a_ring_for_then_and_a_disc_for_now(then: int | None, now: int | None, step: int) -> None:
    shown = "".join(text for text, _ in track(then, now, step))
    assert cell_len(shown) == MOST * step + 1
    assert shown.find("○") == (then * step if then is not None and then != now else -1)
    assert shown.find("●") == (now * step if now is not None and then != now else -1)
    assert shown.find("◉") == (now * step if now is not None and then == now else -1)
    assert shown.count("━") == (max(0, abs(then - now) * step - 1) if then is not None and now is not None else 0)


@given(width=WIDTHS, who=st.lists(SAID, min_size=1, max_size=3, unique=True), then=MARKS, now=st.integers(0, MOST))
def test_everybody_has_a_row_and_the_words_are_beside_it(
    width: int, who: list[str], then: int | None, now: int
) -> None:
    before = () if then is None else tuple(Mark(name, then, str(then)) for name in who)
    domain = DomainResult("housing", "Wonen", "⌂", before, tuple(Mark(name, now, str(now)) for name in who))
    cells = assert_even(DomainsThenNowSheet((domain,), WORDS), width)
    lines = [line for cell in cells for line in drawn(cell)]
    said = f"nu {now}" if then is None else f"toen {then}, nu {now}"
    assert sum(line.rstrip().endswith(said) for line in lines) == len(who)


def test_of_what_was_said_by_a_face_the_words_of_the_face_are_told() -> None:
    face, figure = Mark("Annie", 3, "Niet zo goed"), Mark("Annie", 7, "7")
    assert WORDS.of(face, figure) == "toen niet zo goed, nu 7"
    assert WORDS.of(face, None) == "toen niet zo goed"
    assert MarkWords("", "").of(None, figure) == "7"


@pytest.mark.parametrize("decision", SIGNS)
@given(width=WIDTHS, said=SAID)
def test_a_goal_has_a_sign_a_word_and_every_quote(width: int, said: str, decision: Decision | None) -> None:
    quote = Quote("a", said, "Annie")
    goal = GoalResult(
        quote, decision is not None, (HowCloseSaid(3, "Meer dan gehoopt"),), "We gaan door", (quote,), (quote,), quote,
        "3 keer",
    )
    cells = assert_even(GoalResultsSheet([(goal, decision)], TOLD), width)
    shown = "\n".join(line for cell in cells for line in drawn(cell))
    assert shown.startswith(SIGNS[decision])
    assert shown.count("“") >= 4
    assert ("Niet besproken" in shown) == (decision is None)
    assert "○○○●○ Meer dan gehoopt" in shown


def test_five_steps_are_five_pictures() -> None:
    pictures = [steps(step) for step in range(5)]
    assert len(set(pictures)) == 5
    assert all(one.index("●") + 1 == other.index("●") for one, other in pairwise(pictures))


def facts() -> Iterator[str]:
    """What must be readable without a picture."""
    yield from ("toen 4, nu 7", "toen 6, nu 6", "toen 6, nu 4", "toen 8, nu 5", "toen 7, nu 7")
    yield from (f"→ “{WALK_NOW}”", "We gaan zo door", "○○●○○ Zoals gehoopt", f"· “{LIFT}”", "Niet besproken")
    yield from ("Erbij waren: mevrouw De Vries en Sanne", "We zijn hier nog mee bezig.")
    yield from ("Ja, het helpt", "(•⌣•) mevrouw De Vries Goed", "(•⌢•) Sanne Niet zo goed")


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_came_of_it_can_be_read(year: Path, size: tuple[int, int]) -> None:
    async with window(year, ANNIE, size) as w:
        await results(w)
        assert "donderdag 26 februari 2026" in w.lines()[0]
        shown = await read(w)
        for fact in facts():
            assert fact in shown


async def test_left_and_right_go_to_other_looks_back(year: Path) -> None:
    async with window(year, ANNIE, (120, 35)) as w:
        await results(w)
        await w.press("left")
        assert "3 september 2025" in w.lines()[0]
        shown = await read(w)
        for sign, goal in (("↻", WALK), ("✓", CALL), ("■", SEW), ("·", LIFT)):
            assert f"{sign} “{goal}”" in shown
        assert f"Het doel is nu: “{WALK_NOW}”" in shown
        assert "toen" not in shown.replace("Toen en nu", ""), "there was nothing before it"
        await w.press("left")
        assert "Er is niets van eerder." in w.text()
        await w.press("right")
        assert "26 februari 2026" in w.lines()[0]
        await w.press("right")
        assert "Er is niets van later." in w.text()


async def test_a_goal_leads_to_what_stood_there_before(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await results(w)
        await w.reach("rollator")
        await w.press("enter")
        assert w.on_top == "HistoryScreen"
        assert WALK in w.words()
        await w.press("escape")
        assert w.on_top == "ResultsScreen"


async def test_with_the_mouse_only(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await results(w)
        await w.click("Toen en nu")
        assert w.on_top == "ThenAndNowScreen"
        await w.click("Terug", nth=-1)
        await w.click("rollator")
        assert w.on_top == "HistoryScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_before_the_first_look_back_it_is_friendly(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await results(w)
        assert "Na het terugkijken" in w.text()
        await w.press("left", "enter", "h")
        assert w.on_top == "ResultsScreen", "a plan that is not finished is finished first"
        assert w.desk.place != LOOKING_BACK
        w.desk.go(Place("agreements", "want", "anything"))
        w.desk.answer(Spoken("Elke dag lopen."))
        await w.press("h")
        assert w.desk.place == LOOKING_BACK


async def test_it_has_a_page_of_help_and_stands_still_at_every_size(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await results(w)
        await w.press("f1")
        assert "Samen terugkijken" in w.text()
        await w.press("escape")
        for size in SIZES:
            await w.pilot.resize_terminal(*size)
            await w.settled()
            assert "Wat er van de doelen kwam" in await read(w)


@pytest.mark.parametrize("row", HOSTILE)
@pytest.mark.parametrize("width", [57, 111])
def test_hostile_words_stay_straight(row: str, width: int) -> None:
    quote = Quote("a", HOSTILE[row], HOSTILE[row])
    goal = GoalResult(
        quote, discussed=True, how_close=(HowCloseSaid(0, "Minder", HOSTILE[row]),), outcome=(quote,), why=(quote,),
        successor=quote,
    )
    assert_even(GoalResultsSheet([(goal, "stop")], TOLD), width)
