"""The question of who may read the plan: one person, one question at a time, and the client answers (M07, C8)."""

from __future__ import annotations

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Pick, Picked, Reading, Spoken, Turn
from zlp_tui.errors import NotAllowed, Refused
from zlp_tui.plan.view import Place

FIRST = "first"


def at(table: Table, item: str) -> Turn:
    return table.desk.go(Place("who-may", "who-may", item))


def given(table: Table) -> list[tuple[str, bool, bool, str | None]]:
    return [(grant.scope, grant.see, grant.write, grant.until) for grant in table.desk.view.grants]


@pytest.fixture
def with_karim(table: Table) -> tuple[Table, str]:
    """Annie and Karim sit there, and Karim speaks."""
    karim, _ = table.desk.join("Karim")
    table.desk.seat((table.desk.view.client, karim.id))
    table.desk.speak_as(karim.id)
    return table, karim.id


def test_the_client_answers_whoever_spoke_last_and_each_answer_leads_on(with_karim: tuple[Table, str]) -> None:
    table, karim = with_karim
    desk = table.desk
    assert isinstance(desk.go_topic("who-may").input, Reading)
    turn = desk.forward()
    assert turn is not None
    assert turn.question.startswith("Mag Karim dit lezen") and turn.place.item == f"{karim}/read"
    assert isinstance(turn.input, Pick) and [one.id for one in turn.input.options] == [
        "everything", "work", "parts", "nothing",
    ]
    assert turn.answers == desk.view.client
    assert desk.answer(Picked(("work",))).goes_on
    assert given(table) == [("work", True, True, None)]
    assert desk.view.grants[0].voice.id == desk.view.client
    following = desk.forward()
    assert following is not None and following.place.item == f"{karim}/write"
    desk.answer(Picked(("no",)))
    assert given(table) == [("work", True, False, None)]
    at(table, f"{karim}/until")
    desk.answer(Spoken("31 december"))
    assert given(table) == [("work", True, False, "2026-12-31")]
    at(table, f"{karim}/read")
    desk.answer(Picked(("everything",)))
    assert given(table) == [("everything", True, False, "2026-12-31")], "the rest stays as it was answered"
    desk.answer(Picked(("nothing",)))
    assert given(table) == [("everything", False, False, "2026-12-31")]


def test_parts_of_life_are_opened_and_closed_by_name(with_karim: tuple[Table, str]) -> None:
    table, karim = with_karim
    at(table, f"{karim}/read")
    table.desk.answer(Picked(("everything",)))
    turn = at(table, f"{karim}/parts")
    assert isinstance(turn.input, Pick) and "sexuality-and-intimacy" not in turn.input.chosen
    assert len(turn.input.chosen) == 9
    chosen = tuple(domain for domain in turn.input.chosen if domain != "housing")
    table.desk.answer(Picked((*chosen, "sexuality-and-intimacy")))
    assert sorted(given(table)[1:]) == [
        ("domain:housing", False, True, None), ("domain:sexuality-and-intimacy", True, True, None),
    ]


