"""How one likes to talk is kept and told (V86); beside what is hard stands where the treatment plan lies (V31, L04)."""

from __future__ import annotations

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Board, Picked, Spoken
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place


def told(table: Table, intro: str) -> list[str]:
    lines = (line for part in table.desk.letter() for line in part.lines)
    return [quote.text for line in lines for quote in line.quotes if intro in (line.intro, quote.intro)]


def test_the_way_of_talking_and_what_it_is_called_are_kept_and_told_v86(table: Table) -> None:
    desk = table.desk
    desk.go(Place("how-we-talk", "way", "talk-way"))
    desk.answer(Picked(("tool",)))
    turn = desk.forward()
    assert turn is not None and turn.place == Place("how-we-talk", "way", "talk-tool")
    desk.answer(Spoken("De kaartjes met gezichten."))
    kept = as_json(desk.view)["how_we_talk"]
    assert {key: kept[key] for key in ("talk-way", "talk-tool")} == {
        "talk-way": "tool", "talk-tool": "De kaartjes met gezichten.",
    }
    notes = [q.text for part in desk.letter() for line in part.lines for q in line.quotes]
    assert {"Met een lijst of een oefening", "De kaartjes met gezichten."} <= set(notes)


def test_what_is_hard_stands_beside_where_the_treatment_plan_lies_v31_l04(table: Table) -> None:
    desk = table.desk
    desk.go(Place("about-me", "problems"))
    hard = desk.answer(Spoken("De trap.")).refs[0]
    desk.go(Place("about-me", "talents"))
    desk.answer(Spoken("Naaien."))
    turn = desk.go(Place("about-me", "treatment-plan"))
    assert isinstance(turn.board, Board)
    assert [quote.ref for group in turn.board.groups for quote in group.quotes] == [hard]
    desk.answer(Spoken("Bij dokter Visser."))
    assert told(table, "Over mijn behandelplan:") == ["Bij dokter Visser."]
