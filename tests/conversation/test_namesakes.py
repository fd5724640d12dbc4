"""People of one name in one plan: both can be there, and each is told apart wherever they are named (F10, F11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conversation.test_withdrawals import walk
from tests.tools.prepared import dutch
from tests.tools.table import Table, speaks
from tests.tools.window import Later, door, lay_examples
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import read_example
from zlp_tui.conversation.telling.namesakes import with_namesakes_apart
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import Person, Place, PlanView

EXAMPLES = sorted((places.data() / "examples").glob("*.yaml"))
ONE = "Qxzanne"
"""A name that nobody says in a sentence."""
BARE = re.compile(rf"{ONE}(?! \(|, )")


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The example plans in one home."""
    home = tmp_path_factory.mktemp("namesakes")
    lay_examples(home)
    front = door(home, Later())
    yield front
    front.close()


def all_called_the_same(desk: DeskSession) -> DeskSession:
    """Everybody but the client gets one name."""
    with desk._unit_of_work.undoable(None) as act:
        for person in desk.view.people:
            if person.id != desk.view.client:
                people.change(act, person.id, name=ONE, salutation=None)
    return desk


@pytest.mark.parametrize("name", [read_example(file).name for file in EXAMPLES])
def test_nobody_is_named_without_what_tells_them_apart_f10(front: Front, name: str) -> None:
    """The law: all that the faces tell of a plan, in which all others have one name."""
    desk = all_called_the_same(front.sit_down(front.find(name)))
    others = [person for person in desk.view.people if person.id != desk.view.client]
    assert len({person.called for person in others}) == len(others) > 1
    speaks(desk, others[0].id)
    told = walk(desk)[1:]  # what is printed as JSON has ids
    named = 0
    for shown in told:
        lines = isinstance(shown, list) and all(isinstance(line, str) for line in shown)
        text = " ".join(" ".join(shown).split()) if isinstance(shown, list) and lines else str(shown)
        named += text.count(f"{ONE} (")
        bare = BARE.search(text)
        assert bare is None, text[max(0, bare.start() - 300) : bare.end() + 100]
    assert named > 20
    for ref in (*(said.id for said in desk.view.statements[:8]), *(agreed.id for agreed in desk.view.agreements)):
        assert not BARE.search(str([(step.what, step.text, step.by) for step in desk.trace(ref)]))
    assert {person["name"] for person in as_json(desk.view)["people"]} == {name, ONE}, "names are printed as they are"
    desk.leave()


def told(*persons: Person) -> list[str]:
    """What people are called in a plan with these, of whom the first is the client."""
    view = PlanView("p", persons[0].id, "u", people=persons)
    return [person.called for person in with_namesakes_apart(view, dutch()).people]


def test_the_relation_tells_apart_then_the_kind_then_what_for_then_a_number_f10() -> None:
    client = Person("c", "Jan Bos", "client")
    son = Person("1", "Jan Bos", "family", relation="mijn zoon.")
    assert told(client, son) == ["Jan Bos", "Jan Bos (mijn zoon)"]
    assert told(client, Person("1", "Anna", "carer"), Person("2", "anna", "neighbour")) == [
        "Jan Bos", "Anna (een zorgverlener)", "anna (een buurman of buurvrouw)",
    ]
    assert told(client, Person("1", "Anna", "carer", for_what="wassen"), Person("2", "Anna", "carer")) == [
        "Jan Bos", "Anna (wassen)", "Anna (2)",
    ]
    assert told(client, Person("1", "Anna", "other"), Person("2", "Anna", "other")) == [
        "Jan Bos", "Anna (1)", "Anna (2)",
    ]
    assert told(client, Person("1", "Anna", "carer")) == ["Jan Bos", "Anna"]


