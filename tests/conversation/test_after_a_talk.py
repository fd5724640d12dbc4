"""After a talk: how it was, for each person at the table, also after a first talk (V39)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tools.table import Table, lay_table
from zlp_tui.conversation.ports.turn import Board, Picked, Reading, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.view import Place

HOW = Place("sitting", "how", "first")


def at_the_end(desk: DeskSession) -> Turn:
    """On the way to the end of the talk, where it is asked how it was."""
    desk.go_topic("rights")
    while desk.place != HOW:
        assert desk.forward() is not None
    return desk.turn()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A first talk of Annie and Sanne, in which something was said."""
    table = lay_table(tmp_path / "home")
    desk = table.desk
    desk.take_route("first")
    desk.seat((desk.view.client, desk.join("Sanne")[0].id))
    desk.go(Place("about-me", "likes", "like"))
    desk.answer(Spoken("Muziek."))
    yield table
    table.front.close()


def test_each_person_at_the_table_says_how_the_talk_was_and_no_evaluation_begins_v39(table: Table) -> None:
    desk = table.desk
    turn = at_the_end(desk)
    shown = desk.map()
    assert (turn.question, turn.for_each_voice) == ("Hoe was dit gesprek?", True)
    asked = []
    for face in ("good", "so-so"):
        person = desk.not_asked_yet()
        assert person is not None
        asked.append(person.name)
        desk.speak_as(person.id)
        assert desk.answer(Picked((face,))).goes_on
    assert (asked, desk.not_asked_yet()) == (["Annie de Vries", "Sanne"], None)
    talk, = desk.view.conversations
    assert [(desk.view.person(said.person).name, said.face) for said in talk.experience] == [
        ("Annie de Vries", "good"), ("Sanne", "so-so"),
    ]
    assert desk.view.evaluations == () and not desk.view.can_look_back
    assert desk.map() == shown, "it is not shown on the map"
    assert "Niet zo goed" not in repr(desk.letter()) and "Het ging wel" not in repr(desk.letter())
    following = desk.forward()
    assert following is not None and isinstance(following.input, Reading)


def test_it_is_said_anew_undone_and_passed_over_by_one_step(table: Table) -> None:
    desk = table.desk
    at_the_end(desk)
    following = desk.forward()
    assert following is not None and following.place.step == "end", "nobody need answer"
    desk.back()
    for face in ("good", "not-good"):
        desk.answer(Picked((face,)))
    assert [said.face for said in desk.view.conversations[0].experience] == ["not-good"]
    desk.undo(HOW)
    desk.undo(HOW)
    assert desk.view.conversations[0].experience == ()


def test_the_end_of_a_talk_says_when_one_goes_on_and_offers_a_page_to_take_home(table: Table) -> None:
    """Issue 9 §1: a first talk ends with a page, and with the day on which one goes on, while that is ahead."""
    desk = table.desk
    desk.go(Place("sitting", "next", "first"))
    desk.answer(Spoken("10 maart"))
    assert not desk.turn().takes_home, "that page is still to come"
    turn = desk.go(Place("sitting", "end", "first"))
    assert isinstance(turn.input, Reading) and turn.takes_home
    assert "We praten verder: dinsdag 10 maart 2026." in turn.input.paragraphs


def at_the_end_of_a_sitting(desk: DeskSession) -> list[str]:
    """What walking comes past after the last topic of a sitting of the whole plan."""
    desk.take_route("whole")
    desk.go(Place("good-day-bad-day", "sides", "bad"))
    steps: list[str] = []
    while steps[-1:] != ["end"]:
        turn = desk.forward()
        assert turn is not None
        steps += [turn.place.step] if turn.place.topic == "sitting" else []
    return steps


def test_every_sitting_asks_when_one_goes_on_until_that_day_is_to_come(table: Table) -> None:
    desk = table.desk
    assert at_the_end_of_a_sitting(desk) == ["how", "end"], "who named no day in the first one is not asked again"
    desk.go(Place("sitting", "next", "beginning"))
    desk.answer(Spoken("10 maart"))
    assert at_the_end_of_a_sitting(desk) == ["how", "end"]
    assert "10 maart" in repr(desk.letter())
    table.clock.now += timedelta(days=7)
    desk = table.next_sitting()
    assert at_the_end_of_a_sitting(desk) == ["next", "how", "end"], "on that day it is asked anew"
    turn = desk.go(Place("sitting", "next", "who-am-i"))
    assert isinstance(turn.input, Words) and turn.input.value is None
    assert isinstance(turn.board, Board) and not any(group.quotes for group in turn.board.groups)
    table.clock.now += timedelta(days=1)
    assert "10 maart" not in repr(table.next_sitting().letter()), "the plan tells no day that has passed"


def test_who_prepares_the_next_talk_reads_how_the_last_one_was(table: Table) -> None:
    desk = table.desk
    desk.go(HOW)
    desk.answer(Picked(("so-so",)))
    desk.leave()
    page = {part.title: part.lines[0].quotes for part in table.front.sit_down(table.plan).preparation()}
    assert [(q.text, q.by) for q in page["Zo was het vorige gesprek"]] == [("Het ging wel", "mevrouw De Vries")]


def test_every_route_ends_with_it_or_asks_it_while_looking_back(table: Table) -> None:
    script = table.front.script
    for route in (known for known in script.routes if known.source == "spoken"):
        for sitting in route.sittings:
            assert {"sitting/how", "this-talk"} & set(sitting.walks), (route.id, sitting.id)
