"""Both faces tell the same of plan, choices and agreements: what they say, not only what they do (rows-v 9)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from screens.bases.base_list_screen import BaseListScreen
from screens.overviews.agreements_screen import AgreementsScreen
from tests.screens.conftest import ANNIE
from tests.tools.prepared import dutch
from tests.tools.window import SIZES, Window, window
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS
from zlp_tui.conversation.ports.turn import Picked
from zlp_tui.plain.pages.pages_over_time import week_page
from zlp_tui.plain.pages.plan_text import cards_page, choices_page, letter_page, readers_page, seen_page
from zlp_tui.plain.pages.text_page import TextPage
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

TR = dutch()
QUOTED = re.compile(r"“([^“”]+)”")


def heard(page: TextPage) -> str:
    """All that line by line tells of a page, as words."""
    return " ".join(" ".join(paragraph.text.split()) for paragraph in page.told(whole=True))


def seen(w: Window) -> str:
    """All that stands in the list of a screen, in the window or not, as words."""
    assert isinstance(w.page, BaseListScreen)
    cells = w.page.sheet().cells(200)
    return " ".join(" ".join("".join(text for text, _ in line).split()) for cell in cells for line in cell.lines)


def quoted(words: str) -> set[str]:
    return {" ".join(found.split()) for found in QUOTED.findall(words)}


async def test_the_letter_is_the_same_in_each_length_and_turns_round(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("l")
        for length in PLAN_LENGTHS:
            told = heard(letter_page(w.desk.letter(length), TR, numbers=False))
            assert quoted(seen(w)) == quoted(told) != set()
            await w.press("right")
        assert "op één bladzijde" not in w.words()
        await w.press("left")
        assert "in één minuut" in w.words()


async def test_agreements_and_goals_are_the_same(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("a")
        told = quoted(heard(cards_page(w.desk.view, w.desk.cards(), TR)))
        assert set().union(*[card async for card in _opened(w)]) == told != set()


async def _opened(w: Window) -> AsyncIterator[set[str]]:
    """What the screen tells with each card open."""
    assert isinstance(w.page, AgreementsScreen)
    for card in w.desk.cards():
        w.page.opened = card.ref
        yield quoted(seen(w))


@pytest.mark.parametrize("size", SIZES)
async def test_the_week_is_the_same_and_a_line_leads_to_its_agreement_l106(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("f4")
        week = w.desk.history.week()
        page, here = heard(week_page(week, TR)), seen(w)
        for line in (line for part in week.parts for line in part.lines):
            for words in filter(None, (line.what, line.at, line.who, line.note)):
                assert words in page and words in here
        assert all(part.title in page and part.title in here for part in week.parts) and week.nothing_else in here
        await w.press("enter")
        assert isinstance(w.page, AgreementsScreen) and w.page.opened == week.parts[0].lines[0].ref


@pytest.mark.parametrize("size", SIZES)
async def test_the_plan_as_another_sees_it_is_the_same_and_only_to_look_at_m07(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        desk = w.desk
        karim = next(person for person in desk.view.people if person.name == "Karim")
        desk.go(Place("who-may", "who-may", f"{karim.id}/read"))
        desk.answer(Picked(("work",)))
        desk.seat([desk.view.client])
        before = as_json(desk.view)
        await w.press("x")
        assert heard(readers_page(desk.who_reads(), TR)).count("leest wat nodig is om te helpen") == 1
        assert seen(w).count("leest wat nodig is om te helpen") == 1
        while isinstance(w.page, BaseListScreen) and w.page.list.marked != karim.id:
            await w.press("down")
        await w.press("enter")
        assert "Zo ziet Karim het" in w.words()
        told = quoted(heard(seen_page("Karim", desk.as_seen_by(karim.id), TR)))
        whole = quoted(heard(letter_page(desk.letter(), TR, numbers=False)))
        assert quoted(seen(w)) == told != set() and told < whole
        await w.press("enter")
        assert "Zo ziet Karim het" in w.words() and as_json(desk.view) == before


async def test_choices_are_the_same(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("k")
        told = heard(choices_page(w.desk.view, w.desk.choice_grids(), w.desk.who_decides, TR))
        here = seen(w)
        assert quoted(here) == quoted(told) != set()
        for choice in w.desk.view.choices:
            for words in (choice.question, w.desk.who_decides(choice.id), *(option.title for option in choice.options)):
                assert words in here, words
                assert words in told, words
