"""After “it must change” the next question is how it is agreed from now on, and a successor is made of the answer
(issue 10 §2, L13, point 7 of rows-l)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Board, Picked, Spoken, Turn
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.view import Place

AGREE = "Hoe spreken we het nu af?"


@pytest.fixture
def two(table: Table) -> tuple[str, str]:
    """Two agreements that began, and a plan to look back on."""
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        refs = agreements.add(act, "Lopen."), agreements.add(act, "Koffie.")
        progress_notes.note(act, about=refs[0], on="2026-03-03", done="no")
    table.clock.now += timedelta(days=182)
    table.next_sitting()
    return refs


def ask(turn: Turn | None) -> str:
    return turn.question if turn is not None else ""


def test_how_it_goes_on_is_followed_by_how_we_agree_now(table: Table, two: tuple[str, str]) -> None:
    desk, (walk, coffee) = table.desk, two
    desk.go(Place("follow-up", "adjust", walk))
    assert ask(desk.forward()) != AGREE, "nobody said yet that it must change"
    desk.go(Place("follow-up", "adjust", walk))
    desk.answer(Spoken("Liever op zaterdag."))
    turn = desk.forward()
    assert turn is not None and turn.question == AGREE
    assert isinstance(turn.board, Board)
    assert [quote.text for group in turn.board.groups for quote in group.quotes] == ["Lopen.", "Liever op zaterdag."]
    (new,) = desk.answer(Spoken("Lopen op zaterdag.")).refs
    assert [(a.id, a.replaces) for a in desk.view.active_agreements()] == [(coffee, None), (new, walk)]
    after = desk.forward()
    assert after is not None and after.place == Place("follow-up", "done", coffee), "its successor has not begun"
    back = desk.go(Place("follow-up", "agreed-now", walk))
    assert isinstance(back.board, Board) and back.board.groups[0].quotes[0].text == "Lopen op zaterdag."
    desk.answer(Spoken("Lopen op zondag."))
    (stands,) = (a for a in desk.view.active_agreements() if a.id != coffee)
    assert (stands.want, stands.replaces) == ("Lopen op zondag.", new)
    desk.undo()
    desk.undo()
    assert [a.id for a in desk.view.active_agreements()] == [walk, coffee]


def test_looking_back_an_agreement_goes_on_otherwise(table: Table, two: tuple[str, str]) -> None:
    desk, (walk, coffee) = table.desk, two
    desk.take_route("back")
    desk.go(Place("agreements-on", "goes-on", walk))
    desk.answer(Picked(("otherwise",)))
    turn = desk.forward()
    assert turn is not None and turn.place == Place("agreements-on", "agreed-now", walk)
    (new,) = desk.answer(Spoken("Lopen op zaterdag.")).refs
    turn = desk.forward()
    assert turn is not None and turn.place == Place("agreements-on", "goes-on", coffee)
    desk.answer(Picked(("goes-on",)))
    assert {a.id for a in desk.view.active_agreements()} == {new, coffee}
    told = [(line.intro, quote.text) for part in desk.letter() for line in part.lines for quote in line.quotes]
    assert any("Lopen." in intro and text == "Ja, maar anders" for intro, text in told)


@pytest.mark.parametrize(("otherwise", "in_force"), [("goes-on", 2), ("ends", 1)])
def test_whoever_thinks_again_gets_the_agreement_as_it_was(
    table: Table, two: tuple[str, str], otherwise: str, in_force: int
) -> None:
    desk, (walk, _) = table.desk, two
    desk.take_route("back")
    desk.go(Place("agreements-on", "goes-on", walk))
    desk.answer(Picked(("otherwise",)))
    desk.forward()
    desk.answer(Spoken("Lopen op zaterdag."))
    desk.answer(Spoken("Lopen op zondag."))
    desk.go(Place("agreements-on", "goes-on", walk))
    desk.answer(Picked((otherwise,)))
    standing = desk.view.active_agreements()
    assert len(standing) == in_force and all(agreed.replaces is None for agreed in standing)
