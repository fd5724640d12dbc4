"""Random input on all screens and line by line leaves the plans sound, and each word its speaker's (issue 8, 5).

`make monkey` plays much longer.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.keymap import all_screens
from tests.tools.book import Book, new_book
from tests.tools.prepared import dutch
from tools.monkey.lines import LineMonkey
from tools.monkey.locked import LockedMonkey
from tools.monkey.openers import all_openers
from tools.monkey.screens import ScreenMonkey
from tools.monkey.spoken_record import SpokenRecord
from zlp_tui.plain.commands.slash_commands import all_commands
from zlp_tui.plan.tables import changes, withdrawal
from zlp_tui.plan.tables.agreed import progress_notes
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.looking_back.outcomes import LookBackRow
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.said.statements import StatementRow
from zlp_tui.plan.tables.sittings import conversations

ASKED = {"topic": "future", "step": "change", "prompt": "Wat mag er anders?"}


@pytest.mark.timeout(600)
async def test_two_thousand_keys_on_all_screens(tmp_path: Path) -> None:
    monkey = ScreenMonkey(tmp_path, seed=8)
    await monkey.play(2_000)
    assert monkey.rounds >= 1, "each screen was on top"
    assert monkey.words_recorded > 40


@pytest.mark.timeout(600)
async def test_keys_at_a_lock(tmp_path: Path) -> None:
    """D05: unlocking, F12 and coming back among them."""
    monkey = LockedMonkey(tmp_path, seed=8)
    await monkey.play(250)
    assert monkey.unlocked >= 2


def test_the_monkey_can_open_every_screen_of_the_program() -> None:
    """A screen that is new and is opened in no way fails here."""
    assert set(all_openers()) == set(all_screens())


@pytest.mark.timeout(600)
def test_three_hundred_lines_with_every_command(tmp_path: Path) -> None:
    monkey = LineMonkey(tmp_path, seed=8)
    monkey.play(300)
    assert monkey.commands == {command.word for command in all_commands(dutch())}
    assert monkey.words_recorded > 50


def sat(book: Book) -> str:
    """Sanne, and a conversation in which only the client sits at the table."""
    sanne = book.do(people.add, "Sanne", "family")
    book.conversation = book.do(conversations.begin, [book.client])
    return sanne


def test_the_record_tells_of_words_of_who_is_not_here(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        sanne = sat(book)
        record = SpokenRecord(book.store.reading)
        book.do(statements.add_statement, text="Koffie.", **ASKED)
        assert record.faults() == ()
        book.by = sanne
        book.do(statements.add_statement, text="Thee.", **ASKED)
        assert len(record.faults()) == 1
        assert record.faults() == ()


def test_the_record_tells_of_words_that_changed_or_were_taken_back_by_another(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        sanne = sat(book)
        said = book.do(statements.add_statement, text="Koffie.", **ASKED)
        record = SpokenRecord(book.store.reading)
        book.do(changes.alter, StatementRow, said, text="Thee.")
        assert len(record.faults()) == 2, "in the record, and in the row"
        book.conversation = book.do(conversations.begin, [book.client, sanne])
        book.by = sanne
        book.do(withdrawal.withdraw, said)
        assert len(record.faults()) == 1


def test_the_record_knows_a_note_of_the_day_which_is_no_conversation(tmp_path: Path) -> None:
    """It is its writer's, who takes it back; all else still needs a table (monkey, seed 11; decision 0039)."""
    with new_book(tmp_path) as book:
        client, book.by = book.by, sat(book)
        book.conversation = None
        record = SpokenRecord(book.store.reading)
        note = book.do(progress_notes.note, about=None, on="2026-03-03", done="yes")
        book.do(withdrawal.withdraw, note)
        assert record.faults() == ()
        other = book.do(progress_notes.note, about=None, on="2026-03-03", done="yes")
        book.by = client
        book.do(withdrawal.withdraw, other)
        book.do(statements.add_statement, text="Thee.", **ASKED)
        assert len(record.faults()) == 2, "taken back by another, and said at no table"


def test_the_record_knows_an_answer_that_all_give_together(tmp_path: Path) -> None:
    """Whether words of before are still so: it stands under the name of who answered last, and of nobody else."""
    with new_book(tmp_path) as book:
        sanne = sat(book)
        said = book.do(statements.add_statement, text="Koffie.", **ASKED)
        book.conversation = book.do(conversations.begin, [book.client, sanne])
        evaluation = book.do(evaluations.open_or_create, [book.client, sanne])
        answer = book.do(outcomes.look_back, evaluation, said, "still")
        record = SpokenRecord(book.store.reading)
        book.conversation = book.do(conversations.begin, [book.client, sanne])
        book.by = sanne
        book.do(outcomes.look_back, evaluation, said, "no-longer")
        assert record.faults() == ()
        book.conversation = book.do(conversations.begin, [book.client, sanne])
        book.do(changes.alter, LookBackRow, answer, voice=book.client)
        assert len(record.faults()) == 1
