"""It is asked once who types, calmly and where it first matters (issue 8, 1; findings B5, C14 and F7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.follow_up.base_entry_screen import BaseEntryScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, opening, window
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")
ASKED = "Wie typt er nu?"


def row(w: Window) -> str:
    """The row that tells whose words will be kept."""
    return next(line for line in w.lines() if "Wie zegt dit?" in line)


def named(w: Window, name: str) -> str:
    """Somebody of the plan, by id."""
    return next(person.id for person in w.desk.view.people if person.name == name)


async def is_asked_and_says(w: Window, name: str) -> None:
    """It is asked who types; somebody is chosen by the arrows, and Enter alone chose nobody."""
    assert w.on_top == "KeyboardUserScreen"
    assert ASKED in w.text()
    await w.press("enter")
    assert "Kies met de pijlen en Enter wie er typt." in w.words()
    await w.reach(name)
    await w.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_asks_who_types_and_is_theirs_and_nothing_is_asked_again_b5(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size, asked=True) as w:
        assert named(w, ANNIE) in {person.id for person in w.desk.present}
        await w.press("g")
        await is_asked_and_says(w, "Karim")
        assert w.on_top == "NoteScreen"
        await w.press("end", "enter")
        assert "[Karim]" in row(w)
        await w.type("Kousen gingen makkelijk aan.")
        await w.press("enter")
        assert w.desk.view.progress[-1].voice.name == "Karim"
        await w.press("escape", "o")
        await w.press("m")
        assert "[Karim]" in row(w)
        await w.type("Zij zong.")
        await w.press("enter")
        assert w.desk.view.remarks[-1].voice.name == "Karim"
        assert w.desk.voice.name == ANNIE, "in the talk the client still speaks"


async def test_a_remark_asks_it_when_one_begins_to_type_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        await w.press("o")
        assert w.on_top == "RemarksScreen", "reading asks nothing"
        await w.press("o")
        await w.type("1")
        assert w.on_top == "RemarksScreen"
        await w.type("Te koud.")
        await w.press("enter")
        typist = w.desk.keyboard_user
        assert typist is not None and w.desk.view.remarks[-1].voice.id == typist.id


async def test_a_disagreement_asks_it_and_who_does_not_say_it_keeps_nothing_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        await w.press("l", "down", "down", "e")
        assert w.on_top == "KeyboardUserScreen"
        await w.press("escape")
        assert w.on_top == "DisagreeScreen"
        await w.press("enter")
        await is_asked_and_says(w, "Karim")
        assert "[Karim]" in row(w)


async def test_who_typed_last_stands_first_and_a_new_name_may_be_typed_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        await w.press("g")
        await w.type("Fatima")
        await w.press("enter")
        assert w.on_top == "NoteScreen"
        await w.press("end", "enter")
        assert "[Fatima]" in row(w)
        await w.type("Zij zong.")
        await w.press("enter")
        assert w.desk.view.progress[-1].voice.name == "Fatima"
    async with window(annie, ANNIE, times=2, asked=True) as w:
        await w.press("g")
        (first,) = (line for line in w.lines() if " 1 " in line)
        assert "Fatima" in first
        assert "typte de vorige keer" in w.text()
        await w.press("1")
        assert w.desk.keyboard_user is not None and w.desk.keyboard_user.name == "Fatima"


async def test_another_name_in_the_row_is_for_these_words_only_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        w.desk.sit_at_keyboard(named(w, "Karim"))
        await w.press("o", "o")
        await w.click(ANNIE.split()[-1], nth=-1)
        assert "[Karim]" not in row(w)
        await w.type("Ik heb het koud.")
        await w.press("enter")
        assert w.desk.view.remarks[-1].voice.name == ANNIE
        await w.press("o")
        assert "[Karim]" in row(w)


async def test_on_the_page_of_who_is_here_one_says_who_types_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        await w.press("w")
        await w.reach("Karim")
        await w.press("y")
        assert "typt" in next(line for line in w.lines() if "Karim" in line and "[x]" in line)
        await w.press("escape", "o", "o")
        assert "[Karim]" in row(w)


async def test_the_opening_page_proposes_who_typed_last_if_they_are_here_b5(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        w.desk.sit_at_keyboard(named(w, "Karim"))
        w.desk.go(GOOD)
        w.desk.follow_up.leave("remark", "Te koud.")
        w.desk.seat((named(w, ANNIE), named(w, "Karim")))
    async with opening(annie, ANNIE, times=2) as w:
        assert w.on_top == "OpeningScreen"
        assert "typt" in next(line for line in w.lines() if "Karim" in line)
        await w.reach("Karim")
        await w.press("space")
        assert w.desk.keyboard_user is None, "who is not here does not type"


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_new_is_for_who_types_and_asks_who_that_is_c14(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size, asked=True) as w:
        await w.press("ctrl+p")
        await w.type("nieuw")
        await w.press("enter")
        await is_asked_and_says(w, "Karim")
        assert w.on_top == "NewSinceScreen"
        assert "Nieuw voor Karim" in w.text()


async def typed_by_sanne(home: Path, *keys: str) -> None:
    """Sanne types in a window that is killed: nothing is left in an orderly way."""
    async with window(home, ANNIE, asked=True) as w:
        sanne = w.desk.join("Sanne")[0].id
        w.desk.seat((*(person.id for person in w.desk.present), sanne))
        w.desk.speak_as(sanne)
        w.desk.sit_at_keyboard(sanne)
        w.desk.follow_up.leave("remark", "Ik ben er ook.")
        await w.press(*keys)
        await w.type("Mijn moeder is vaak moe")
        w.app._flush_drafts()


@pytest.mark.parametrize("keys", [("g", "end", "enter"), ("o", "o")], ids=["note", "remark"])
async def test_words_that_sanne_typed_are_offered_as_hers_and_never_under_the_client_f7(
    annie: Path, keys: tuple[str, ...]
) -> None:
    await typed_by_sanne(annie, *keys)
    async with window(annie, ANNIE, times=2, asked=True) as w:
        client = w.desk.view.client
        w.desk.seat((client,))
        w.desk.sit_at_keyboard(client)
        await w.press(*keys)
        assert isinstance(w.page, BaseEntryScreen)
        assert w.page.field.text == ""
        assert "Sanne typte dit en zei het niet: “Mijn moeder is vaak moe”" in w.words()
        await w.type("Ik ben niet moe")
        await w.press("enter")
        noted = [note.voice.id for note in w.desk.view.progress if note.text == "Ik ben niet moe"]
        noted += [remark.voice.id for remark in w.desk.view.remarks if remark.text == "Ik ben niet moe"]
        assert noted == [client]
        w.desk.seat((client, named(w, "Sanne")))
        w.desk.sit_at_keyboard(named(w, "Sanne"))
        await w.press("escape", *keys)
        assert isinstance(w.page, BaseEntryScreen)
        assert w.page.field.text == "Mijn moeder is vaak moe"
