"""Before a talk: one page for who prepares it, and the questions for the client to think about (M14, V75)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.full import book_of
from tests.tools.table import Table, lay_table
from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.client import domains, people
from zlp_tui.plan.tables.looking_back import editions, evaluations
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.view import Place

BEGIN = "Zo kan het gesprek beginnen"


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A new plan of Annie de Vries."""
    table = lay_table(tmp_path / "home")
    yield table
    table.front.close()


def told(desk: DeskSession) -> dict[str, list[str]]:
    """The page, by title: each line in one text."""
    return {part.title: list(_lines(part)) for part in desk.preparation()}


def _lines(part: LetterPart) -> Iterator[str]:
    for line in part.lines:
        yield from (" ".join(filter(None, (q.intro, q.text, q.by, q.note))) for q in line.quotes)


def test_a_new_plan_tells_its_first_talk_and_three_ways_to_begin_without_words(table: Table) -> None:
    table.desk.take_route("first")
    page = told(table.front.sit_down(table.plan))
    assert list(page) == ["Het volgende gesprek", BEGIN]
    assert page["Het volgende gesprek"][0] == "Een eerste gesprek"
    assert "30 minuten" in page["Het volgende gesprek"][1]
    assert len(page[BEGIN]) == 3


def test_notes_that_belong_to_nothing_are_counted_since_one_looked_back_l26(table: Table) -> None:
    """Also those of a day that belong to an agreement without a goal are at home somewhere."""
    desk, title = table.desk, "Losse notities"
    assert title not in told(desk)
    with desk._unit_of_work.undoable("Lopen.") as act:
        agreed = agreements.add(act, "Lopen.")
        progress_notes.note(act, about=None, on=act.day, text="Toen.")
        evaluations.close(act, evaluations.open_or_create(act, [act.by]))
    desk.follow_up.note(agreed, done="yes")
    assert title not in told(desk)
    for number in range(12):
        desk.follow_up.note(None, text=f"Regen {number}.")
    assert told(table.next_sitting())[title] == ["12 notities horen niet bij een doel of een afspraak."]


def test_what_changed_since_the_talk_waits_and_is_open_stands_on_the_page_m14(table: Table) -> None:
    desk = table.desk
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("Koffie bij het raam."))
    desk.leave()
    assert "Anders sinds 3 maart" not in told(table.front.sit_down(table.plan)), "nothing is new of the talk itself"
    desk = table.next_sitting()
    desk.follow_up.leave("remark", "De bel doet het niet.")
    desk = table.next_sitting()
    book = book_of(table)
    choice = book.do(choices.ask, "Waar eet ik?")
    book.do(choices.open_question, choice, "Kan de bus ook op zondag?")
    page = told(table.next_sitting())
    assert "De bel doet het niet." in page["Anders sinds 3 maart"][-1]
    assert page["Dit willen we nog weten"] == ["Waar eet ik? Kan de bus ook op zondag?"]
    assert page["Opmerkingen die wachten"] == ["De bel doet het niet. mevrouw De Vries"]
    said, ask = page[BEGIN][:2]
    assert said == "Over een goede dag zei u: Koffie bij het raam. mevrouw De Vries"
    assert ask == "Wanneer was het voor het laatst zo'n dag?"


def test_whom_the_client_wants_to_talk_with_is_told_but_not_of_what_is_private(table: Table) -> None:
    """L89: who may be asked to come."""
    book = book_of(table)
    sanne, tom = book.do(people.add, "Sanne", "family"), book.do(people.add, "Tom", "friend")
    book.do(domains.change, "housing", relevance="now", discuss_with=[sanne])
    book.do(domains.change, "sexuality-and-intimacy", relevance="now", discuss_with=[tom])
    book.do(statements.add_statement, topic="future", step="future", prompt="?", text="Stil.",
            domain="sexuality-and-intimacy")
    book.do(goals.add, "Stil ook.", "sexuality-and-intimacy")
    page = told(table.next_sitting())
    assert [line.split()[0] for line in page["Wie kan er ook bij zijn?"]] == ["Sanne"]
    assert not any("Stil" in line for line in page[BEGIN])


def test_a_page_stays_a_page(table: Table) -> None:
    for number in range(9):
        table.desk.follow_up.leave("remark", f"Opmerking {number}.")
    lines = told(table.next_sitting())["Opmerkingen die wachten"]
    assert len(lines) == 6
    assert lines[-1] == "en nog 4"


def test_the_questions_beforehand_are_open_ones_of_the_next_sitting_not_answered_yet_v75(table: Table) -> None:
    table.desk.take_route("first")
    first = table.front.sit_down(table.plan).questions_beforehand()
    assert first is not None and first.title == "Een eerste gesprek"
    asked = "Hoe ziet een goede dag er voor u uit?"
    assert asked in first.questions and len(first.questions) == len(set(first.questions))
    assert not any("{" in question or "heet" in question for question in first.questions)
    desk = table.next_sitting()
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("Koffie."))
    later = table.next_sitting().questions_beforehand()
    assert later is not None and asked not in later.questions


def test_after_the_last_page_of_a_sitting_the_next_one_is_ahead(table: Table) -> None:
    desk = table.desk
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("Koffie."))
    desk.go(Place("sitting", "end", "who-am-i"))
    desk.leave()
    page = told(table.front.sit_down(table.plan))
    assert page["Het volgende gesprek"][0] == "Het hele plan: Wat is belangrijk?"


def test_a_look_back_that_is_due_is_ahead_and_asks_its_own_questions_first_then_the_plan(table: Table) -> None:
    """Along the whole plan nothing is asked of an evaluation, and along a look back what it asks anew."""
    whole = table.desk.questions_beforehand()
    assert whole is not None and "Wat is er in uw leven veranderd sinds dit plan er is?" not in whole.questions
    book = book_of(table)
    book.do(editions.agree, [book.client])
    book.do(details.fill, "personal-details", "evaluate-on", "2026-03-01")
    back = table.next_sitting().questions_beforehand()
    assert back is not None and back.title == "Terugkijken"
    assert back.questions[0] == "Wat is er in uw leven veranderd sinds dit plan er is?"


def test_a_pack_words_an_opening_otherwise(tmp_path: Path) -> None:
    opening = 'openings:\n  - id: "last-week"\n    of: "nothing"\n    then: "Hoe was de zee?"\n'
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "script.yaml").write_text(f'pack: "zee"\nversion: "1"\n{opening}', encoding="utf-8")
    table = lay_table(tmp_path / "home", (pack,))
    assert told(table.desk)[BEGIN][0] == "Hoe was de zee?"
    table.front.close()
