"""Wherever a name may be typed: lists, words for nobody or oneself, namesakes and near names (F8, F9, F11, B11)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.names import meaning_of
from zlp_tui.plan.view import Place
from zlp_tui.script.steps.form_models import Form
from zlp_tui.text import folded


def names(desk: DeskSession) -> list[str]:
    return sorted(person.name for person in desk.view.people if person.id != desk.view.client)


def name_questions(desk: DeskSession) -> list[Turn]:
    """Every question of the script at which a name may be added to what is picked."""
    desk.go_topic("agreements")
    desk.answer(Spoken("Elke dag naar buiten."))
    desk.go_topic("choices")
    desk.answer(Spoken("Wel of niet naar de dagbesteding?"))
    found: dict[str, Turn] = {}
    turn: Turn | None = desk.go_topic(desk.script.topics[0].id)
    while turn:
        if isinstance(turn.input, Pick) and turn.input.can_add:
            found.setdefault(turn.place.step + str(turn.place.item).rpartition("/")[2], turn)
        turn = desk.forward()
    return list(found.values())


@pytest.mark.parametrize("word", ["niemand", "geen", "n.v.t."])
def test_nobody_is_nobody_at_every_question_f9(table: Table, word: str) -> None:
    desk = table.desk
    asked = name_questions(desk)
    assert len(asked) >= 2
    for turn in asked:
        desk.go(turn.place)
        with suppress(Refused):  # where somebody must be picked
            desk.answer(Picked(turn.input.chosen if isinstance(turn.input, Pick) else (), added=word))
        assert names(desk) == []


def test_i_am_who_speaks_f9(table: Table) -> None:
    desk = table.desk
    turn = next(turn for turn in name_questions(desk) if turn.place.topic == "agreements")
    desk.go(turn.place)
    desk.answer(Picked((), added="ik en Sanne"))
    assert names(desk) == ["Sanne"]
    assert {task.person for task in desk.view.agreements[0].who} == {desk.view.client, *(
        person.id for person in desk.view.people if person.name == "Sanne"
    )}


@pytest.mark.parametrize("typed", ["2", "1 december", "De stoel bestellen en ophalen", "vrijdag"])
def test_what_may_be_no_name_is_asked_once_b11(table: Table, typed: str) -> None:
    desk = table.desk
    for turn in name_questions(desk):
        desk.go(turn.place)
        chosen = turn.input.chosen if isinstance(turn.input, Pick) else ()
        with pytest.raises(Doubtful):
            desk.answer(Picked(chosen, added=typed))
        assert names(desk) == []
    desk.go_topic("two-minutes")
    with pytest.raises(Doubtful):
        desk.join(typed)
    person, new = desk.join(typed)
    assert new and folded(person.name) == folded(typed)


def called_otherwise(desk: DeskSession) -> tuple[tuple[Callable[[str], object], ...], str]:
    """Every door at which somebody who is there gets another name, the client too; and whom the last one renames."""
    desk.go_topic("people")
    desk.answer(Spoken("Karim"))
    karim = next(person.id for person in desk.view.people if person.name == "Karim")

    def at(place: Place) -> Callable[[str], object]:
        return lambda typed: (desk.go(place), desk.answer(Spoken(typed)))

    def renamed(typed: str) -> object:
        desk.go_topic("two-minutes")
        return desk.rename(karim, typed)

    forms = (Place("personal-details", "person", "name"), Place("how-we-talk", "salutation", "salutation"))
    return (*map(at, forms), renamed), karim


@pytest.mark.parametrize("typed", ["niemand", "ik", "n.v.t."])
def test_nobody_is_called_nobody_f9(table: Table, typed: str) -> None:
    """At every door that names the client, that renames somebody, and where a plan begins."""
    desk = table.desk
    doors, _ = called_otherwise(desk)
    before = desk.view.people
    begins = (table.front.new_plan, table.front.require_name, lambda name: table.front.new_plan("Bob", name))
    for door in (*doors, *begins, *doors):
        with pytest.raises(Refused):
            door(typed)
    assert desk.view.people == before
    assert len(table.front.plans()) == 1


@pytest.mark.parametrize("typed", ["2", "12-6-36", "Zeg maar gewoon Annie hoor", "Ik heet Annie de Vries.", "vrijdag"])
def test_what_may_be_no_name_is_asked_once_as_another_name_b11(table: Table, typed: str) -> None:
    """At the forms that name the client, and where somebody is renamed."""
    desk = table.desk
    doors, karim = called_otherwise(desk)
    before = desk.view.people
    for door in (*doors, table.front.require_name):
        with pytest.raises(Doubtful):
            door(typed)
    assert desk.view.people == before
    assert desk.rename(karim, typed).written


def test_no_door_makes_a_namesake_unasked_f10_f11(table: Table) -> None:
    """At the forms that name the client, where somebody is renamed, and at every list of names."""
    desk = table.desk
    doors, karim = called_otherwise(desk)
    desk.go_topic("people")
    desk.answer(Spoken("Sanne"))
    before = desk.view.people
    for typed in ("Sanne", "Sannne"):
        for door in doors:
            with pytest.raises(Doubtful, match=r"already|mean"):
                door(typed)
        desk.go_topic("people")
        with pytest.raises(Doubtful, match=r"already|mean"):
            desk.answer(Spoken(typed))
    assert desk.view.people == before
    for turn in name_questions(desk):  # there the name means who is there
        desk.go(turn.place)
        with pytest.raises(Doubtful, match="mean"):
            desk.answer(Picked(turn.input.chosen if isinstance(turn.input, Pick) else (), added="Sannne"))
    assert desk.join("Sanne") == (before[-1], False)
    assert desk.view.people == before
    with pytest.raises(Doubtful, match="already"):
        desk.rename(karim, "Sanne")
    assert desk.rename(karim, "Sanne").written and [p.name for p in desk.view.people if p.id == karim] == ["Sanne"]


def test_a_namesake_is_asked_about_and_then_added_f11(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Anna"))
    with pytest.raises(Doubtful, match="already"):
        desk.answer(Spoken("Anna"))
    assert names(desk) == ["Anna"]
    desk.answer(Spoken("ja"))
    assert names(desk) == ["Anna", "Anna"]


def test_a_name_that_differs_in_a_letter_is_asked_about_f12(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Zoë"))
    assert desk.join("zoe") == (desk.view.people[-1], False)
    desk.answer(Spoken("Fatima"))
    with pytest.raises(Doubtful):
        desk.join("Fatma")
    person, new = desk.join("Fatma")
    assert (person.name, new) == ("Fatma", True)


def test_several_names_on_one_line_are_several_people_f8(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Sanne, Karim en Loes"))
    assert names(desk) == ["Karim", "Loes", "Sanne"]


def test_the_examples_of_a_name_are_names_b11(table: Table) -> None:
    """What a form of the client shows as an answer is taken unasked, for it becomes what somebody is called."""
    fields = [
        step.fields[name] for step in table.desk.script.steps if isinstance(step, Form) and step.keeps == "detail"
        for name in ("name", "salutation") if name in step.fields
    ]
    examples = [example for field in fields for example in field.examples]
    assert len(fields) == 2 and examples
    assert [meaning_of(example) for example in examples] == ["name"] * len(examples)
