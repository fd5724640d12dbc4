"""M09: what was said of a bad day can be noted on a day, and stands beside these words in the look back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table, agree_on_plan, speaks
from zlp_tui.conversation.ports.turn import Board, Pick, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place

HURRY = "Iemand heeft haast."


def say_sides(desk: DeskSession) -> dict[str, str]:
    """A good and a bad day, by side; the bad one twice."""
    said = {}
    for side, text in (("good", "De zon schijnt."), ("bad", HURRY), ("bad-too", "Het is zondag.")):
        desk.go(Place("good-day-bad-day", "sides", side.removesuffix("-too")))
        said[side] = desk.answer(Spoken(text)).refs[0]
    return said


def noted_by(table: Table, name: str, signal: str, *days: int) -> None:
    """Somebody notes it, so many days after the time before."""
    person, _ = table.desk.join(name)
    speaks(table.desk, person.id)
    for later in days:
        table.clock.now += timedelta(days=later)
        assert table.desk.follow_up.it_was_so(signal).written


def beside(turn: Turn) -> list[str]:
    """What stands in groups of its own beside the question."""
    assert isinstance(turn.board, Board)
    return [quote.text for group in turn.board.groups for quote in group.quotes]


def test_what_was_said_of_a_bad_day_is_noted_in_the_name_of_who_writes_and_can_be_undone_m09(table: Table) -> None:
    said, desk = say_sides(table.desk), table.desk
    assert [(one.title, one.by, one.hint) for one in desk.follow_up.signals()] == [
        (HURRY, "mevrouw De Vries", ""), ("Het is zondag.", "mevrouw De Vries", ""),
    ]
    noted_by(table, "Achmed", said["bad"], 0)
    (note,) = desk.view.progress
    assert (note.about, note.done, note.voice.name, note.on) == (said["bad"], "yes", "Achmed", "2026-03-03")
    assert [one.hint for one in desk.follow_up.signals()] == ["Vandaag genoteerd, door Achmed", ""]
    assert not desk.follow_up.it_was_so(said["bad"]).written, "once a day by each"
    assert desk.view.tallies.get(said["bad"]) is None, "it is no score"
    assert desk.undo() == HURRY
    assert desk.view.progress == ()
    with pytest.raises(NotFound):
        desk.follow_up.it_was_so(said["good"])
    with pytest.raises(NotFound):
        desk.follow_up.note(said["good"], done="yes")


def test_the_look_back_tells_in_words_when_it_was_so_m09(table: Table) -> None:
    """Beside her own words, in the list of all and at the words themselves; also where they were corrected since."""
    said = say_sides(table.desk)
    agree_on_plan(table.desk)
    noted_by(table, "Achmed", said["bad"], 0, 6)
    table.desk.speak_as(table.desk.view.client)
    table.desk.correct(said["bad"], "Iemand heeft altijd haast.")
    (anew,) = (one.id for one in table.desk.follow_up.signals() if "altijd" in one.title)
    noted_by(table, "Bram", anew, 42)
    table.clock.now += timedelta(days=90)
    desk = table.next_sitting()
    desk.take_route("back")
    turn = desk.go(Place("days-now", "still", "together"))
    told = "Genoteerd op 3 maart, 9 maart en 20 april, door Achmed en Bram"
    assert isinstance(turn.input, Pick)
    assert {option.title: option.hint for option in turn.input.options if option.by} == {
        "De zon schijnt.": "", "Iemand heeft altijd haast.": told, "Het is zondag.": "",
    }
    assert beside(desk.go(Place("days-now", "still", anew))) == [told]
    assert beside(desk.go(Place("days-now", "still", said["good"]))) == []


def test_of_many_days_the_last_are_named_and_the_trace_tells_it_too_m09(table: Table) -> None:
    said = say_sides(table.desk)
    agree_on_plan(table.desk)
    noted_by(table, "Achmed", said["bad"], 0, 1, 1, 1, 1)
    (step, *_) = table.desk.trace(said["bad"])
    assert step.beside == ("Genoteerd op 5 maart, 6 maart en 7 maart, en eerder, door Achmed",)
    assert [one.text for one in table.desk.trace(table.desk.view.progress[-1].id)] == ["Het was zo'n dag.", HURRY]
    assert table.desk.history.came_of(said["bad"]) == ()
    table.clock.now += timedelta(days=180)
    desk = table.next_sitting()
    desk.take_route("back")
    turn = desk.go(Place("days-now", "still", said["bad"]))
    assert beside(turn) == ["Genoteerd op 5 maart, 6 maart en 7 maart, en nog 2 keer, door Achmed"]


def test_a_private_bad_day_is_not_offered_in_other_company_m09(table: Table) -> None:
    said, desk = say_sides(table.desk), table.desk
    desk.tag(said["bad"], "sexuality-and-intimacy")
    sanne, _ = desk.join("Sanne")
    speaks(desk, sanne.id)
    assert [one.title for one in desk.follow_up.signals()] == ["Het is zondag."]
    with pytest.raises(NotFound):
        desk.follow_up.it_was_so(said["bad"])
