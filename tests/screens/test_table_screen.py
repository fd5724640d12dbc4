"""Who sits at the table, and who speaks: with keys only, with the mouse only, and with names of all kinds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from textual import events

from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.errors import Doubtful
from zlp_tui.text import clean, one_line


def at_table(w: Window) -> list[str]:
    return [person.name for person in w.desk.present]


@pytest.mark.parametrize("size", SIZES)
async def test_with_keys_only_somebody_sits_down_speaks_and_leaves(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("w")
        assert "Wie zit er aan tafel?" in w.text()
        assert any("[x]" in line and "mevrouw De Vries" in line and "praat nu" in line for line in w.lines())
        await w.reach("[ ] Riet")
        await w.press("space")
        assert at_table(w) == [ANNIE, "Sanne", "Karim", "Riet"]
        assert any("[x] Riet" in line and "aan tafel" in line for line in w.lines())
        await w.press("p")
        assert w.desk.voice.name == "Riet"
        await w.press("space")
        assert at_table(w) == [ANNIE, "Sanne", "Karim"]
        assert w.desk.voice.name == ANNIE
        await w.press("enter")
        assert w.on_top == "MapScreen"


async def test_with_the_mouse_only(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.click("Wie is erbij")
        await w.click("[ ] Riet")
        assert at_table(w) == [ANNIE, "Sanne", "Karim", "Riet"]
        await w.click("Praat nu")
        assert w.desk.voice.name == "Riet"
        await w.click("[x] Riet")
        await w.click("Terug")
        assert at_table(w) == [ANNIE, "Sanne", "Karim"]


async def test_who_sits_here_stands_at_the_top_and_stays_there_while_one_chooses(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("w")
        await w.reach("[x] Karim")
        await w.press("space")
        assert any("▸ [ ] Karim" in line for line in w.lines())
        await w.press("up")
        assert any("▸ [x] Sanne" in line for line in w.lines())


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_that_is_too_long_is_said_to_be_cut(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await w.press("w", "n")
        w.app.post_message(events.Paste("Jan" * 80))
        await w.settled()
        await w.press("enter")
        assert "Van een naam passen alleen de eerste 200 letters." in w.words()
        assert len(w.desk.view.people[-1].name) <= 200


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_name_joins_and_is_said(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await w.press("w", "n")
        await w.type("Tante Riek")
        await w.press("enter")
        assert "Nieuw aan tafel: Tante Riek" in w.words()
        assert at_table(w) == [ANNIE, "Tante Riek"]
        await w.type("tante riek")
        await w.press("enter")
        assert at_table(w) == [ANNIE, "Tante Riek"]
        assert len(w.desk.view.people) == 2


async def test_a_name_that_was_typed_stays_when_one_goes_back_to_the_list(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        await w.press("w", "n")
        await w.type("Kar")
        await w.press("escape")
        assert w.on_top == "ParticipantsScreen"
        assert "Kar" in w.text()


async def test_letters_are_letters_while_a_name_is_typed(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        await w.press("w", "n")
        await w.type("pnuwlak")
        assert w.on_top == "ParticipantsScreen"
        assert "pnuwlak" in w.text()


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_names_are_shown_as_they_were_kept(fresh: Path, row: str) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        name = one_line(clean(HOSTILE[row]).text)
        with suppress(Doubtful):  # it looks like no name; said once more it is one
            w.desk.join(HOSTILE[row])
        person, _ = w.desk.join(HOSTILE[row])
        w.desk.seat([*(p.id for p in w.desk.present), person.id])
        await w.press("w")
        assert name[:8] in w.text()
        await w.reach(name[:8])
        await w.press("p", "escape")
        assert w.desk.voice.name == name
        assert w.on_top == "MapScreen"


async def test_a_name_is_corrected_at_the_table_also_before_anything_is_said(fresh: Path) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        await w.press("w", "n")
        await w.type("Tante Rie")
        await w.press("enter", "enter")
        assert any("▸ [x] Tante Rie" in line for line in w.lines())
        await w.press("c", "enter")
        await w.type("k")
        await w.press("enter", "escape")
        assert w.on_top == "ParticipantsScreen"
        assert "[x] Tante Riek" in w.text()
        assert at_table(w) == [ANNIE, "Tante Riek"]
