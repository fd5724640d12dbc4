"""How it went, in seconds: Enter, Enter; three times the same reason is a question and never a decision (L25, L63)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.follow_up.note_screen import LOOSE, NoteScreen
from screens.parts.line_list import LineList
from screens.parts.message_line import quoted
from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, Window, door, window
from zlp_tui.plan.view import Progress
from zlp_tui.text import clean, one_line


def last(w: Window) -> Progress:
    """The newest note of the plan."""
    return max(w.desk.view.progress, key=lambda note: note.seq)


def typed(w: Window) -> str:
    """What stands in the field."""
    assert isinstance(w.page, BaseEntryScreen)
    return w.page.field.text


async def to_note(w: Window, number: int = 0) -> str:
    """From the map to a note about an agreement; its id."""
    card = w.desk.cards()[number]
    await w.press("a")
    await w.reach(card.title[:12])
    await w.press("g")
    assert w.on_top == "NoteScreen"
    return card.ref


@pytest.mark.parametrize("size", SIZES)
async def test_yes_and_enter_notes_that_it_happened_and_nothing_answers_by_itself_b3(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        ref = await to_note(w)
        told = next(agreed.want for agreed in w.desk.view.agreements if agreed.id == ref)
        assert "Is het gegaan zoals afgesproken?" in w.words()
        await w.press("enter")
        assert "Kies met de pijlen en Enter." in w.words()
        await w.press("down", "enter", "enter")
        note = last(w)
        assert (note.about, note.done, note.because, note.text) == (ref, "yes", None, None)
        assert w.page.notice.text == f"Bewaard: {quoted(told)}", "what undo names (C18)"
        await w.press("escape")
        assert w.on_top == "AgreementsScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_a_bit_because_of_something_and_what_it_brought_by_somebody_else(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        ref = await to_note(w, 1)
        await w.press("down", "down", "enter", "down", "down", "enter")
        await w.type("Het regende.")
        await w.click("Karim", nth=-1)
        assert typed(w) == "Het regende."
        await w.press("enter")
        note = last(w)
        assert (note.about, note.done, note.because, note.text) == (ref, "partly", "no-time", "Het regende.")
        assert note.voice.name == "Karim"
        assert w.page.notice.text == "Bewaard: “Het regende.”"


async def test_different_today_needs_a_reason_and_no_more(annie: Path) -> None:
    """L55."""
    async with window(annie, ANNIE) as w:
        await w.press("g", "x", "down", "enter")
        assert (last(w).done, last(w).because) == ("no", "wanted-otherwise")
        assert "Waar gaat het over?" in w.text(), "and the next thing can be noted"
        await w.press("u")
        assert last(w).because != "wanted-otherwise"


async def test_a_loose_note_is_about_nothing_and_needs_words(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("g", "end", "enter", "enter")
        assert w.on_top == "NoteScreen"
        assert last(w).text != "De dokter belde."
        await w.type("De dokter belde.")
        await w.press("enter")
        assert (last(w).about, last(w).done, last(w).text) == (None, None, "De dokter belde.")


async def test_from_the_letter_and_from_the_palette(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("l", "g")
        assert w.on_top == "NoteScreen"
        assert "Waar gaat het over?" in w.text()
        await w.press("escape", "escape", "ctrl+p")
        await w.type("noteren")
        await w.press("enter")
        assert w.on_top == "NoteScreen"


async def test_words_survive_escape_and_a_window_that_is_closed(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await to_note(w)
        await w.press("down", "enter")
        await w.type("Zij lachte toen")
        await w.press("escape")
        assert "Zij lachte toen" in w.text()
        await w.press("down", "enter")
        await w.type(" heel hard")
        await w.pilot.resize_terminal(60, 20)
        await w.settled()
        assert typed(w) == "Zij lachte toen heel hard"
        w.app._flush_drafts()  # what a signal does before the window is gone
    async with window(annie, ANNIE, times=2) as w:
        ref = await to_note(w)
        await w.press("down", "enter")
        assert typed(w) == "Zij lachte toen heel hard"
        await w.press("enter")
        assert (last(w).about, last(w).text) == (ref, "Zij lachte toen heel hard")
        assert not w.desk.follow_up.draft("note", ref)


@pytest.mark.parametrize("size", SIZES)
async def test_three_times_the_same_reason_is_a_proposal(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        ref = w.desk.cards()[1].ref
        for _ in range(2):
            w.desk.follow_up.note(ref, done="no", because="no-time")
        await to_note(w, 1)
        await w.press("down", "down", "down", "enter", "down", "down", "enter", "enter")
        assert "Drie keer om dezelfde reden. Zullen we er samen naar kijken?" in w.words()
        before = w.desk.view.agreements
        await w.press("down", "down", "enter")
        assert "Waar gaat het over?" in w.text()
        assert w.desk.view.agreements == before


async def test_the_proposal_leads_to_the_talk_about_that_agreement(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        ref = w.desk.cards()[1].ref
        for _ in range(2):
            w.desk.follow_up.note(ref, done="partly", because="did-not-know")
        await to_note(w, 1)
        await w.press("down", "down", "enter", "down", "down", "down", "enter", "enter", "down", "enter")
        assert w.on_top == "TalkScreen"
        assert (w.desk.place.topic, w.desk.place.step, w.desk.place.item) == ("follow-up", "adjust", ref)


async def test_of_a_new_plan_only_a_loose_note_can_be_made(fresh: Path) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        await w.press("g")
        assert "Het gaat over iets anders" in w.text()
        await w.press("x", "enter")
        await w.type("Goed geslapen.")
        await w.press("enter")
        assert last(w).text == "Goed geslapen."


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_words_are_shown_as_they_were_kept(annie: Path, row: str) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        ref = await to_note(w)
        w.desk.follow_up.keep_draft("note", ref, HOSTILE[row])
        await w.press("down", "enter")
        assert one_line(typed(w)) == one_line(clean(HOSTILE[row]).text)
        await w.press("enter")
        assert last(w).text == clean(HOSTILE[row]).text
        w.lines()


async def test_in_a_window_that_only_reads_it_is_said_and_the_words_stay(annie: Path) -> None:
    front = door(annie)
    front.sit_down(front.find(ANNIE))
    async with window(annie, ANNIE, times=2) as w:
        assert w.desk.read_only
        await to_note(w)
        await w.press("down", "enter")
        await w.type("Het ging goed.")
        await w.press("enter")
        assert typed(w) == "Het ging goed."
        assert "!" in w.text()
        for name in ("opmerkingen en", "niet mee eens", "wat is er nieuw", "wat eraan"):
            await w.press("ctrl+p")
            await w.type(name)
            await w.press("enter", "escape")
            assert w.on_top == "NoteScreen"
    front.close()


async def test_with_the_mouse_only(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.click("Noteren")
        await w.click(w.desk.cards()[0].title[:12])
        await w.click("Ja")
        await w.click("Zo bewaren")
        assert (last(w).about, last(w).done) == (w.desk.cards()[0].ref, "yes")
        await w.click("Ongedaan maken")
        assert last(w).done != "yes" or last(w).about != w.desk.cards()[0].ref


async def test_a_digit_notes_that_it_was_such_a_day_and_u_undoes_it_m09(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        first = w.desk.follow_up.signals()[0]
        before = len(w.desk.view.progress)
        await w.press("g")
        assert "Was het zo'n dag?" in w.text()
        await w.press("1")
        assert (last(w).about, last(w).done, last(w).text) == (first.id, "yes", None)
        assert "Bewaard" in w.text() and "Vandaag genoteerd, door" in w.words()
        await w.press("u")
        assert len(w.desk.view.progress) == before


async def test_a_line_that_was_chosen_twice_in_one_go_is_chosen_once(annie: Path) -> None:
    """The second came when what it chose from was gone, and ended the app (monkey, seed 8)."""
    async with window(annie, ANNIE) as w:
        w.desk.sit_at_keyboard(w.desk.view.client)
        await w.press("g")
        assert isinstance(w.page, NoteScreen)
        for _ in range(2):
            w.page.list.post_message(LineList.Chosen(w.page.list, LOOSE))
        await w.settled()
        assert (w.page.mode, w.page.because) == ("words", None)
