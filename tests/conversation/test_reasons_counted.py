"""Reasons are counted on the card and in the look back (L63, M16, point 10 of rows-l)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.turn import Board
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.view import Place

NO_TIME, OTHERWISE = "“Er was geen tijd voor”", "“Het mocht die dag liever anders”"


def walking(table: Table) -> str:
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        return agreements.add(act, "Lopen.")


def test_reasons_are_counted_on_the_card_and_when_one_looks_back(table: Table) -> None:
    ref, follow_up = walking(table), table.desk.follow_up
    follow_up.note(ref, done="yes")
    for because in ("wanted-otherwise", "no-time", "no-time"):
        follow_up.note(ref, done="no", because=because)
    told = ["1 keer gedaan", f"3 keer niet gedaan: 2 keer {NO_TIME}, 1 keer {OTHERWISE}"]
    assert [quote.text for quote in dict(table.desk.cards()[0].rows)["Is het gedaan?"]] == told
    table.clock.now += timedelta(days=182)
    table.next_sitting().take_route("back")
    board = table.desk.go(Place("agreements-on", "goes-on", ref)).board
    assert isinstance(board, Board)
    assert [quote.text for group in board.groups for quote in group.quotes] == told


def test_that_somebody_did_it_their_own_way_is_a_reason(table: Table) -> None:
    assert "own-way" in {reason.id for reason in table.desk.follow_up.reasons()}
    assert table.desk.follow_up.note(walking(table), done="partly", because="own-way").kept.written
    (row,) = dict(table.desk.cards()[0].rows)["Is het gedaan?"]
    assert row.text == "1 keer een beetje gedaan: 1 keer “Een ander deed het op een eigen manier”"


def test_three_times_one_reason_is_asked_of_the_client_until_she_says_yes_or_no(table: Table) -> None:
    """M16, L-10: the night carer cannot close it, and the next note does not."""
    desk, ref = table.desk, walking(table)
    trijn, _ = desk.join("Trijn")
    speaks(desk, trijn.id)
    desk.seat((trijn.id,))
    for _ in range(3):
        desk.follow_up.note(ref, done="no", because="no-time")
    desk.follow_up.note(ref, done="no", because="other")
    asked = [(line.ref, line.quote.text, line.because) for line in desk.follow_up.to_look_at()]
    assert asked == [(ref, "Lopen.", f"3 keer {NO_TIME}")]
    with pytest.raises(Refused, match="not at the table"):
        desk.follow_up.answer_to_look_at(ref, yes=False)
    desk = table.next_sitting()
    assert len(desk.follow_up.to_look_at()) == 1
    desk.seat((desk.view.client, trijn.id))
    assert desk.follow_up.answer_to_look_at(ref, yes=False).written
    assert not desk.follow_up.to_look_at()
    assert not [change for change in desk.view.details if change.topic != "follow-up"]
    desk.undo()
    assert len(desk.follow_up.to_look_at()) == 1
    desk.redo()
    for _ in range(2):
        desk.follow_up.note(ref, done="no", because="no-time")
    assert not desk.follow_up.to_look_at(), "she said no to the first three: those are not counted again"
    desk.follow_up.note(ref, done="no", because="no-time")
    assert len(desk.follow_up.to_look_at()) == 1
