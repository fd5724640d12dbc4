"""After something new all questions about it come first, then one goes on where one was (rows-v 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.laws import examples
from tests.tools.table import Table, lay_table, typing
from zlp_tui.conversation.asking.detours import is_about
from zlp_tui.conversation.asking.navigation import is_passed_over
from zlp_tui.conversation.asking.route import Stop, asked_now, stops_of
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

WALKED = Place("good-day-bad-day", "sides", "bad")
"""Where one was before one came to an overview."""


@dataclass(frozen=True)
class New:
    """A kind of thing that can be said anew: where, and in which words."""

    place: Place
    words: str
    role: Role | None = None


GOAL = New(Place("goals", "goal"), "Naar de bakker lopen.", Role.GOALS)
CHOICE = New(Place("choices", "choice"), "Blijf ik hier wonen?", Role.CHOICES)
AGREEMENT = New(Place("agreements", "want", "anything"), "Op vrijdag eten wij vis.", Role.AGREEMENTS)
PERSON = New(Place("people", "people"), "Bep")
KINDS = (GOAL, CHOICE, AGREEMENT, PERSON)
NAMES = ("Sanne", "Karim", "Fatima")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """One store for the whole law; each example begins a plan of its own in it."""
    laid = lay_table(tmp_path_factory.mktemp("new"))
    yield laid
    laid.front.close()


def said(desk: DeskSession, place: Place, words: str) -> str:
    """Say something at a place: the id of what is new."""
    desk.go(place)
    return desk.answer(Spoken(words)).refs[0]


def lay_old(desk: DeskSession, counts: tuple[int, ...], answered: int) -> None:
    """Old goals, choices, agreements and people, of which some questions have their answer."""
    for kind, count in zip(KINDS, counts, strict=True):
        for number in range(count):
            said(desk, kind.place, NAMES[number] if kind is PERSON else f"{kind.words} {number}")
    for kind in KINDS:
        turn: Turn | None = desk.go(kind.place)
        for _ in range(answered):
            turn = desk.forward()
            if turn is not None and turn.place.topic == kind.place.topic:
                answer_any(desk, turn)


def answer_any(desk: DeskSession, turn: Turn) -> None:
    """Answer with the first that is offered, or in words."""
    if isinstance(turn.input, Pick) and turn.input.options:
        desk.answer(Picked((turn.input.options[0].id,)))
    elif isinstance(turn.input, Words) and turn.input.format == "text":
        desk.answer(Spoken("Dat is goed."))


def walked(desk: DeskSession, thing: str, answering: list[bool]) -> list[Place]:
    """Go forward, answering now and then, while that is about this thing; one is then at the first other place."""
    visited: list[Place] = []
    for number in range(200):
        turn = desk.forward()
        if turn is None or not is_about(turn.place, thing):
            return visited
        visited.append(turn.place)
        if answering[number % len(answering)]:
            answer_any(desk, turn)
    raise AssertionError("it never ends")


def to_more_about(desk: DeskSession, thing: str) -> list[Place]:
    """Say more, and go to the first question about this thing: others that are new may come before it."""
    turn: Turn | None = desk.say_more()
    while turn is not None and not is_about(turn.place, thing):
        turn = desk.forward()
    assert turn is not None
    return [turn.place]


def standing(desk: DeskSession, topic: str, thing: str, way: Way) -> list[Stop]:
    """What is asked about a thing now, in script order, by whoever came along this way."""
    context = replace(desk._position.context(), way=way)
    return [stop for stop in asked_now(stops_of(context.script.topic(topic), context)) if is_about(stop.place, thing)]


@settings(max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_all_about_what_is_new_comes_first_and_then_one_goes_on_where_one_was_rows_v_2(
    door: Table, data: st.DataObject
) -> None:
    """Law: whatever is in the plan, and whether one answers or passes by."""
    desk = typing(door.front.sit_down(door.front.new_plan("Annie de Vries")))
    lay_old(desk, data.draw(st.tuples(*(st.integers(0, 2) for _ in KINDS))), data.draw(st.integers(0, 3)))
    kind = data.draw(st.sampled_from(KINDS))
    from_overview = kind.role is not None and data.draw(st.booleans())
    answering = data.draw(st.lists(st.booleans(), min_size=1, max_size=4))
    desk.go(kind.place)
    following = desk.forward()
    if from_overview and kind.role is not None:
        desk.go(WALKED)
        desk.begin(kind.role)
        following = desk.turn()
    else:
        desk.go(kind.place)
    thing = desk.answer(Spoken(kind.words)).refs[0]
    more = kind in (GOAL, AGREEMENT) and (kind is GOAL or data.draw(st.booleans()))
    visited = to_more_about(desk, thing) if more else []
    way = desk._position.context().way
    visited += walked(desk, thing, answering)
    assert visited and len(set(visited)) == len(visited)
    asked = standing(desk, kind.place.topic, thing, way)
    assert [stop.place for stop in asked if stop.place in visited] == visited or kind is CHOICE  # an option comes first
    assert all(is_passed_over(stop) for stop in asked if stop.place not in visited)
    if from_overview:
        assert desk.place == WALKED
    elif following is not None and not more and not any(answering):
        assert desk.place == following.place
    desk.leave()


@pytest.mark.parametrize("kind", [CHOICE, AGREEMENT], ids=["choice", "agreement"])
def test_going_back_from_what_is_new_comes_to_where_it_was_said_rows_v_2(table: Table, kind: New) -> None:
    desk = table.desk
    lay_old(desk, (2, 2, 2, 1), 0)
    thing = said(desk, kind.place, "Iets nieuws.")
    visited = walked(desk, thing, [False])
    desk.go(kind.place)
    thing = desk.answer(Spoken("Nog iets nieuws.")).refs[0]
    there = [turn.place for _ in range(3) if (turn := desk.forward())]
    assert all(is_about(place, thing) for place in there) and len(visited) > 2
    back = [turn.place for _ in range(3) if (turn := desk.back())]
    assert back == [*reversed(there[:-1]), kind.place]


def test_of_two_that_are_new_the_first_is_asked_about_first_rows_v_2(table: Table) -> None:
    desk = table.desk
    lay_old(desk, (0, 0, 2, 0), 0)
    first, second = (said(desk, AGREEMENT.place, f"Afspraak {n}.") for n in (1, 2))
    about = []
    while (turn := desk.forward()) is not None and turn.place.step in ("who", "small-steps", "period"):
        about.append(next((n for n, ref in enumerate((first, second), 1) if is_about(turn.place, ref)), 0))
        if 0 in about:
            break
    assert about == [1, 1, 1, 2, 2, 2, 0]


def test_a_new_option_of_a_choice_is_asked_about_before_the_others_rows_v_2(table: Table) -> None:
    desk = table.desk
    choice = said(desk, CHOICE.place, "Hoe beweeg ik meer?")
    option = said(desk, Place("choices", "options", choice), "Met een groep wandelen.")
    visited = walked(desk, option, [False])
    assert [place.step for place in visited] == ["weigh", "weigh"]
    assert is_about(desk.place, choice)


def test_an_agreement_begun_from_the_overview_has_no_part_of_life_until_that_is_said_rows_v_2(table: Table) -> None:
    desk = table.desk
    desk.go(WALKED)
    assert desk.begin(Role.AGREEMENTS).place == Place("agreements", "want", "anything")
    ref = desk.answer(Spoken("Op vrijdag eten wij vis.")).refs[0]
    assert desk.view.agreements[0].domain is None
    turn: Turn | None = desk.say_more()
    while turn is not None and turn.place.step != "domain":
        turn = desk.forward()
    assert turn is not None and turn.place == Place("agreements", "domain", ref)
    assert isinstance(turn.input, Pick) and turn.input.chosen == () and len(turn.input.options) == 9
    desk.answer(Picked(("housing",)))
    assert desk.view.agreements[0].domain == "housing"


def test_who_begins_something_and_says_nothing_returns_to_where_one_was_rows_v_2(table: Table) -> None:
    desk = table.desk
    lay_old(desk, (2, 2, 2, 0), 0)
    for role in (Role.AGREEMENTS, Role.GOALS, Role.CHOICES):
        desk.go(WALKED)
        desk.begin(role)
        turn = desk.forward()
        assert turn is not None and turn.place == WALKED


def test_another_place_that_is_chosen_ends_the_questions_about_what_is_new_rows_v_2(table: Table) -> None:
    desk = table.desk
    said(desk, GOAL.place, "Naar de bakker lopen.")
    desk.go(WALKED)
    turn = desk.forward()
    assert turn is not None and turn.place.topic != "goals"
