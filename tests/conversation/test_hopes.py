"""What one hopes for with a goal, said beforehand: only by whoever likes to, and in sight when one looks back."""

from __future__ import annotations

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Spoken, Words
from zlp_tui.plan.view import Place

WALK = "Zelf naar de bakker lopen."
HOPES = {
    "as-hoped": "Eén keer in de week.", "more": "Twee keer.", "far-more": "Elke dag.", "less": "Alleen met mooi weer.",
    "far-less": "Niet meer buiten.",
}


def goal_of(table: Table) -> str:
    table.desk.go(Place("goals", "goal"))
    return table.desk.answer(Spoken(WALK)).refs[0]


def say_hopes(table: Table, goal: str) -> list[str | None]:
    """Say yes, and then each hope as it is asked; the places in the order in which they came."""
    table.desk.go(Place("goals", "hopes", goal))
    table.desk.answer(Picked(("yes",)))
    asked = []
    while (turn := table.desk.forward()) is not None and turn.place.step == "hopes":
        asked.append(turn.place.item)
        table.desk.answer(Spoken(HOPES[str(turn.place.item).partition("/")[2]]))
    return asked


def test_whoever_does_not_wish_to_is_asked_no_more(table: Table) -> None:
    goal = goal_of(table)
    table.desk.go(Place("goals", "hopes", goal))
    assert table.desk.answer(Picked(("no",))).goes_on
    after = table.desk.forward()
    assert after is None or after.place.step != "hopes"
    turn = table.desk.go(Place("goals", "hopes", goal))
    assert isinstance(turn.input, Pick) and turn.input.chosen == ("no",)


def test_the_hopes_are_asked_from_what_is_good_enough(table: Table) -> None:
    goal = goal_of(table)
    assert say_hopes(table, goal) == [f"{goal}/{level}" for level in HOPES]
    said = {s.moment: s.text for s in table.desk.view.said("goals", "hopes", about=goal)}
    assert said == HOPES


def test_a_hope_said_anew_takes_the_place_of_the_old_one(table: Table) -> None:
    goal = goal_of(table)
    say_hopes(table, goal)
    turn = table.desk.go(Place("goals", "hopes", f"{goal}/more"))
    assert isinstance(turn.input, Words) and turn.input.value == "Twee keer."
    table.desk.answer(Spoken("Drie keer."))
    assert [s.text for s in table.desk.view.said("goals", "hopes", moment="more")] == ["Drie keer."]
    table.desk.undo()
    assert [s.text for s in table.desk.view.said("goals", "hopes", moment="more")] == ["Twee keer."]


def test_the_hopes_stand_with_the_answers_when_one_looks_back(table: Table) -> None:
    goal = goal_of(table)
    say_hopes(table, goal)
    turn = table.desk.go(Place("goals-now", "how-close", goal))
    assert isinstance(turn.input, Pick)
    assert {option.id: option.hint for option in turn.input.options} == HOPES
    lines = [line for part in table.desk.letter() for line in part.lines if line.intro == f"Doel: “{WALK}”"]
    assert [quote.text for line in lines for quote in line.quotes if quote.statement] == [
        HOPES[level] for level in ("far-less", "less", "as-hoped", "more", "far-more")
    ]


def test_what_another_hopes_stands_beside_and_replaces_nothing_b2(table: Table) -> None:
    desk = table.desk
    desk.go_topic("goals")
    goal = desk.answer(Spoken("Weer lopen.")).refs[0]
    desk.go(Place("goals", "hopes", goal))
    desk.answer(Picked(("yes",)))
    place = Place("goals", "hopes", f"{goal}/as-hoped")
    desk.go(place)
    desk.answer(Spoken("Tot de bakker."))
    speaks(desk, desk.join("Sanne")[0].id)
    turn = desk.go(place)
    assert isinstance(turn.input, Words) and turn.input.value is None
    desk.answer(Spoken("Tot de hoek."))
    desk.answer(Spoken("Tot de brug."))
    assert [(said.text, said.voice.name) for said in desk.view.live_statements] == [
        ("Tot de bakker.", "Annie de Vries"), ("Tot de brug.", "Sanne"),
    ]
    board = desk.turn().board
    assert isinstance(board, Board)
    told = [(quote.text, quote.by) for group in board.groups for quote in group.quotes]
    assert told == [("Tot de bakker.", "mevrouw De Vries"), ("Tot de brug.", "Sanne")]