def test_somebody_who_is_no_longer_here_is_told_apart_f10(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Anna"))
    anna = desk.view.people[-1]
    speaks(desk, anna.id)
    desk.go_topic("two-minutes")
    desk.answer(Spoken("Zij lacht graag."))
    speaks(desk, desk.view.client)
    desk.withdraw(anna.id)
    desk.go_topic("people")
    desk.answer(Spoken("Anna"))
    assert desk.view.people[-1].called == "Anna"
    assert "Anna (is er niet meer bij)" in str(desk.letter())


def test_two_of_one_name_are_both_there_after_one_question_f11(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Anna"))
    with pytest.raises(Doubtful, match="there already"):
        desk.answer(Spoken("Anna"))
    kept = desk.answer(Spoken("Anna"))
    assert kept.written and [person.name for person in desk.view.people[1:]] == ["Anna", "Anna"]
    second = desk.view.people[-1]
    desk.go(Place("people", "people", f"{second.id}/relation"))
    desk.answer(Spoken("de nachtzuster"))
    assert [person.called for person in desk.view.people[1:]] == ["Anna (1)", "Anna (de nachtzuster)"]


def test_who_is_meant_is_asked_where_a_name_is_typed_f11(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    for name in ("Anna", "Anna", "Annie de Vries"):
        for _ in range(2):
            try:
                desk.answer(Spoken(name))
                break
            except Doubtful:
                continue
    one, two, daughter = desk.view.people[1:]
    with pytest.raises(Doubtful, match="are there already"):
        desk.join("Anna")
    assert desk.join(two.called) == (two, False)
    assert daughter.called == "Annie de Vries", "the client goes by another name here"
    desk.rename(daughter.id, "Fatma")
    desk.go(Place("deciding-together", "role"))
    desk.answer(Picked(("other",)))
    turn = desk.forward()
    assert turn is not None and isinstance(turn.input, Pick)
    assert {option.title for option in turn.input.options} >= {one.called, two.called}
    with pytest.raises(Doubtful, match="are there already"):
        desk.answer(Picked((), added="Anna"))
    desk.answer(Picked((), added=one.called))
    assert desk.view.deciders == (one.id,)


def test_a_son_with_the_name_of_his_father_does_not_speak_for_him_f10(table: Table) -> None:
    plan = table.front.new_plan("Jan Bos")
    desk = table.front.sit_down(plan)
    desk.go_topic("people")
    with pytest.raises(Doubtful):
        desk.answer(Spoken("Jan Bos"))
    desk.answer(Spoken("Jan Bos"))
    son = desk.view.people[-1]
    desk.go(Place("people", "people", f"{son.id}/relation"))
    desk.answer(Spoken("mijn zoon"))
    with pytest.raises(Doubtful, match="whose plan"):
        desk.join("Jan Bos")
    assert desk.join("Jan Bos")[0].id == desk.view.client
    assert desk.join("Jan Bos (mijn zoon)")[0].id == son.id
    speaks(desk, son.id)
    desk.go_topic("two-minutes")
    desk.answer(Spoken("Hij zingt altijd."))
    assert "Jan Bos (mijn zoon)" in str(desk.letter())
    desk.leave()


def test_a_name_can_become_that_of_somebody_else_after_one_question_f11(table: Table) -> None:
    desk = table.desk
    desk.go_topic("people")
    for name in ("Anna", "Bea"):
        desk.answer(Spoken(name))
    bea = desk.view.people[-1].id
    with pytest.raises(Refused):
        desk.rename(bea, "Anna")
    desk.rename(bea, "Anna")
    assert [person.called for person in desk.view.people[1:]] == ["Anna (1)", "Anna (2)"]


def test_a_full_name_that_two_have_means_nobody_unasked_f10(table: Table) -> None:
    """Two of one full name, of whom one goes by something else: it meant the first of them."""
    desk = table.desk
    desk.go_topic("people")
    desk.answer(Spoken("Anna Bos"))
    with pytest.raises(Doubtful):
        desk.answer(Spoken("Anna Bos"))
    desk.answer(Spoken("Anna Bos"))
    one, two = (person.id for person in desk.view.people[1:])
    goes_by(desk, one, "zuster Anna")
    with pytest.raises(Doubtful, match="Or type: zuster Anna"):
        desk.join("Anna Bos")
    assert desk.join("Anna Bos")[0].id == two and desk.join("zuster Anna")[0].id == one
    goes_by(desk, two, "tante Anna")
    with pytest.raises(Doubtful, match="are there already"):
        desk.join("Anna Bos")
    desk.go(Place("deciding-together", "role"))
    desk.answer(Picked(("other",)))
    desk.forward()
    with pytest.raises(Doubtful, match="are there already"):
        desk.answer(Picked((), added="Anna Bos"))
    desk.answer(Picked((), added="tante Anna"))
    assert desk.view.deciders == (two,)


def goes_by(desk: DeskSession, person: str, salutation: str) -> None:
    """Somebody of the plan goes by this from now on."""
    with desk._unit_of_work.undoable(None) as act:
        people.change(act, person, name="Anna Bos", salutation=salutation)