def test_who_wishes_to_chooses_by_topic_and_what_is_not_named_is_not_read(with_karim: tuple[Table, str]) -> None:
    """One line beside the ready answers; what follows is asked of nobody else. Told in the letter, and taken back."""
    table, karim = with_karim
    desk = table.desk
    desk.seat((desk.view.client,))
    for place, words in (("important-to", "Mijn tuin."), ("working", "Muziek.")):
        desk.go_topic(place)
        desk.answer(Spoken(words))
    at(table, f"{karim}/read")
    desk.answer(Picked(("parts",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{karim}/domains"
    desk.answer(Picked(("housing",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{karim}/topics" and isinstance(turn.input, Pick)
    assert {"important-to", "working"} <= {one.id for one in turn.input.options} and not turn.input.chosen
    desk.answer(Picked(("working",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{karim}/write"
    desk.answer(Picked(("no",)))
    assert given(table) == [
        ("parts", True, False, None), ("domain:housing", True, False, None), ("topic:working", True, False, None),
    ], "that they write nothing along holds for what is named too"
    told = repr(desk.as_seen_by(karim))
    assert "Muziek." in told and "Mijn tuin." not in told
    assert "leest alleen wat hier staat · schrijft niet mee · leest over" in repr(desk.letter())
    at(table, f"{karim}/topics")
    desk.answer(Picked(()))
    assert "Muziek." not in repr(desk.as_seen_by(karim))


def test_who_represents_the_client_is_asked_about_acting_in_their_name_c8(with_karim: tuple[Table, str]) -> None:
    """It ends on the day on which the role ends; of nobody else it is asked."""
    table, karim = with_karim
    desk = table.desk
    at(table, f"{karim}/read")
    desk.answer(Picked(("work",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{karim}/write"
    desk.seat((desk.view.client,))
    desk.speak_as(desk.view.client)
    for field, reply in (
        ("kind", Picked(("advocate",))), ("precisely", Picked(("mentor",))), ("acts-until", Spoken("1 mei 2027")),
    ):
        desk.go(Place("people", "people", f"{karim}/{field}"))
        desk.answer(reply)
    at(table, f"{karim}/read")
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{karim}/acts" and turn.answers == desk.view.client
    desk.answer(Picked(("yes",)))
    assert given(table)[1:] == [("representative", True, True, "2027-05-01")]
    assert "beslist mee over dit plan · tot en met" in repr(desk.letter())
    at(table, f"{karim}/write")
    desk.answer(Picked(("no",)))
    assert [write for _, _, write, _ in given(table)] == [False, False], "no is no, whoever acts in their name"
    at(table, f"{karim}/acts")
    desk.answer(Picked(("no",)))
    assert "beslist mee" not in repr(desk.letter())


def test_it_stands_in_the_letter_is_taken_back_by_one_act_and_undone(with_karim: tuple[Table, str]) -> None:
    table, karim = with_karim
    desk = table.desk
    at(table, f"{karim}/read")
    desk.answer(Picked(("work",)))
    (grant,) = desk.view.grants
    assert "leest wat nodig is om te helpen" in repr(desk.letter())
    with pytest.raises(NotAllowed):
        desk.withdraw(grant.id)  # by Karim, who spoke last
    desk.speak_as(desk.view.client)
    desk.withdraw(grant.id)
    assert given(table) == []
    desk.undo()
    assert given(table) == [("work", True, True, None)]
    assert desk.trace(grant.id) and desk.history.history(grant.id)


def test_without_the_client_it_waits_and_of_the_client_it_is_not_asked(with_karim: tuple[Table, str]) -> None:
    table, karim = with_karim
    desk = table.desk
    desk.seat((karim,))
    at(table, f"{karim}/read")
    with pytest.raises(Refused):
        desk.answer(Picked(("everything",)))
    assert given(table) == []
    sanne, _ = desk.join("Sanne")
    desk.seat((desk.view.client, karim, sanne.id))
    desk.seat((desk.view.client, karim))
    turn, seen = desk.go_topic("who-may"), []
    while turn.place.topic == "who-may":
        seen.append(turn.place.item)
        following = desk.forward()
        assert following is not None
        turn = following
    assert seen == [None, f"{karim}/read", f"{sanne.id}/read"], "who sits here first, and from the map everybody"


def test_a_first_talk_asks_once_of_each_of_two_and_of_more_at_once(table: Table) -> None:
    """So that it stays within 25 questions."""
    desk = table.desk
    people = [desk.join(name)[0].id for name in ("Karim", "Sanne", "Bo")]
    desk.seat((desk.view.client, *people[:2]))
    turn: Turn | None = desk.take_route(FIRST)
    while turn is not None and turn.place.topic != "who-may":
        turn = desk.forward()
    assert turn is not None and turn.place == Place("who-may", "who-may", f"{people[0]}/read")
    desk.seat((desk.view.client, *people))
    turn = desk.turn()
    assert turn.question == "Mogen Karim, Sanne en Bo dit lezen?"
    desk.answer(Picked(("work",)))
    assert {(grant.person, grant.scope) for grant in desk.view.grants} == {(person, "work") for person in people}
