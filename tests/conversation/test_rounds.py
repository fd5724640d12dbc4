"""Rounds: what the client asks each other person at the table once, in the I-form (V100, V121)."""

from __future__ import annotations

import pytest

from tests.tools.full import book_of, fill
from tests.tools.looking import shipped
from tests.tools.table import Table
from zlp_tui.conversation.asking.route import stops_of
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.ports.turn import Board, Picked, Reading, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.view import Place
from zlp_tui.script.step_model import StepBase
from zlp_tui.script.steps.word_models import Ask

TO = Place("important-to", "important-to")
FOR = Place("important-for", "important-for")
GOOD_AT = Place("appreciation", "good-at")


def here(table: Table, *people: tuple[str, str | None]) -> list[str]:
    """People of these kinds, at the table beside the client."""
    desk, ids = table.desk, list[str]()
    for name, kind in people:
        desk.go(Place("people", "people"))
        ids += desk.answer(Spoken(name)).refs
        if kind is not None:
            desk.go(Place("people", "people", f"{ids[-1]}/kind"))
            desk.answer(Picked((kind,)))
    desk.seat((desk.view.client, *ids))
    desk.speak_as(desk.view.client)
    return ids


def asked_at(desk: DeskSession, start: Place) -> list[Turn]:
    """The turns at one step, walking on from its beginning."""
    turns, turn = [desk.go(start)], desk.forward()
    while turn is not None and (turn.place.topic, turn.place.step) == (start.topic, start.step):
        turns.append(turn)
        turn = desk.forward()
    return turns


def test_after_the_client_each_other_person_here_is_asked_once_in_the_i_form_v100(table: Table) -> None:
    sanne, karim = here(table, ("Sanne", "family"), ("Karim", "carer"))
    asked = asked_at(table.desk, TO)
    assert [turn.answers for turn in asked] == [None, sanne, karim]
    assert [turn.question for turn in asked[1:]] == [
        "Wat vind ik belangrijk, denk jij?", "Wat vind ik belangrijk, denkt u?",
    ]
    assert [turn.heading for turn in asked[1:]] == ["Sanne", "Karim"]
    assert all(isinstance(turn.input, Words) and len(turn.differently) >= 3 for turn in asked[1:])
    assert not any("mevrouw De Vries" in text for turn in asked[1:] for text in (turn.question, *turn.differently))


def test_what_is_said_is_kept_as_theirs_whoever_spoke_last_b7(table: Table) -> None:
    sanne, _ = here(table, ("Sanne", "family"), ("Karim", "carer"))
    desk = table.desk
    desk.go(TO)
    desk.answer(Spoken("Mijn huis."))
    desk.forward()
    desk.answer(Spoken("Haar tuin."))
    mine, theirs = desk.view.said("important-to")
    assert (mine.voice.id, theirs.voice.id, desk.voice.id) == (desk.view.client, sanne, desk.view.client)
    assert theirs.prompt == "Wat vind ik belangrijk, denk jij?"
    told = [line.intro for part in desk.letter() for line in part.lines if theirs.id in {q.ref for q in line.quotes}]
    assert told == ["Sanne denkt dat ik dit belangrijk vind:"]


def test_who_said_something_here_is_not_asked_again_and_who_was_passed_over_is_next_time(table: Table) -> None:
    sanne, karim = here(table, ("Sanne", "family"), ("Karim", "carer"))
    desk = table.desk
    desk.go(TO)
    desk.speak_as(sanne)
    desk.answer(Spoken("Haar tuin."))
    desk.speak_as(desk.view.client)
    assert [turn.answers for turn in asked_at(desk, TO)] == [None, karim]
    desk = table.next_sitting()
    desk.seat((desk.view.client, sanne, karim))
    assert [turn.answers for turn in asked_at(desk, TO)] == [None, karim]


def test_nobody_is_asked_who_is_not_here_b1(table: Table) -> None:
    sanne, _ = here(table, ("Sanne", "family"), ("Karim", "carer"))
    desk = table.desk
    desk.seat((desk.view.client,))
    assert [turn.answers for turn in asked_at(desk, TO)] == [None]
    desk.seat((sanne,))
    (asked,) = asked_at(desk, TO)  # the question itself is put to who is here; the client asks nobody
    assert asked.answers is None and asked.hint.startswith("Mevrouw De Vries is er niet bij. Wat denkt Sanne?")


def test_what_is_important_for_somebody_is_asked_of_who_is_here_for_their_work_v119(table: Table) -> None:
    _, karim, bo = here(table, ("Sanne", "family"), ("Karim", "carer"), ("Bo", None))
    assert [turn.answers for turn in asked_at(table.desk, FOR)] == [None, karim, bo]


