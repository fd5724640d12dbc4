"""Search within a plan: “Wat hebben we afgesproken?” (L48)."""

from __future__ import annotations

from datetime import timedelta

from tests.tools.full import book_of
from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Place

SAID = {"topic": "important-to", "step": "important-to", "prompt": "Wat is belangrijk?"}


def found(table: Table, typed: str) -> list[tuple[str, str, str]]:
    return [(one.quote.text, one.quote.by, one.quote.intro) for one in table.desk.history.search(typed)]


def test_answers_agreements_notes_and_old_words_are_found_the_newest_first_with_who_and_when(table: Table) -> None:
    book = book_of(table)
    book.do(statements.add_statement, **SAID, text="Élke dag kóffie bij het raam.")
    walk = book.do(agreements.add, "Na de koffie wandelen.")
    book.do(agreements.add_step, walk, "Schoenen aan, na koffie")
    book.by = book.do(people.add, "Karim", "carer")
    book.clock.on(days=3)
    book.do(progress_notes.note, about=walk, on="2026-03-06", done="yes", text="Eerst koffie, toen gelopen.")
    table.clock.now += timedelta(days=4)
    table.next_sitting()
    assert found(table, "  KOFFIE ") == [
        ("Eerst koffie, toen gelopen.", "Karim", "Hoe het gaat, 6 maart"),
        ("Élke dag kóffie bij het raam.", "mevrouw De Vries", "Dit is belangrijk voor mij, 3 maart"),
        ("Na de koffie wandelen.", "mevrouw De Vries", "Afspraken, 3 maart"),
        ("Schoenen aan, na koffie", "mevrouw De Vries", "Afspraken, 3 maart"),
    ]
    assert [text for text, *_ in found(table, "karim koffie")] == ["Eerst koffie, toen gelopen."]
    assert len(found(table, "afspraken")) >= 2, "what it is about counts too"
    assert found(table, "thee") == found(table, "") == []


def test_what_only_an_edition_holds_is_found_under_its_number_and_old_words_say_so(table: Table) -> None:
    book = book_of(table)
    goal = book.do(goals.add, "Naar zee met de trein.")
    old = book.do(statements.add_statement, **SAID, text="De zee zien.")
    table.next_sitting()
    table.desk.go(Place("agreed", "together", table.desk.view.client))
    table.desk.answer(Picked(("agrees",)))
    table.desk.go(Place("agreed", "together", f"{table.desk.view.client}/more"))
    table.desk.answer(Spoken("Met die zee erin is het goed."))
    table.desk.go(Place("agreed", "together", "confirm"))
    table.desk.answer(Picked(("yes",)))
    book.clock.on(days=1)
    book.do(withdrawal.withdraw, goal)
    book.do(statements.say_anew, old, "De zee nog eens zien.")
    table.next_sitting()
    told = {one.quote.text: (one.edition, one.quote.note) for one in table.desk.history.search("zee")}
    assert told == {
        "De zee nog eens zien.": (None, ""), "De zee zien.": (None, "later anders gezegd"),
        "Met die zee erin is het goed.": (1, ""), "Naar zee met de trein.": (1, ""),
    }


def test_intimate_words_are_found_in_fitting_company_only_v96(table: Table) -> None:
    book = book_of(table)
    book.do(statements.add_statement, **SAID, text="Dat iemand mij vasthoudt.", domain="sexuality-and-intimacy")
    held = book.do(agreements.add, "Elke avond vasthouden.", "sexuality-and-intimacy")
    book.do(progress_notes.note, about=held, on="2026-03-03", done="yes", text="Fijn, dat vasthouden.")
    table.clock.now += timedelta(days=1)
    table.next_sitting()
    assert len(found(table, "vasthoud")) == 3
    sanne, _ = table.desk.join("Sanne")
    table.desk.speak_as(sanne.id)
    assert found(table, "vasthoud") == []
