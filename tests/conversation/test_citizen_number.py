"""The citizen service number (BSN, V101): for the client alone until somebody is ticked, and never told whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversation.test_company import all_doors
from tests.conversation.test_doors import LATER, opened
from tests.tools.book import Clock
from tests.tools.given import given as granting
from tests.tools.marked import marked_plan
from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Words
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.view import BSN, Place

NUMBER, TOLD = "123456782", "eindigt op 782"
ASKED, SEEN_BY = (Place("personal-details", "person", name) for name in (BSN, "bsn-seen-by"))


def test_it_is_told_by_its_last_digits_and_shown_whole_to_who_was_ticked(table: Table) -> None:
    desk, annie = table.desk, table.desk.view.client
    karim = desk.join("Karim")[0].id
    desk.seat((annie,))
    turn = desk.go(ASKED)
    assert isinstance(turn.input, Words) and turn.input.format == "bsn"
    assert not desk.offers_number
    with pytest.raises(Refused) as refused:
        desk.answer(Spoken("123456789"))
    assert "123456789" not in repr(refused.value)
    desk.keep_draft("1234")
    assert not desk.drafts()
    kept = desk.answer(Spoken("1234.56.782"))
    assert kept.told == "Het nummer eindigt op 782." and kept.goes_on
    assert TOLD in repr(desk.go(ASKED)) and TOLD in repr(desk.letter())
    assert not desk.answer(Spoken(TOLD)).written, "what stands in the field says nothing new"
    assert desk.whole_number() == NUMBER
    assert "keek naar het hele burgerservicenummer" in repr(desk.history.who_looked().days)
    desk.seat((annie, karim))
    assert TOLD not in repr((desk.letter(), desk.turn(), desk.history.who_looked().days)) and not desk.offers_number
    with pytest.raises(NotFound):
        desk.whole_number()
    desk.speak_as(karim)
    turn = desk.go(SEEN_BY)
    assert isinstance(turn.input, Pick) and [one.id for one in turn.input.options] == [karim]
    assert turn.answers == annie
    desk.answer(Picked((karim,)))
    assert desk.whole_number() == NUMBER and TOLD in repr(desk.letter())
    assert "Karim" in repr(desk.go(SEEN_BY))
    desk.answer(Picked(()))
    assert not desk.offers_number
    desk.seat((annie,))
    desk.go(ASKED)
    desk.answer(Spoken("weg"))
    assert TOLD not in repr(desk.letter())
    with pytest.raises(NotFound):
        desk.whole_number()


def test_who_writes_it_down_does_not_have_it_for_that_and_is_asked_who_may(table: Table) -> None:
    """Undo tells the title of the field. That somebody was ticked closes nothing else of the plan."""
    desk, annie = table.desk, table.desk.view.client
    karim, sanne = desk.join("Karim")[0].id, desk.join("Sanne")[0].id
    desk.seat((annie, karim, sanne))
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Mijn tuin."))
    desk.go(ASKED)
    desk.speak_as(karim)
    desk.answer(Spoken(NUMBER))
    following = desk.forward()
    assert following is not None and following.place == SEEN_BY
    desk.answer(Picked((sanne,)))
    assert "Mijn tuin." in repr(desk.letter())
    desk.seat((annie, sanne))
    assert desk.whole_number() == NUMBER
    desk.seat((annie, karim, sanne))
    assert not desk.offers_number
    assert desk.undo(ASKED) == "Iets wat privé is. Het staat in het plan."
    desk.seat((annie,))
    desk.go(ASKED)
    desk.answer(Spoken(NUMBER))
    assert desk.undo(ASKED) == "Mijn burgerservicenummer"


@pytest.mark.parametrize("granted", [(), ("everything",), ("representative",), ("topic:personal-details",)])
def test_no_door_tells_it_to_who_may_not_see_it(tmp_path: Path, granted: tuple[str, ...]) -> None:
    """Neither the digits nor that there are any; also where all else may be read."""
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(LATER), client, *((sanne, scope, True) for scope in granted))
    front, desk = opened(tmp_path, client)
    desk.go(ASKED)
    desk.answer(Spoken(NUMBER))
    every = tuple(sorted(desk.view.readable))
    if not granted:
        hers = [repr(shown) for _, shown in all_doors(front, desk, every)]
        assert any(TOLD in shown for shown in hers)
        assert not any(NUMBER in shown for shown in hers), "whole by one act alone"
    desk.seat((client, sanne))
    leaks = [door for door, shown in all_doors(front, desk, every) if TOLD in repr(shown) or "'782'" in repr(shown)]
    assert not leaks and TOLD not in repr(desk.details)
    front.close()


def test_it_stands_in_no_table_but_its_own(table: Table) -> None:
    """No Change, edition, draft or line of the log has it."""
    desk = table.desk
    desk.seat((desk.view.client,))
    desk.go(ASKED)
    desk.keep_draft(NUMBER)
    desk.answer(Spoken(NUMBER))
    desk.whole_number()
    with table.front.store.reading() as session:
        having = [name for name in METADATA.tables if NUMBER in repr(session.run(f'SELECT * FROM "{name}"', ()))]
    assert having == ["citizen_number"]