def test_others_are_asked_what_one_is_good_at_after_who_is_asked_first_v109(table: Table) -> None:
    sanne, karim = here(table, ("Sanne", "family"), ("Karim", "carer"))
    first, *rest = asked_at(table.desk, GOOD_AT)
    assert first.asked_first == (sanne, karim) and [turn.answers for turn in rest] == [karim]
    table.desk.seat((table.desk.view.client, sanne))
    assert len(asked_at(table.desk, GOOD_AT)) == 1


@pytest.mark.parametrize("said", [(), ("important-to",), ("important-for",), ("important-to", "important-for")])
def test_the_balance_is_asked_where_something_stands_on_both_sides_v111(table: Table, said: tuple[str, ...]) -> None:
    here(table, ("Sanne", "family"))
    desk = table.desk
    for topic in said:
        desk.go(Place(topic, topic))
        desk.answer(Spoken("Iets."))
    turn = desk.go_topic("important-for")
    assert isinstance(turn.input, Reading) and "Twee dingen tellen" in turn.input.paragraphs[0]
    assert ("balance" in steps_asked(desk, "important-for")) == (len(said) == 2)


def steps_asked(desk: DeskSession, topic: str) -> set[str]:
    """The steps of a topic that are asked."""
    steps = set()
    turn: Turn | None = desk.go_topic(topic)
    while turn is not None and turn.place.topic == topic:
        steps.add(turn.place.step)
        turn = desk.forward()
    return steps


def test_what_two_people_may_think_differently_about_is_not_asked_of_one_alone(table: Table) -> None:
    """But what was said there when two sat there stands there still."""
    of_two = {(topic.id, step.id) for topic in shipped().topics for step in topic.steps if needs_company(step)}
    assert ("important-for", "balance") in of_two
    (sanne,) = here(table, ("Sanne", "family"))
    desk, client = table.desk, table.desk.view.client
    for topic in ("important-to", "important-for"):
        desk.go(Place(topic, topic))
        desk.answer(Spoken("Iets."))
    for topic, step in of_two:
        desk.seat((client,))
        assert step not in steps_asked(desk, topic), (topic, step)
        desk.seat((client, sanne))
        assert step in steps_asked(desk, topic), (topic, step)
        desk.go(Place(topic, step))
        desk.answer(Spoken("Over de trap."))
        desk.seat((client,))
        assert step in steps_asked(desk, topic), (topic, step)


def needs_company(step: StepBase) -> bool:
    return isinstance(step, Ask) and step.needs_company


def test_the_ten_parts_of_life_stand_beside_both_with_what_belongs_to_them_v118(table: Table) -> None:
    for place in (TO, FOR):
        board = table.desk.go(place).board
        assert isinstance(board, Board)
        told = next(group.quotes for group in board.groups if group.title == "Denk ook aan deze delen van het leven:")
        assert len(told) == 9, "and not the one that is not named before leave"
        assert all(quote.note for quote in told)


def test_what_is_put_to_somebody_else_is_in_the_i_form_1_53(table: Table) -> None:
    """What is put to somebody else is put in the I-form where the client is here; else by name."""
    sanne, _ = here(table, ("Sanne", "family"), ("Karim", "carer"))
    desk = table.desk
    desk.go(Place("working", "sides", "works"))
    desk.speak_as(sanne)
    turn = desk.turn()
    assert turn.question == turn.ask_another[0] == "Wat helpt mij goed, denk jij?"
    desk.seat((sanne,))
    assert "mevrouw De Vries" in desk.turn().question


def test_no_question_at_all_talks_about_a_client_who_sits_there_1_53(table: Table) -> None:
    """Whoever speaks beside the client is asked in the client's words, or what they see themselves: over all questions,
    with goals, agreements, choices and a look back, and all ways to ask them. Only what the client answers names them:
    then it is their turn in a round."""
    desk = table.desk
    book_of(table).do(fill, 2)
    sanne, _ = desk.join("Sanne")
    desk.reload()
    desk.seat((desk.view.client, sanne.id))
    desk.speak_as(sanne.id)
    base, client = desk._plan.step_context(), desk.view.client_person.called
    turns = [turn_at(stop.context) for topic in desk.script.topics for stop in stops_of(topic, base)]
    assert len(turns) > 150
    asked = [(turn.place, way) for turn in turns if turn.answers != desk.view.client
             for way in (turn.question, *turn.ask_another)]
    assert [(place, way) for place, way in asked if client in way] == []
