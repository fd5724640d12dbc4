"""The plan as a letter and a chapter read back: what comes first, what comes last, and what stands together."""

from __future__ import annotations

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.conversation.ports.turn import Board, Picked, Spoken
from zlp_tui.plan.tables.client import domains, people
from zlp_tui.plan.view import Place


def say_at(table: Table, place: Place, *said: str) -> str:
    """Say things at a place; the id of the last one."""
    table.desk.go(place)
    return [table.desk.answer(Spoken(words)).refs for words in said][-1][0]


def titles(letter: tuple[LetterPart, ...]) -> list[tuple[int, str]]:
    return [(part.level, part.title) for part in letter]


def test_the_letter_begins_as_a_person_and_ends_with_the_facts(table: Table) -> None:
    desk = table.desk
    desk.go(Place("personal-details", "person", "home-address"))
    desk.answer(Spoken("Lindestraat 12, Rotterdam"))
    sanne = say_at(table, Place("people", "people"), "Sanne")
    speaks(desk, sanne)
    say_at(table, Place("appreciation", "proud"), "Op je kraam.")
    desk.speak_as(desk.view.client)
    desk.go(Place("look-again", "dates", "drawn-up-on"))
    desk.answer(Spoken("3 maart 2026"))
    assert titles(desk.letter()) == [
        (1, "Ik ben Annie de Vries."),
        (1, "Wie ben ik?"),
        (2, "Dit vinden anderen fijn aan mij"),
        (2, "Mijn mensen"),
        (1, "Hoe gaat het?"),
        (2, "Wanneer kijken we terug?"),
        (1, "Samen beginnen"),
        (2, "Wie zit er aan tafel?"),
        (1, "Mijn gegevens"),
    ]
    facts = desk.letter()[-1].lines[0].quotes
    assert [quote.text for quote in facts] == ["Annie de Vries", "Lindestraat 12, Rotterdam"]


def test_how_it_went_is_read_back_agreement_by_agreement(table: Table) -> None:
    desk = table.desk
    first = say_at(table, Place("agreements", "want", "anything"), "Ik loop mee.")
    second = say_at(table, Place("agreements", "want", "anything"), "Ik bel Riet.")
    for agreement, done in ((first, "yes"), (second, "no")):
        desk.go(Place("follow-up", "done", agreement))
        desk.answer(Picked((done,)))
    say_at(table, Place("follow-up", "brought", first), "Ik sliep als een roos.")
    board = desk.go_topic("results-read-back").board
    assert isinstance(board, Board)
    assert [(g.title, [(q.intro, q.text, q.own_words) for q in g.quotes]) for g in board.groups] == [
        ("Afgesproken: “Ik loop mee.”", [
            ("Is het gedaan?", "Ja", False), ("Wat hierover gezegd is:", "Ik sliep als een roos.", True),
        ]),
        ("Afgesproken: “Ik bel Riet.”", [("Is het gedaan?", "Nee", False)]),
    ]


def test_what_is_no_statement_is_read_back_beside_what_was_said_now(table: Table) -> None:
    desk = table.desk
    choice = say_at(table, Place("choices", "choice"), "Hoe krijg ik weer meer beweging?")
    say_at(table, Place("choices", "means", choice), "Dat ik buiten kom.")
    board = desk.go_topic("support-read-back").board
    assert isinstance(board, Board)
    assert [q.text for g in board.groups for q in g.quotes] == [
        "Hoe krijg ik weer meer beweging?", "Dat ik buiten kom.",
    ]


def test_a_day_that_was_filled_in_is_not_read_back_alone(table: Table) -> None:
    desk = table.desk
    desk.go(Place("look-again", "dates", "first-evaluation-on"))
    desk.answer(Spoken("over een half jaar"))
    asked = [turn.place.topic for turn in iter(desk.forward, None)]
    assert "agreed" in asked and "results-read-back" not in asked


def test_a_yes_to_what_was_read_back_adds_nothing_to_the_letter_u5(table: Table) -> None:
    desk = table.desk
    desk.go_topic("start-read-back")
    desk.answer(Picked(("yes",)))
    assert desk.view.read_backs[-1].confirmed
    ref = desk.view.read_backs[-1].id
    assert ref not in {quote.ref for part in desk.letter() for line in part.lines for quote in line.quotes}


def test_with_whom_one_wants_to_talk_about_a_part_of_life_is_told_c19(table: Table) -> None:
    desk = table.desk
    with desk._unit_of_work.undoable(None) as act:
        domains.change(act, "housing", relevance="now", discuss_with=[people.add(act, "Fatima")])
    notes = {quote.note for part in desk.letter() for line in part.lines for quote in line.quotes}
    assert "Erover praten met Fatima" in notes


def test_a_form_of_address_that_nobody_chose_is_told_by_nobody(table: Table) -> None:
    """A plan begins with “u”; that is no answer until somebody gave it (decision 0018)."""
    desk = table.desk
    say_at(table, Place("two-minutes", "two-minutes"), "Koffie bij het raam.")
    heading = (2, "Zo praat ik het prettigst")
    assert heading not in titles(desk.letter())
    desk.go(Place("how-we-talk", "address"))
    desk.answer(Picked(("u",)))
    assert heading in titles(desk.letter())
