"""What one takes home after a talk: what was agreed and said in that talk, on one page, and nothing that is private."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tools.paper_sources import ANNIE, example_source
from tests.tools.prepared import dutch, our_rules, our_script
from tests.tools.read_pdf import letters, letters_of, opened
from tests.tools.table import Table, lay_table
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.export_import.plan_export import export_source
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.before_a_talk import invitation, preparation
from zlp_tui.paper.minutes import minutes
from zlp_tui.plan.view import Place

WANT = Place("agreements", "want", "anything")
LOVES = Place("about-me", "likes", "like")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A new plan of Annie de Vries."""
    laid = lay_table(tmp_path / "home")
    yield laid
    laid.front.close()


def say(table: Table, place: Place, words: str) -> None:
    table.desk.go(place)
    table.desk.answer(Spoken(words))


def source(table: Table) -> ExportSource:
    loaded = LoadedPlan(
        store=table.front.store, script=our_script(), tr=dutch(), plan_id=table.plan, clock=table.clock
    )
    return export_source(loaded, loaded.view.client, our_rules())


def test_it_tells_what_was_agreed_and_said_in_the_last_talk_only(table: Table) -> None:
    say(table, LOVES, "De radio aan.")
    say(table, WANT, "Ik loop elke dag een rondje.")
    say(table, WANT, "Ik bel Riet.")
    table.next_sitting()
    say(table, WANT, "Ik zing in het koor.")
    say(table, LOVES, "Koffie bij het raam.")
    told = letters_of(minutes(source(table)))
    assert all(letters(words) in told for words in ("“Ik zing in het koor.”", "“Koffie bij het raam.”"))
    assert all(letters(words) not in told for words in ("De radio aan.", "een rondje", "Ik bel Riet."))


def test_while_the_talk_goes_on_it_is_that_talk(table: Table) -> None:
    say(table, WANT, "Ik zing in het koor.")
    assert letters("“Ik zing in het koor.”") in letters_of(minutes(source(table)))


def test_it_is_one_page_however_much_was_said() -> None:
    full = example_source(ANNIE)
    view = full.view
    talk = view.conversations[-1]
    said = tuple(replace(statement, conversation=talk.id) for statement in view.statements)
    made = minutes(replace(full, context=replace(full.context, view=replace(view, statements=said))))
    assert len(opened(made).pages) == 1
    assert letters("in het hele plan") in letters_of(made)


def test_what_is_private_is_not_on_a_page_that_lies_on_a_table(table: Table) -> None:
    say(table, LOVES, "De radio aan.")
    made = source(table)
    (said,) = made.view.live_statements
    private = replace(said, domain="sexuality-and-intimacy")
    hidden = replace(made, context=replace(made.context, view=replace(made.view, statements=(private,))))
    assert letters("De radio aan.") not in letters_of(minutes(hidden))


def test_the_questions_of_the_next_talk_are_those_of_its_page_on_the_screen(table: Table) -> None:
    say(table, LOVES, "De radio aan.")
    beforehand = source(table).read_questions()
    assert beforehand is not None
    told = letters_of(preparation(source(table)))
    assert all(letters(question) in told for question in beforehand.questions)
    assert letters("De radio aan.") not in letters_of(invitation(source(table)))
