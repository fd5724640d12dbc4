"""A mark is kept under whoever gives it, and is asked of everybody in one pass round the table (B4, B7)."""

from __future__ import annotations

from pathlib import Path

from screens.talk.talk_screen import TalkScreen
from tests.screens.conftest import ANNIE
from tests.tools.half_a_year import half_a_year_later
from tests.tools.window import Window, opening, window
from zlp_tui.conversation.ports.turn import Board, Pick, Spoken
from zlp_tui.plan.view import Place


def marks(w: Window, domain: str) -> dict[str, int]:
    """The marks of the evaluation that goes on, by name."""
    evaluation = w.desk.view.open_evaluation
    assert evaluation is not None
    return {mark.voice.name: mark.mark for mark in evaluation.marks if mark.domain == domain}


async def at_mark(w: Window, domain: str) -> TalkScreen:
    """The question how it goes in a life domain; everybody says it by a face."""
    assert w.app.navigator is not None
    w.app.navigator.show_talk(Place("domains-now", "marks", domain))
    await w.settled()
    talk = w.app.navigator.talk
    assert isinstance(talk.turn.input, Pick)
    return talk


async def test_f4_keeps_the_mark_of_another_under_the_other_b4(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_mark(w, "housing")
        before = marks(w, "housing")
        assert talk.voices.display
        await w.press("f4")
        assert w.desk.voice.name == "Sanne"
        await w.press("1")
        after = marks(w, "housing")
        assert after["Sanne"] != before["Sanne"]
        assert after[ANNIE] == before[ANNIE]


async def test_the_next_person_is_asked_who_has_no_mark_yet_b7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_mark(w, "physical-health")
        assert set(marks(w, "physical-health")) == {ANNIE}
        await w.press("2")
        assert (w.desk.voice.name, w.desk.place.item) == ("Sanne", "physical-health")
        assert "[Sanne]" in w.words()
        await w.press("3")
        assert set(marks(w, "physical-health")) == {ANNIE, "Sanne"}
        assert w.desk.place.item != "physical-health"
        assert talk.voices.display


async def test_the_marks_stand_side_by_side_and_each_round_begins_with_the_same_person_b4(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await at_mark(w, "physical-health")
        await w.press("2")
        await w.press("3")
        assert w.desk.voice.name == ANNIE
        w.desk.go(Place("domains-now", "marks", "physical-health"))
        for name in (ANNIE, "Sanne"):
            w.desk.speak_as(next(person.id for person in w.desk.present if person.name == name))
            board = w.desk.turn().board
            assert isinstance(board, Board)
            assert [(quote.text, quote.by) for quote in board.groups[0].quotes] == [
                ("Niet zo goed", w.desk.view.client_person.called), ("Het gaat wel", "Sanne"),
            ]


async def test_what_another_marked_and_did_not_keep_is_shown_beside_ones_own_mark_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_mark(w, "physical-health")
        await w.press("2")
        assert w.desk.voice.name == "Sanne"
        await w.press("down", "down")
        talk.draft.flush()
        w.desk.speak_as(w.desk.view.client)
        talk.show_again()
        await w.settled()
        marked = next(line for line in w.lines() if "Niet zo goed" in line)
        assert "▸" in marked and "nog niet bewaard · Sanne" in w.words()


async def test_whoever_is_passed_over_in_a_round_keeps_no_word_b4(year: Path) -> None:
    async with window(year, ANNIE) as w:
        await at_mark(w, "physical-health")
        await w.press("2")
        assert w.desk.voice.name == "Sanne"
        await w.press("pagedown")
        assert w.desk.voice.name == ANNIE and w.desk.place.item != "physical-health"
        assert set(marks(w, "physical-health")) == {ANNIE}


async def test_all_parts_of_life_stand_in_one_list_and_each_gets_its_face_by_an_arrow_or_a_number(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_mark(w, "physical-health/together")
        assert isinstance(talk.turn.input, Pick)
        first, second = talk.turn.input.rows[:2]
        talk.entry.pick.focus()
        before = set(talk.entry.pick.chosen)
        await w.press("1", "right", "right")
        chosen = set(talk.entry.pick.chosen)
        assert f"{first.id}/very-bad" in chosen and len(chosen) >= len(before)
        assert marks(w, first.id) != {ANNIE: 1}, "nothing is kept before Enter"
        await w.press("left")
        assert [ref for ref in talk.entry.pick.chosen if ref.startswith(second.id)] != [
            ref for ref in chosen if ref.startswith(second.id)
        ]
        await w.press("enter")
        assert marks(w, first.id)[ANNIE] == 1


async def test_every_number_of_0_to_10_is_typed_and_a_1_waits_for_its_0(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_mark(w, "physical-health/how")
        await w.press("2")
        talk = await at_mark(w, "physical-health/together")
        assert isinstance(talk.turn.input, Pick) and talk.turn.input.first_level == 0
        rows = [row.id for row in talk.turn.input.rows]
        pick = talk.entry.pick
        pick.focus()
        await w.press("1", "0", "0")
        assert {f"{rows[0]}/10", f"{rows[1]}/0"} <= set(pick.chosen), "10, and then 0 for the next"
        await w.press("home", "1", "3")
        assert {f"{rows[0]}/1", f"{rows[1]}/3"} <= set(pick.chosen), "another digit is for the next row"
        await w.press("home", "1", "down", "0")
        assert {f"{rows[0]}/1", f"{rows[1]}/0"} <= set(pick.chosen), "an arrow ends the 1"


async def test_enter_with_nothing_marked_goes_on_for_whoever_is_asked(tmp_path: Path) -> None:
    """Who had nothing to mark in the round was asked again at every Enter, and told that the question before was not
    changed; the key said “Verder”."""
    table = half_a_year_later(tmp_path / "home")
    sanne, _ = table.desk.join("Sanne")
    table.desk.seat((table.desk.view.client, sanne.id))
    table.desk.go(Place("about-me", "likes", "like"))
    table.desk.answer(Spoken("Muziek."))
    table.desk.leave()
    table.front.close()
    async with opening(tmp_path / "home", ANNIE, clock=table.clock, topic="domains-now", route=None) as w:
        await w.press("enter", "1", "enter")
        assert (w.desk.voice.name, w.desk.place.item) == ("Sanne", "physical-health/together")
        await w.press("enter")
        assert w.desk.voice.name == ANNIE and w.desk.place.item != "physical-health/together"
        assert "niets veranderd" not in w.words()
