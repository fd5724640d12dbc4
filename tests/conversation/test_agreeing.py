"""Agreeing on the plan: who says what, the edition that comes of it, and that it stays as it was."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.tools.full import book_of
from tests.tools.printed import printed_edition
from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Reading, Spoken, Turn
from zlp_tui.errors import Refused
from zlp_tui.places import store_file
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.view import Place
from zlp_tui.store.store import open_store


def at(table: Table, item: str | None) -> Turn:
    return table.desk.go(Place("agreed", "together", item))


def coffee(table: Table, words: str = "Koffie.") -> None:
    table.desk.go(Place("good-day-bad-day", "sides", "good"))
    table.desk.answer(Spoken(words))


def agree(table: Table) -> None:
    at(table, "confirm")
    assert not table.desk.answer(Picked(("yes",))).goes_on, "one stays, to see what was agreed on"


def texts(turn: Turn) -> list[str]:
    assert isinstance(turn.board, Board)
    return [quote.text for group in turn.board.groups for quote in group.quotes]


def body(table: Table, number: int) -> dict[str, object]:
    """An edition as it is kept."""
    plan, home = table.plan, table.home
    table.desk.leave()
    table.front.close()
    store = open_store(store_file(home), clock=table.clock)
    try:
        with store.reading() as session:
            return printed_edition(session, plan, number)
    finally:
        store.close()


def test_everybody_at_the_table_is_asked_the_client_first(table: Table) -> None:
    """C9, L45: in words of their own, and no signature."""
    coffee(table)
    desk, client = table.desk, table.desk.view.client
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    turn = desk.go_topic("agreed")
    assert (turn.place.item, turn.heading) == (client, "Versie 1 · mevrouw De Vries")
    assert turn.question == "Is dit plan goed zo?", "whose answer it is stands in the heading: nobody is talked about"
    assert isinstance(turn.input, Pick) and turn.input.chosen == (), "B3"
    desk.answer(Picked(("agrees",)))
    walked = [str(place.place.item) for _ in range(3) if (place := desk.forward())]
    assert walked == [f"{client}/more", sanne.id, "confirm"]
    at(table, f"{client}/more")
    desk.answer(Spoken("Zo is het."))
    at(table, sanne.id)
    desk.answer(Picked(("not-asked",)))
    turn = at(table, "confirm")
    assert {"Zo is het.", "Niet gevraagd"} <= set(texts(turn))
    assert turn.heading == "Versie 1 · dinsdag 3 maart 2026, met mevrouw De Vries en Sanne"
    assert isinstance(turn.input, Pick) and turn.input.chosen == (), "nothing is chosen beforehand"
    agree(table)
    (edition,) = desk.view.editions
    assert [(c.person, c.says, c.words) for c in edition.consent] == [
        (client, "agrees", "Zo is het."), (sanne.id, "not-asked", None),
    ]
    assert (edition.number, edition.evaluation, set(edition.present)) == (1, None, {client, sanne.id})


def test_an_edition_holds_until_something_changes(table: Table) -> None:
    coffee(table)
    at(table, table.desk.view.client)
    table.desk.answer(Picked(("agrees",)))
    agree(table)
    turn = table.desk.turn()
    assert isinstance(turn.input, Reading)
    assert turn.heading == "Versie 1 · dinsdag 3 maart 2026, met mevrouw De Vries"
    assert texts(turn) == ["Ja, mee eens"]
    with pytest.raises(Refused):
        table.desk.answer(Picked(("yes",)))
    table.desk.follow_up.note(None, text="Een mooie dag.")
    assert isinstance(table.desk.go_topic("agreed").input, Reading), "a note of how it goes is no other plan"
    coffee(table, "Thee.")
    turn = table.desk.go_topic("agreed")
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()
    assert turn.heading.startswith("Versie 2")
    assert {"1 zin is nieuw of anders", "Thee."} <= set(texts(turn))


def test_what_is_over_is_not_counted_as_new_u9(table: Table) -> None:
    book = book_of(table)
    kept, over = (book.do(goals.add, text) for text in ("Lopen.", "Zingen."))
    table.next_sitting()
    agree(table)
    book.do(goals.change, kept, kind="keep")
    book.do(goals.change, over, status="reached")
    turn = table.next_sitting().go_topic("agreed")
    assert {"1 doel is nieuw of anders", "1 doel is klaar of vervallen"} <= set(texts(turn))


def test_all_that_changed_is_named_also_what_nobody_said_in_words(table: Table) -> None:
    coffee(table)
    agree(table)
    table.desk.go(Place("deciding-together", "role"))
    table.desk.answer(Picked(("self",)))
    assert "Ook anders: “Samen beslissen”" in texts(at(table, "confirm"))


def test_not_yet_makes_no_edition(table: Table) -> None:
    coffee(table)
    at(table, "confirm")
    assert table.desk.answer(Picked(("not-yet",))).goes_on
    assert table.desk.view.agreed_editions == ()


def test_what_was_changed_and_changed_back_is_no_new_edition(table: Table) -> None:
    coffee(table)
    agree(table)
    table.desk.go(Place("deciding-together", "role"))
    table.desk.answer(Picked(("self",)))
    table.desk.undo()
    at(table, "confirm")
    assert table.desk.turn().question == "Dit plan is vastgelegd."
    with pytest.raises(Refused):
        table.desk.answer(Picked(("yes",)))
    assert len(table.desk.view.agreed_editions) == 1


def test_undo_takes_an_edition_back_within_the_conversation_and_never_after_it(table: Table) -> None:
    """rows-l 8: taken back as one act, with the look back that it closed; the record tells it."""
    coffee(table)
    agree(table)
    table.clock.now += timedelta(days=180)
    desk = table.next_sitting()
    desk.go(Place("supports-me", "enough"))
    desk.answer(Picked(("yes",)))
    at(table, desk.view.client)
    desk.answer(Picked(("agrees",)))
    before = desk.view
    agree(table)
    after = desk.view
    assert desk.undo(Place("agreed", "together", "confirm")) is not None
    assert (desk.view.editions, desk.view.evaluations) == (before.editions, before.evaluations)
    assert desk.view.open_evaluation is not None
    desk.redo()
    assert desk.view == after and len(after.agreed_editions) == 2
    desk = table.next_sitting()
    assert desk.undo() is None
    assert desk.view.agreed_editions == after.agreed_editions


def test_who_was_here_and_not_asked_stands_in_it_so_and_the_client_too(table: Table) -> None:
    """rows-l 8, L18: in words, before the edition is made and after it."""
    coffee(table)
    desk = table.desk
    sanne, achmed = (desk.join(name)[0] for name in ("Sanne", "Achmed"))
    desk.seat([sanne.id, achmed.id])
    at(table, sanne.id)
    desk.answer(Picked(("does-not",)))
    turn = desk.forward()
    assert turn is not None and turn.question == "Wat wil jij liever, Sanne?", "nee, want…"
    desk.answer(Spoken("Eerst nog met mijn broer."))
    turn = at(table, "confirm")
    assert turn.gentle == "mevrouw De Vries is niet gevraagd. Dat komt er ook bij te staan."
    assert texts(turn).count("Niet gevraagd") == 2
    agree(table)
    (edition,) = desk.view.editions
    assert {c.person: (c.says, c.words) for c in edition.consent} == {
        sanne.id: ("does-not", "Eerst nog met mijn broer."), achmed.id: ("not-asked", None),
        desk.view.client: ("not-asked", None),
    }
    (line,) = desk.history.editions()
    assert ("mevrouw De Vries", "Niet gevraagd") in [(said.name, said.says) for said in line.consents]


def test_no_conversation_goes_on_at_the_question_that_makes_an_edition(table: Table) -> None:
    """rows-l 8: a number that was ready when one came in made an edition."""
    coffee(table)
    at(table, "confirm")
    desk = table.next_sitting()
    assert desk.turn().place.topic != "agreed" and desk.turn().kind != "agree"
    resumed = desk.resume()
    assert resumed is not None and resumed.topic != "agreed"
    at(table, "confirm")
    coffee(table, "Thee.")
    at(table, "confirm")
    assert table.desk.take_route("first").kind != "agree"
    assert table.desk.take_route("whole").kind != "agree"


def test_a_look_back_is_closed_by_its_edition_which_holds_it(table: Table) -> None:
    coffee(table)
    agree(table)
    table.clock.now += timedelta(days=180)
    desk = table.next_sitting()
    desk.go(Place("supports-me", "enough"))
    desk.answer(Picked(("yes",)))
    at(table, desk.view.client)
    desk.answer(Picked(("does-not",)))
    at(table, f"{desk.view.client}/words")
    desk.answer(Spoken("Over het eten denk ik anders."))
    agree(table)
    assert desk.view.open_evaluation is None
    (evaluation,) = desk.view.evaluations
    first, second = desk.view.agreed_editions
    assert (first.evaluation, second.evaluation) == (None, evaluation.id)
    told = [quote.text for part in desk.letter() for line in part.lines for quote in line.quotes]
    assert "Over het eten denk ik anders." in told
    kept = body(table, 2)
    assert kept["show_version"] == 2
    assert '"closed_on": "2026-08-3' in _json(kept) and "Over het eten denk ik anders." in _json(kept)


def _json(kept: dict[str, object]) -> str:
    return json.dumps(kept, ensure_ascii=False)
