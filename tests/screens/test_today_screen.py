"""The screen of today: what is agreed in all plans, noted by one key in one's own name (L07, L-14; issue 10, 5)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from textual import events

from screens.steps.answer_field import AnswerField
from tests.screens.test_home_screen import at_home
from tests.screens.test_lock_screens import at_the_lock, done
from tests.tools.locked import locked_home
from tests.tools.todays import CLIENTS, KARIM, NoteOf, notes_of, with_clients
from tests.tools.window import SIZES, Later, Window, door
from zlp_tui.places import plans_folder
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.tables.client import people
from zlp_tui.store.own_files.plan_folder import plans_in


@asynccontextmanager
async def today(home: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Window]:
    """The list of today, with Karim before it."""
    async with at_home(home, size) as w:
        await w.press("j", "1")
        assert w.on_top == "TodayScreen"
        yield w


async def test_karim_with_twelve_clients_needs_three_keys_to_see_and_two_to_note(tmp_path: Path) -> None:
    """Issue 10, 5: at most three keys to what he does, at most two for each thing noted, all in his name."""
    with_clients(tmp_path, *CLIENTS)
    async with at_home(tmp_path) as w:
        reach = ["j", "1"]
        await w.press(*reach)
        assert len(reach) <= 3
        assert "▸   Kousen aan bij Annie." in w.text() or "▸ Kousen aan bij" in w.words()
        keys = []
        for number in range(len(CLIENTS)):
            noted = ["g"] if number % 3 else ["x", "2"]
            assert len(noted) <= 2
            await w.press(*noted)
            keys += noted
        assert "▸" in w.text() and "Een rondje." in w.text()
    noted_now = notes_of(tmp_path, *CLIENTS)
    assert len(noted_now) == len(CLIENTS) and {note.by for note in noted_now} == {KARIM}
    assert noted_now.count(NoteOf(KARIM, "no", "no-time", None)) == 4


async def test_the_logs_of_locked_plans_are_told_in_a_thread_before_their_words_are_shown(tmp_path: Path) -> None:
    """Half a second with 30 plans: keys wait for the list and not for each log (decision 0052)."""
    with_clients(tmp_path, "Annie")
    lock = locked_home(tmp_path, KARIM)
    async with at_the_lock(lock, tmp_path) as w:
        await w.press("j")
        await done(w)
        await w.press("1")
        assert w.on_top == "TodayScreen" and "Kousen aan bij Annie." in w.words()
        (plan,) = plans_in(plans_folder(tmp_path))
        with closing(lock.to_read()) as plans, plans.reading_of(plan) as session:
            assert [line.event for line in lines_of_plan(session, plan)].count("list") == 1


@pytest.mark.parametrize("size", SIZES)
async def test_it_tells_for_whom_who_does_it_and_that_it_was_noted(tmp_path: Path, size: tuple[int, int]) -> None:
    """V129: who acts notes it."""
    with_clients(tmp_path, "Annie", "Bram")
    async with today(tmp_path, size) as w:
        said = w.words()
        assert "In de ochtend" in said and "Kousen aan bij Annie." in said and "Annie" in said and "Karim" in said
        await w.press("g")
        assert "Genoteerd: gedaan" in w.words() and "Karim · gedaan" in w.words()
        await w.press("u")
        assert "Ongedaan" in w.words() and "· gedaan" not in w.words()
    assert notes_of(tmp_path, "Annie", "Bram") == []


async def test_what_is_done_in_the_morning_leaves_the_evening_to_be_done(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", parts=("morning", "evening"))
    async with today(tmp_path) as w:
        await w.press("g")
        said = w.words()
        assert said.count("Kousen aan bij Annie.") >= 2 and said.count("· gedaan") == 1
        await w.press("down", "x", "2")
        assert "Karim · niet gedaan" in w.words()
    noted = notes_of(tmp_path, "Annie")
    assert [(note.done, note.part) for note in noted] == [("yes", "morning"), ("no", "evening")]


async def test_words_or_a_face_go_with_it(tmp_path: Path) -> None:
    """L109; worse comes first, as in all scales (C6)."""
    with_clients(tmp_path, "Annie", "Bram")
    async with today(tmp_path) as w:
        await w.press("m", "3", "m")
        await w.type("Samen gelachen.")
        await w.press("enter")
    said = [(note.by, note.text) for note in notes_of(tmp_path, "Annie", "Bram")]
    assert said == [(KARIM, "Het ging goed."), (KARIM, "Samen gelachen.")]


async def test_who_looks_is_asked_once_more_where_it_may_be_no_name_b11(tmp_path: Path) -> None:
    """It was refused for good."""
    with_clients(tmp_path, "Annie", "Bram")
    async with at_home(tmp_path) as w:
        await w.press("j")
        await w.type("Zuster marie")
        await w.press("enter")
        assert "Is “Zuster marie” een naam? Typ het dan nog een keer." in w.words()
        await w.press("enter")
        assert w.on_top == "TodayScreen"


async def test_words_that_come_at_once_while_the_list_has_the_focus_are_kept_b12(tmp_path: Path) -> None:
    """As from dictation, or from a slow line."""
    with_clients(tmp_path, "Annie", "Bram")
    async with today(tmp_path) as w:
        await w.press("m")
        w.page.post_message(events.Paste("Samen gelachen."))
        await w.settled()
        await w.press("enter")
    assert [note.text for note in notes_of(tmp_path, "Annie", "Bram")] == ["Samen gelachen."]


async def test_words_that_were_typed_and_left_stand_there_again(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    async with today(tmp_path) as w:
        await w.press("m")
        await w.type("Samen")
        await w.press("escape", "m")
        assert "Samen" in w.text()


@pytest.mark.parametrize("writer", ["1", "Ans"])
async def test_words_that_were_being_typed_are_a_draft_of_who_typed_them_f7(tmp_path: Path, writer: str) -> None:
    """They were lost with the window; also of somebody whom the plan does not know yet."""
    with_clients(tmp_path, "Annie", "Bram")

    async def look(w: Window, who: str) -> None:
        await w.press("j")
        if who.isdigit():
            await w.press(who, "m")
        else:
            await w.type(who)
            await w.press("enter", "m", "m")

    async with at_home(tmp_path) as w:
        await look(w, writer)
        await w.type("Samen gel")
        await w.press("ctrl+q")
    assert notes_of(tmp_path, "Annie", "Bram") == []
    async with at_home(tmp_path) as w:
        await look(w, "Mo")
        assert "Samen gel" not in w.words()
    async with at_home(tmp_path) as w:
        await look(w, writer)
        assert "Samen gel" in w.words()
        await w.type("achen.")
        await w.press("enter", "m")
        assert "Samen gel" not in w.page.query_one(AnswerField).text
    assert [note.text for note in notes_of(tmp_path, "Annie", "Bram")] == ["Samen gelachen."]


async def test_who_looks_like_somebody_of_the_plan_is_asked_before_a_word_is_typed_f12(tmp_path: Path) -> None:
    """It was asked after the words, and they were gone."""
    with_clients(tmp_path, "Annie", "Bram")
    async with at_home(tmp_path) as w:
        await w.press("j")
        await w.type("Karin El Idrissi")
        await w.press("enter", "m")
        assert w.on_top == "TodayScreen" and "Is Karim bedoeld?" in w.words()
        await w.press("m")
        await w.type("Samen gelachen.")
        await w.press("enter")
        assert w.on_top == "TodayScreen"
    assert [note.text for note in notes_of(tmp_path, "Annie", "Bram")] == ["Samen gelachen."]


async def test_a_bad_day_is_noted_by_one_key_and_a_digit_m09(tmp_path: Path) -> None:
    """In her own words, in his own name; what is private is not among them."""
    with_clients(tmp_path, "Annie", "Bram", bad_day="Haast in de morgen.")
    async with today(tmp_path) as w:
        await w.press("d")
        assert "Was het zo'n dag?" in w.words() and "Haast in de morgen." in w.words() and "Samen" not in w.words()
        assert "In eigen woorden: Annie" not in w.words(), "each line tells whose words it is; it may be another's"
        await w.press("1")
        assert "Het was zo'n dag. · Annie: “Haast in de morgen.”" in w.words()
        await w.press("d", "1")
        assert "Dit stond er al zo." in w.words()
    assert notes_of(tmp_path, "Annie", "Bram") == [NoteOf(KARIM, "yes", None, None)]


async def test_home_tells_how_much_of_today_is_left(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    async with at_home(tmp_path) as w:
        assert "nog 4 te doen" in w.words()
        await w.press("j", "1", "g", "escape")
        assert "nog 3 te doen" in w.words()


async def test_enter_opens_the_plan_at_that_agreement_and_back_leads_to_the_list(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    async with today(tmp_path) as w:
        await w.press("down", "down", "enter")
        assert w.on_top == "AgreementsScreen"
        assert w.desk.keyboard_user is not None and w.desk.keyboard_user.name == KARIM
        await w.press("escape")
        assert w.on_top == "TodayScreen"
        await w.press("escape")
        assert w.on_top == "HomeScreen"


@pytest.mark.parametrize(("writer", "namesake", "types"), [
    (KARIM, None, KARIM), ("Karim", None, KARIM), (KARIM, "Karim", None), (KARIM, KARIM, None), ("Mo", None, None),
])
async def test_who_looks_types_in_the_plan_that_is_opened_and_nobody_who_only_has_the_name_f10(
    tmp_path: Path, writer: str, namesake: str | None, types: str | None
) -> None:
    """Also where the other of that name goes by something else."""
    with_clients(tmp_path, "Annie", "Bram")
    if namesake is not None:
        front = door(tmp_path, Later(2))
        with front.sit_down(front.find("Annie"))._unit_of_work.undoable(None, sitting=False) as act:
            people.add(act, KARIM, "family", salutation=namesake, relation="mijn neef")
        front.close()
    async with at_home(tmp_path) as w:
        await w.press("j")
        await w.type(writer)
        await w.press("enter", "enter")
        typist = w.desk.keyboard_user
        assert (typist.name if typist else None) == types


async def test_who_works_with_one_plan_has_the_key_and_no_line_above_it(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie")
    async with at_home(tmp_path) as w:
        assert "bij iedereen" not in w.words()
        await w.press("j", "1")
        assert w.on_top == "TodayScreen"


async def test_where_nothing_is_agreed_no_key_is_shown_that_does_nothing(fresh: Path) -> None:
    async with at_home(fresh) as w:
        await w.press("j")
        await w.type("Sanne")
        await w.press("enter")
        assert w.on_top == "TodayScreen" and "Ongedaan" not in w.words() and "Gedaan" not in w.words()


async def test_who_works_with_more_plans_sees_it_first(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    async with at_home(tmp_path) as w:
        lines = [line for line in w.lines() if "Vandaag" in line or "Bram" in line]
        assert "Vandaag" in lines[0] and "▸" not in lines[0] and "▸" in lines[1]
        await w.press("up", "enter")
        assert w.on_top == "PickOrTypeScreen"


async def test_who_is_not_known_in_a_plan_is_asked_first_b5(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie")
    async with at_home(tmp_path) as w:
        await w.press("j")
        await w.type("Sanne")
        await w.press("enter", "m")
        assert w.on_top == "TodayScreen" and "Sanne staat niet in het plan van Annie" in w.words()
        await w.press("m", "1")
        assert "Nieuw in dit plan: Sanne" in w.words()
    assert notes_of(tmp_path, "Annie") == [NoteOf("Sanne", None, None, "Het ging moeilijk.")]
