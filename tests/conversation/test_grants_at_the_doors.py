"""E07: what the client granted holds behind every door of a plan on the table (decision 0051)."""

from __future__ import annotations

from pathlib import Path

from tests.conversation.test_company import all_doors
from tests.conversation.test_doors import FOLDED, LATER, doors, opened
from tests.tools.book import Clock
from tests.tools.given import given as granting
from tests.tools.marked import marked_plan, marks
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place


def test_who_was_never_asked_about_finds_only_what_they_heard_and_said(tmp_path: Path) -> None:
    """Rik sits down in a plan of years of which the client was asked about Sanne: no word of it is behind any door.
    What is said while he sits there is, and what he says."""
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(LATER), client, (sanne, "everything", True))
    front, desk = opened(tmp_path, client)
    every = tuple(sorted(desk.view.readable))
    assert set().union(*(marks(shown) for _, shown in doors(front, desk, every)))
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Woord_voor-riks-komst"))
    desk.keep_draft("Woord_getypt-voor-riks-komst")
    rik, _ = desk.join("Rik")
    desk.seat([client, rik.id])
    leaks = [
        (door, shown) for door, shown in all_doors(front, desk, every)
        if door not in ("front", "routes") and marks(shown)
    ]
    assert not leaks
    desk.go(Place("important-to", "important-to"))
    assert FOLDED in repr(desk.turn()), "one line says that something stands here"
    assert desk.undo() == desk.redo() == "Iets wat privé is. Het staat in het plan."
    desk.go(Place("about-me", "talents"))
    assert FOLDED not in repr(desk.turn())
    desk.seat([client])
    assert FOLDED not in repr(desk.go(Place("important-to", "important-to")))
    desk.seat([client, rik.id])
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Woord_gehoord"))
    desk.speak_as(rik.id)
    desk.answer(Spoken("Woord_zelf-gezegd"))
    desk.keep_draft("Woord_getypt")
    known = {frozenset({"gehoord"}), frozenset({"zelf-gezegd"})}
    assert marks((desk.turn(), desk.letter(), desk.draft())) == known | {frozenset({"getypt"})}
    desk.seat([client, sanne, rik.id])
    assert marks(desk.letter()) == known
    desk.seat([client, sanne])
    assert len(marks(desk.letter())) > len(known)
    desk.seat([rik.id])
    assert marks(desk.letter()) == known
    front.close()
