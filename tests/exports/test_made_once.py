"""What was looked at is what is written: a form is made once, and anew only where the plan changed in between."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.tools.table import Table, lay_table, open_door, typing
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.ports.wizard import WizardQuestion, WizardStep, WizardWork
from zlp_tui.plan.access import AccessMode, Scope
from zlp_tui.plan.view import Place

SAID = Place("two-minutes", "two-minutes")


def sanne_in(table: Table) -> str:
    return next(person.id for person in table.desk.view.people if person.name == "Sanne")


def said_here(table: Table) -> None:
    table.desk.answer(Spoken("Thee met melk."))


def said_in_another_window(table: Table) -> None:
    table.front.rest()  # this window does not write any more
    with closing(open_door(table.home, table.clock)) as other:
        desk = typing(other.sit_down(table.plan))
        desk.go(SAID)
        desk.answer(Spoken("Thee met melk."))


def closed_to_the_reader(table: Table) -> None:
    sanne = sanne_in(table)

    def may(person: str, action: AccessMode, scope: Scope) -> bool:
        return person != sanne or scope.topic != SAID.topic

    table.give(may)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    laid = lay_table(tmp_path / "home")
    laid.desk.join("Sanne")
    laid.desk.go(SAID)
    laid.desk.answer(Spoken("Koffie bij het raam."))
    return laid


def done(step: WizardStep) -> WizardQuestion:
    """What is asked once work is done."""
    assert isinstance(step, WizardWork)
    asked = step.run(lambda _: None)
    assert isinstance(asked, WizardQuestion)
    return asked


def looked_at(table: Table, form: str) -> WizardQuestion:
    """A form for Sanne, as it is told before it is made."""
    whose = table.desk.exports.begin(form)
    assert isinstance(whose, WizardQuestion)
    return done(whose.answer(sanne_in(table), ""))


def written(asked: WizardQuestion, folder: Path) -> bytes:
    """The bytes of the file that is made in a folder of its own."""
    folder.mkdir()
    where = asked.answer("folder", "")
    assert isinstance(where, WizardQuestion)
    done(where.answer("", str(folder)))
    [file] = folder.iterdir()
    return file.read_bytes()


def test_the_bytes_that_were_looked_at_are_written(table: Table, tmp_path: Path) -> None:
    """They tell the moment at which they were made, and the clock goes on with each look."""
    asked = looked_at(table, "card")
    looked = table.clock.now
    made = PdfReader(io.BytesIO(written(asked, tmp_path / "there"))).metadata
    assert made is not None and made.creation_date is not None and made.creation_date <= looked
    assert looked < table.clock.now


@pytest.mark.parametrize("change", [said_here, said_in_another_window, closed_to_the_reader])
def test_where_the_plan_changed_since_it_is_made_anew(
    table: Table, tmp_path: Path, change: Callable[[Table], None]
) -> None:
    before = written(looked_at(table, "md"), tmp_path / "before").decode()
    assert "Koffie bij het raam" in before and "Thee met melk" not in before
    asked = looked_at(table, "md")
    change(table)
    after = written(asked, tmp_path / "after").decode()
    assert ("Thee met melk" in after) != ("Koffie" not in after)
