"""“Alleen voor mij”: a line that only who said it and the client may read, behind every door (decision 0051)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conversation.test_doors import LATER, opened, told
from tests.tools.book import Clock
from tests.tools.given import closed
from tests.tools.given import given as granting
from tests.tools.laws import examples
from tests.tools.marked import marked_plan
from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.errors import Refused
from zlp_tui.plan.view import Place

TOLD = Place("important-to", "important-to")


def test_a_line_is_closed_to_who_else_sits_there_and_is_opened_again(table: Table) -> None:
    """Also while the client was asked about nobody. Its undo tells no words to who may not read them."""
    desk, annie = table.desk, table.desk.view.client
    karim, sanne = desk.join("Karim")[0].id, desk.join("Sanne")[0].id
    desk.seat((annie, karim, sanne))
    desk.go(TOLD)
    (ref,) = desk.answer(Spoken("Ik slaap slecht.")).refs
    desk.speak_as(sanne)
    (hers,) = desk.answer(Spoken("Ik maak me zorgen.")).refs
    desk.sit_at_keyboard(karim)
    desk.speak_as(karim)
    with pytest.raises(Refused):
        desk.only_for_me(ref)
    desk.speak_as(sanne)
    assert desk.only_for_me(hers).told == "Dit is alleen voor mevrouw De Vries en Sanne."
    assert not desk.view.live_statements or hers not in desk.view.readable, "Karim sits there"
    desk.speak_as(annie)
    kept = desk.only_for_me(ref)
    assert kept.told == "Dit is alleen voor mevrouw De Vries." and kept.written
    assert "slaap" not in repr((desk.letter(), desk.map(), desk.turn()))
    desk.seat((annie, sanne))
    assert ref not in desk.view.readable
    assert desk.trace(hers)[0].beside == ("Dit is alleen voor mevrouw De Vries en Sanne.",)
    desk.seat((annie,))
    assert not desk.only_for_me(ref).written, "it was so already"
    assert "Ik slaap slecht." in repr(desk.letter())
    (anew,) = desk.correct(ref, "Ik slaap heel slecht.").refs
    desk.seat((annie, karim))
    assert desk.undo(anew) == "Iets wat privé is. Het staat in het plan."
    desk.seat((annie,))
    assert desk.for_others_too(ref).written and not desk.for_others_too(ref).written
    desk.seat((annie, karim))
    assert ref in desk.view.readable and hers not in desk.view.readable


def test_who_closed_their_words_undoes_it_on_the_line(table: Table) -> None:
    desk, annie = table.desk, table.desk.view.client
    sanne = desk.join("Sanne")[0].id
    desk.seat((annie, sanne))
    desk.speak_as(sanne)
    desk.go(TOLD)
    (hers,) = desk.answer(Spoken("Ik maak me zorgen.")).refs
    desk.only_for_me(hers)
    assert [grant.person for grant in desk.view.grants] == [None]
    assert desk.undo(hers) is not None and not desk.view.grants
    assert desk.redo() is not None and desk.view.grants
    desk.for_others_too(hers)
    assert not desk.view.grants


SAID_BY_SOMEBODY = ("important-to", "goals", "agreements", "choices", "remarks", "disagreements", "follow-up",
                    "wishes-not-met", "personal-details", "how-we-talk")


@pytest.mark.timeout(240)
@settings(max_examples=examples(2), deadline=None, phases=(Phase.generate,))
@given(
    topics=st.frozensets(st.sampled_from(SAID_BY_SOMEBODY), min_size=1, max_size=4), alone=st.booleans(),
    asked=st.booleans(),
)
def test_what_is_only_for_one_is_for_others_as_if_it_was_never_said_law(
    topics: frozenset[str], alone: bool, asked: bool
) -> None:
    """In a plan of years, at every door, in every edition and count: beside the client and by herself, and also for
    whom the client let read everything."""
    with TemporaryDirectory() as folder:
        home, other = Path(folder, "whole"), Path(folder, "part")
        client, sanne = marked_plan(home)
        assert marked_plan(other, topics) == (client, sanne)
        if asked:
            for of_plan in (home, other):
                granting(of_plan, Clock(LATER), client, (sanne, "everything", True))
        assert closed(home, Clock(LATER), client, *topics)
        present = (sanne,) if alone else (sanne, client)
        front, desk = opened(home, *present)
        part, never_said = opened(other, *present)
        every = tuple(sorted(never_said.view.readable))
        shown, without = told(front, desk, every), told(part, never_said, every)
        del shown["front"], without["front"]  # home tells what the client may see
        assert shown == without
        front.close()
        part.close()
