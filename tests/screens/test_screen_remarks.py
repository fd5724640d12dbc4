"""Remarks and nice moments: left by anyone, open until it was told what was done with them (L56, L107, M11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, opening, window


async def to_remarks(w: Window) -> None:
    """From the map, by name."""
    await w.press("ctrl+p")
    await w.type("opmerkingen")
    await w.press("enter")
    assert w.on_top == "RemarksScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_from_leaving_a_remark_to_telling_what_was_done_with_it(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await to_remarks(w)
        await w.press("o")
        await w.type("De koffie is te laat.")
        await w.click("Sanne", nth=-1)
        await w.press("enter")
        (remark,) = w.desk.view.remarks
        assert (remark.kind, remark.text, remark.voice.name) == ("remark", "De koffie is te laat.", "Sanne")
        assert "Nog open" in w.text()
        await w.press("enter", "enter")
        await w.type("Om tien uur is er koffie.")
        await w.press("enter")
        assert w.desk.view.remarks[0].done_with == "Om tien uur is er koffie."
        await w.reach("Dit is vandaag verteld")
        await w.press("enter")
        assert w.desk.view.remarks[0].told_back_on == "2026-03-03"
        await w.press("escape")
        assert "Nog open" not in w.text()
        assert "Om tien uur is er koffie." in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_a_nice_moment_needs_nothing_more_and_can_be_undone(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await to_remarks(w)
        await w.press("m")
        await w.type("Samen gelachen.")
        await w.press("enter")
        assert [one.kind for one in w.desk.view.remarks] == ["nice-moment"]
        assert "Mooi moment" in w.text()
        assert "Nog open" not in w.text()
        await w.press("u")
        assert not w.desk.view.remarks


async def test_about_a_line_of_the_plan_from_that_line(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("l", "down", "enter", "enter")
        assert w.on_top == "StatementScreen"
        await w.reach("een opmerking of een mooi moment")
        await w.press("enter", "down", "enter")
        await w.type("Dit is echt zo.")
        await w.press("enter")
        (remark,) = w.desk.view.remarks
        assert remark.about in {s.id for s in w.desk.view.live_statements}
        await w.press("enter")
        assert "Dit gaat over" in w.text()


async def test_without_words_nothing_is_kept_and_typed_words_stay(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await to_remarks(w)
        await w.press("o", "enter")
        assert not w.desk.view.remarks
        assert "Typ het eerst in eigen woorden." in w.text()
        await w.type("Half")
        await w.press("escape", "escape")
    async with window(annie, ANNIE, times=2) as w:
        await to_remarks(w)
        await w.press("o")
        assert "Half" in w.text()


@pytest.mark.parametrize("size", SIZES)
async def test_open_ones_come_up_where_one_sits_down_again(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        w.desk.follow_up.leave("remark", "De koffie is te laat.")
        w.desk.follow_up.leave("remark", "Het is koud.")
        await w.press("escape")
    async with opening(annie, ANNIE, size, times=2) as w:
        assert w.on_top == "OpeningScreen"
        assert "Er staan nog 2 opmerkingen open" in w.words()
        await w.press("o")
        assert "De koffie is te laat." in w.text()
        await w.press("escape")
        assert w.on_top == "OpeningScreen"
        await w.press("enter")
        assert w.on_top == "TalkScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_and_in_the_talk_where_the_client_is_alone(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        w.desk.follow_up.leave("remark", "Het is koud.")
        await w.press("escape")
    async with opening(fresh, ANNIE, size, times=2) as w:
        assert w.on_top == "TalkScreen"
        assert "Er staat nog 1 opmerking open" in w.words()
        await w.press("f7")
        assert w.on_top == "RemarksScreen"
        assert "Het is koud." in w.text()


async def test_a_nice_moment_stands_by_itself_and_nothing_has_to_be_done_with_it_c16(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        w.desk.follow_up.leave("nice-moment", "Samen gelachen.")
        await to_remarks(w)
        assert "Mooie momenten" in w.text()
        assert "Besproken" not in w.text()
        await w.press("enter")
        assert "ermee" not in w.text()
        assert "Terugnemen" in w.text()


async def test_from_the_first_page_of_a_look_back_to_where_it_is_answered(year: Path) -> None:
    """L56, M11: what is open stands there and leads to its page."""
    async with window(year, ANNIE) as w:
        client = w.desk.view.client
        w.desk.sit_at_keyboard(client)
        w.desk.follow_up.leave("remark", "Het is koud.")
        other = next(said for said in w.desk.view.live_statements if said.voice.id != client)
        w.desk.follow_up.disagree(other.id, "Liever niet.")
        assert w.app.navigator is not None
        for words, page in (("Liever niet", "DisagreeScreen"), ("Het is koud", "RemarksScreen")):
            w.app.navigator.take_route("back")
            await w.settled()
            await w.reach("Liever niet", "tab", 4)
            await w.reach(words)
            await w.press("enter")
            assert w.on_top == page
            await w.press("escape")
