"""Undo stays with the question, tells what it undid, and can be undone (B8, B9); what was not written is told (F11)."""

from __future__ import annotations

from pathlib import Path

from tests.tools.window import door
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")
PAGE = Place("domains", "cards")


def _desk(home: Path) -> DeskSession:
    front = door(home)
    plan = front.new_plan("Annie de Vries")
    return front.sit_down(plan)


def test_undo_takes_what_was_said_at_this_question_first_b9(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    desk.go(PAGE)
    desk.answer(Picked(("housing",)))
    desk.go(GOOD)
    assert desk.undo(GOOD) == "Koffie."
    assert desk.place == GOOD
    here = desk.undo(GOOD)
    assert here and desk.place == PAGE
    assert desk.undo(PAGE) is None


def test_redo_brings_back_what_was_undone_where_it_was_b9(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    desk.go(PAGE)
    assert desk.undo(PAGE) == "Koffie."
    assert desk.place == GOOD and not desk.view.live_statements
    desk.go(PAGE)
    assert desk.redo() == "Koffie."
    assert desk.place == GOOD
    assert [said.text for said in desk.view.live_statements] == ["Koffie."]
    assert desk.undo(GOOD) == "Koffie." and desk.redo() == "Koffie." and desk.redo() is None
    assert desk.undo(GOOD) == "Koffie."
    desk.answer(Spoken("Thee."))
    assert desk.redo() is None


def test_an_answer_that_stood_already_is_not_called_written_f11(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.go(PAGE)
    assert desk.answer(Picked(("housing",))).written
    assert not desk.answer(Picked(("housing",))).written
    assert not desk.answer(Spoken("  ")).written
    assert desk.undo(PAGE) and desk.undo(PAGE) is None
