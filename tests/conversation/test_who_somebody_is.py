"""Who somebody is to the client: the kinds, in two short lists, and as whom one looks for them (V42, V88, V104).

Among them who answers for all care, and whom to tell (L06, L15, L16, L23).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.asking.route import Stop, stops_of
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Spoken, Turn, Words
from zlp_tui.person_words import kind_in_words, known_as, name_and_role
from zlp_tui.plan.view import APPOINTED, SOUGHT, Person, PersonKind, Place
from zlp_tui.script.legs import WHOLE
from zlp_tui.script.meaning import PERSON_KINDS
from zlp_tui.script.steps.pick_models import People

STEP = "people"


def named(table: Table, name: str) -> str:
    table.desk.go(Place("people", STEP))
    return table.desk.answer(Spoken(name)).refs[0]


def at(table: Table, person: str, field: str) -> tuple[str, ...]:
    """The ids that are offered at a field."""
    asked = table.desk.go(Place("people", STEP, f"{person}/{field}")).input
    return tuple(option.id for option in asked.options) if isinstance(asked, Pick) else ()


def test_the_script_knows_the_kinds_that_the_plan_knows_and_each_has_its_words(table: Table) -> None:
    kinds = {*get_args(PersonKind)} - {"client"}
    step = next(step for step in table.desk.script.steps if isinstance(step, People))
    assert {*PERSON_KINDS} == kinds == {option.id for option in step.options_of("person-kind")}
    assert all(kind_in_words(table.desk._plan.tr, kind) for kind in kinds - {"other"})


def test_both_lists_are_short(table: Table) -> None:
    """Each line has a digit, and all fit in a window of 60 by 20."""
    person = named(table, "Bo")
    first = at(table, person, "kind")
    assert len(first) <= 8
    for group in ("professional", "advocate"):
        table.desk.go(Place("people", STEP, f"{person}/kind"))
        table.desk.answer(Picked((group,)))
        assert 3 < len(at(table, person, "precisely")) <= 7


@pytest.mark.parametrize("kind", sorted(SOUGHT))
def test_whom_one_looks_for_is_told_wherever_they_stand(table: Table, kind: PersonKind) -> None:
    desk, person = table.desk, named(table, "Kuiper")
    desk.go(Place("people", STEP, f"{person}/kind"))
    desk.answer(Picked((next(o for o in at(table, person, "kind") if kind in among(table, o)),)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{person}/precisely"
    assert turn.input == Pick(turn.input.options, ()) if isinstance(turn.input, Pick) else False
    desk.answer(Picked((kind,)))
    turn = desk.forward()
    while turn is not None and "/acts-" in (turn.place.item or ""):
        turn = desk.forward()
    assert turn is not None and isinstance(turn.input, Words)
    assert turn.place.item == f"{person}/{'relation' if kind in APPOINTED else 'for-what'}"
    words = kind_in_words(desk._plan.tr, kind)
    assert known_as(desk._plan.tr, desk.view.person(person)) == words
    desk.go(Place("people", STEP, f"{person}/for-what"))
    desk.answer(Spoken("Mijn hart."))
    for length in ("whole", "page"):
        told = [q for part in desk.letter(length) for line in part.lines for q in line.quotes if q.ref == person]
        assert [q.note for q in told] == [f"{words} · Mijn hart."], length
    listed = desk.go(Place("at-the-table", "who")).input
    assert isinstance(listed, Pick)
    assert {o.hint for o in listed.options if o.id == person} == {words}


def among(table: Table, group: str) -> set[str]:
    step = next(step for step in table.desk.script.steps if isinstance(step, People))
    return {group} | {kind.id for option in step.person_kind.options if option.id == group for kind in option.among}


def test_beside_a_question_about_somebody_stands_only_what_is_known_of_them(table: Table) -> None:
    """A name alone stood there with a number, under the numbers of the answers, and could not be chosen."""
    person = named(table, "Jan")
    assert table.desk.go(Place("people", STEP, f"{person}/kind")).board == Board()
    table.desk.answer(Picked(("friend",)))
    board = table.desk.go(Place("people", STEP, f"{person}/for-what")).board
    assert isinstance(board, Board) and len(board.groups) == 1


def test_beside_who_does_it_no_goals_stand_that_have_nothing_to_do_with_it(table: Table) -> None:
    desk = table.desk
    desk.go(Place("goals", "goal"))
    desk.answer(Spoken("Niet meer vallen."))
    desk.go(Place("agreements", "want", "anything"))
    (agreed,) = desk.answer(Spoken("Eerst kloppen.")).refs
    assert "Niet meer vallen." not in repr(desk.go(Place("agreements", "who", f"{agreed}")).board)


def test_in_an_agreement_the_role_stands_behind_the_name(table: Table) -> None:
    desk, person = table.desk, named(table, "dokter Kuiper")
    desk.go(Place("people", STEP, f"{person}/kind"))
    desk.answer(Picked(("gp",)))
    desk.go(Place("agreements", "want", "anything"))
    (agreed,) = desk.answer(Spoken("Ik slik minder pillen.")).refs
    desk.go(Place("agreements", "who", f"{agreed}/professionals"))
    desk.answer(Picked((person,)))
    (card,) = desk.cards()
    assert "dokter Kuiper (huisarts)" in [quote.text for _, quotes in card.rows for quote in quotes]


def test_the_role_is_not_said_twice(table: Table) -> None:
    tr = table.desk._plan.tr
    doctor = Person(id="1", name="dokter Kuiper", kind="gp")
    assert name_and_role(tr, doctor) == "dokter Kuiper (huisarts)"
    assert name_and_role(tr, Person(id="2", name="Sanne", kind="family")) == "Sanne"


def test_nobody_becomes_important_on_the_map_by_sitting_at_the_table_c12(table: Table) -> None:
    desk = table.desk
    fatima, _ = desk.join("Fatima")
    desk.seat((desk.view.client, fatima.id))
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("De zon."))
    people = next(topic for chapter in desk.map() for topic in chapter.topics if topic.id == "people")
    assert (people.last, people.state) == (None, "not-yet")


def test_what_somebody_is_told_is_asked_of_kin_and_of_others_on_request_l16_l93(table: Table) -> None:
    """It stands in the letter, and not on the page that lies on a table."""
    table.desk = desk = table.front.sit_down(table.front.new_plan("Cor"))
    people = {"Ans": "family", "Bo": "neighbour"}
    for name, kind in people.items():
        person = named(table, name)
        desk.go(Place("people", STEP, f"{person}/kind"))
        desk.answer(Picked((kind,)))
    asked = [desk.view.person(item.split("/")[0]).name for item in walked(table) if item.endswith("/informed")]
    assert asked == ["Ans"]
    aunt, neighbour = (person.id for person in desk.view.people[1:])
    for person, words in ((aunt, "Alles, en meteen."), (neighbour, "Niets.")):
        desk.go(Place("people", STEP, f"{person}/informed"))
        desk.answer(Spoken(words))
    letter, page = (str(desk.letter(length)) for length in ("whole", "page"))
    assert "laten weten: Alles, en meteen." in letter and "laten weten: Niets." in letter and "Niets." not in page


def walked(table: Table) -> Iterator[str]:
    """What is asked of people on the way of the whole plan, by part."""
    turn: Turn | None = table.desk.take_route(WHOLE)
    while turn is not None and turn.place.topic != "deciding-together":
        yield turn.place.item or ""
        turn = table.desk.forward()


def test_a_representative_says_on_what_ground_since_when_and_until_when_c8(table: Table) -> None:
    """A relative is one by law: no days are asked. A mentor says it by that. All of it stands in the plan."""
    desk, simon = table.desk, named(table, "Simon")
    desk.go(Place("people", STEP, f"{simon}/kind"))
    for kind in ("advocate", "representative"):
        desk.answer(Picked((kind,)))
        desk.forward()
    assert desk.place.item == f"{simon}/acts-as"
    assert at(table, simon, "acts-as") == ("mentor", "curator", "administrator", "authorised", "partner", "family")
    desk.answer(Picked(("family",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{simon}/relation"
    at(table, simon, "acts-as")
    desk.answer(Picked(("mentor",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{simon}/acts-since"
    desk.answer(Spoken("mei 2024"))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{simon}/acts-until"
    desk.answer(Spoken("1 mei 2029"))
    told = "wettelijk vertegenwoordiger: mentor, sinds mei 2024, tot en met dinsdag 1 mei 2029"
    assert told in repr(desk.letter()) and told in repr(desk.turn())
    assert "mei 2024" in repr(desk.history.history(simon)) and "Als mentor" in repr(desk.history.history(simon))
    person = desk.view.person(simon)
    assert (person.acts_as, person.acts_since, person.acts_until) == ("mentor", "2024-05-01", "2029-05-01")
    at(table, simon, "kind")
    desk.answer(Picked(("advocate",)))
    at(table, simon, "precisely")
    desk.answer(Picked(("administrator",)))
    assert "acts-as" not in {(stop.place.item or "").split("/")[-1] for stop in stops(table)}


def stops(table: Table) -> tuple[Stop, ...]:
    """All that can be asked of people."""
    context = table.desk._position.context()
    return tuple(stops_of(context.topic, context))
