"""“Nee, het is anders” leads to the line that is not right, and then the chapter is read back once more (C17)."""

from __future__ import annotations

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Refused
from zlp_tui.plan.view import Place

READ = Place("who-am-i-read-back", "read-back")
GOOD = Place("good-day-bad-day", "sides", "good")


def said(desk: DeskSession, words: str, by: str | None = None) -> str:
    """Something said of a good day, by somebody at the table."""
    desk.speak_as(by or desk.view.client)
    desk.go(GOOD)
    return desk.answer(Spoken(words)).refs[0]


def to_line(desk: DeskSession) -> Turn:
    """Say no to what is read back: the question which line is not right."""
    desk.go(READ)
    desk.answer(Picked(("no",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == "line"
    return turn


def pick_line(desk: DeskSession, title: str) -> Turn:
    """Point out the line with these words."""
    asked = to_line(desk).input
    assert isinstance(asked, Pick)
    desk.answer(Picked((next(o.id for o in asked.options if o.title == title),)))
    turn = desk.forward()
    assert turn is not None
    return turn


def read_anew(desk: DeskSession) -> None:
    """One is at the read-back again, and nothing is chosen there."""
    turn = desk.forward()
    assert turn is not None and turn.place == READ
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()


def texts(desk: DeskSession) -> list[tuple[str, str]]:
    return [(line.text, line.voice.name) for line in desk.view.live_statements]


def test_no_leads_to_the_line_that_is_said_anew_there_c17(table: Table) -> None:
    desk = table.desk
    said(desk, "Ik sta om acht uur op.")
    said(desk, "Koffie bij het raam.")
    turn = pick_line(desk, "Ik sta om acht uur op.")
    assert turn.about is not None and turn.about.text == "Ik sta om acht uur op."
    assert isinstance(turn.input, Words) and turn.input.value == "Ik sta om acht uur op."
    desk.answer(Spoken("Ik sta om zeven uur op."))
    client = "Annie de Vries"
    assert set(texts(desk)) == {("Ik sta om zeven uur op.", client), ("Koffie bij het raam.", client)}
    read_anew(desk)
    desk.answer(Picked(("yes",)))
    assert desk.view.read_backs[-1].confirmed and all(read.correction is None for read in desk.view.read_backs)
    following = desk.forward()
    assert following is not None and following.place.topic != READ.topic


@pytest.mark.parametrize("way", ["disagree", "beside"])
def test_words_of_another_stay_and_the_client_disagrees_or_adds_c17(table: Table, way: str) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    ref = said(desk, "Zij slaapt altijd uit.", sanne.id)
    desk.seat((desk.view.client,))
    turn = pick_line(desk, "Zij slaapt altijd uit.")
    assert isinstance(turn.input, Pick) and [o.id for o in turn.input.options] == ["disagree", "beside"]
    assert turn.input.chosen == (), "B3"
    desk.answer(Picked((way,)))
    words = desk.forward()
    assert words is not None and isinstance(words.input, Words)
    desk.answer(Spoken("Alleen op zondag."))
    assert ("Zij slaapt altijd uit.", "Sanne") in texts(desk)
    told = [(d.about, d.text, d.voice.name) for d in desk.view.disagreements]
    assert told == ([(ref, "Alleen op zondag.", "Annie de Vries")] if way == "disagree" else [])
    assert (("Alleen op zondag.", "Annie de Vries") in texts(desk)) == (way == "beside")
    read_anew(desk)


def test_who_said_it_and_is_here_says_it_anew_themselves_c17(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    said(desk, "Zij slaapt altijd uit.", sanne.id)
    desk.speak_as(desk.view.client)
    pick_line(desk, "Zij slaapt altijd uit.")
    desk.answer(Picked(("anew",)))
    turn = desk.forward()
    assert turn is not None and turn.answers == sanne.id
    desk.answer(Spoken("Zij slaapt op zondag uit."))
    assert texts(desk) == [("Zij slaapt op zondag uit.", "Sanne")]
    assert desk.voice.id == desk.view.client
    read_anew(desk)


def test_something_that_is_missing_is_said_in_words_c17(table: Table) -> None:
    desk = table.desk
    said(desk, "Koffie bij het raam.")
    asked = to_line(desk).input
    assert isinstance(asked, Pick)
    desk.answer(Picked((asked.options[-1].id,)))
    turn = desk.forward()
    assert turn is not None and isinstance(turn.input, Words) and turn.place.item == "correction"
    desk.answer(Spoken("Ik ben niet stil."))
    assert desk.view.read_backs[-1].correction == "Ik ben niet stil."


def test_a_line_that_is_no_statement_is_asked_again_where_it_is_said_c17(table: Table) -> None:
    desk = table.desk
    desk.go(Place("personal-details", "person", "born-on"))
    desk.answer(Spoken("1 mei 1946"))
    asked = to_line(desk).input
    assert isinstance(asked, Pick)
    line = next(o for o in asked.options if "1946" in o.title)
    desk.answer(Picked((line.id,)))
    turn = desk.forward()
    assert turn is not None and turn.place == Place("personal-details", "person", "born-on")
    desk.answer(Spoken("2 mei 1946"))
    read_anew(desk)


def test_a_line_that_was_not_read_cannot_be_picked_c17(table: Table) -> None:
    desk = table.desk
    said(desk, "Koffie bij het raam.")
    to_line(desk)
    with pytest.raises(Refused):
        desk.answer(Picked(("niet-gelezen",)))


def test_every_line_of_every_chapter_leads_to_a_question_and_back_c17(table: Table) -> None:
    """The whole kind: whatever was read, one comes where it is said, and then to the read-back again."""
    desk = table.desk
    for place, words in (
        (Place("goals", "goal"), "Naar de bakker."), (Place("choices", "choice"), "Blijf ik hier?"),
        (Place("agreements", "want", "anything"), "Vis op vrijdag."), (Place("people", "people"), "Sanne"),
        (GOOD, "Koffie."),
    ):
        desk.go(place)
        desk.answer(Spoken(words))
    for topic in (topic for topic in desk.script.topics if topic.reads_back):
        place = Place(topic.id, next(step.id for step in topic.steps if step.reads_back))
        desk.go(place)
        desk.answer(Picked(("no",)))
        turn = desk.forward()
        assert turn is not None and isinstance(turn.input, Pick)
        for option in turn.input.options[:-1]:
            desk.go(place)
            desk.answer(Picked(("no",)))
            desk.forward()
            desk.answer(Picked((option.id,)))
            there = desk.forward()
            assert there is not None and there.place != place
            if there.place.topic != topic.id:
                again = desk.forward()
                assert again is not None and again.place == place
