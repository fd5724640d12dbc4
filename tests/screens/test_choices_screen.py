"""Choices on the table: options beside each other, for and against, now and later, and who says so (V76-V83)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place
from zlp_tui.text import clean, one_line


@pytest.mark.parametrize("size", SIZES)
async def test_options_stand_beside_each_other_or_below_in_a_small_window(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("k")
        ref, question, grid = w.desk.choice_grids()[0]
        assert question in w.words()
        first = grid.columns[0].split()[0]
        together = [line for line in w.lines() if all(column.split()[0] in line for column in grid.columns)]
        assert bool(together) == (size[0] >= 80)
        assert first in w.text()
        assert any(choice.id == ref for choice in w.desk.view.choices)


async def test_every_reason_can_be_reached_and_says_who_says_so(annie: Path) -> None:
    async with window(annie, ANNIE, (80, 24)) as w:
        await w.press("k")
        _, _, grid = w.desk.choice_grids()[0]
        reasons = [quote for row in grid.cells for cell in row for quote in cell]
        assert reasons
        await w.press("v")
        assert w.on_top == "TraceScreen"
        for quote in reasons[:3]:
            assert any(step.by == quote.by for step in w.desk.trace(quote.ref))


async def test_enter_talks_about_this_choice(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("k", "enter")
        assert w.on_top == "TalkScreen"
        assert (w.desk.place.item or "").startswith(w.desk.choice_grids()[0][0])


async def test_a_click_on_a_reason_talks_about_its_choice(annie: Path) -> None:
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.click("Keuzes")
        ref, _, grid = w.desk.choice_grids()[0]
        reason = next(quote for row in grid.cells for cell in row for quote in cell)
        await w.click(reason.text.split()[0])
        assert w.on_top == "TalkScreen"
        assert (w.desk.place.item or "").startswith(ref)


@pytest.mark.parametrize("size", SIZES)
async def test_of_a_new_plan_it_leads_to_the_conversation(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await w.press("k")
        assert "Valt er iets te kiezen?" in w.text()
        await w.press("enter")
        assert w.desk.place.topic == "choices"


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_words_are_shown_as_they_were_kept(fresh: Path, row: str) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        w.desk.go_topic("choices")
        choice = w.desk.answer(Spoken(HOSTILE[row])).refs[0]
        w.desk.go(Place("choices", "options", choice))
        w.desk.answer(Spoken(HOSTILE[row]))
        start = one_line(clean(HOSTILE[row]).text)[:4]
        await w.press("k")
        assert w.text().count(start) >= 2


async def test_what_speaks_for_and_against_stands_under_its_own_heading(fresh: Path) -> None:
    reasons = {"for": "Gezellig.", "against": "Duur."}
    async with window(fresh, ANNIE, (80, 24)) as w:
        w.desk.go_topic("choices")
        choice = w.desk.answer(Spoken("Dagbesteding?")).refs[0]
        w.desk.go(Place("choices", "options", choice))
        option = w.desk.answer(Spoken("Wandelgroep")).refs[0]
        for part, words in reasons.items():
            w.desk.go(Place("choices", "weigh", f"{choice}/{option}/{part}"))
            w.desk.answer(Spoken(words))
        await w.press("k")
        shown = w.text()
        headings = ("Fijn", "Niet fijn")
        places = [shown.index(words) for pair in zip(headings, reasons.values(), strict=True) for words in pair]
        assert places == sorted(places), shown
