"""Which conversation goes on with a plan, or comes next: on home, at the opening, and on a new plan's first page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.table import Table, lay_table
from zlp_tui.conversation.ports.turn import Reading, Spoken
from zlp_tui.plan.access import Scope
from zlp_tui.plan.view import Place

GOOD_DAY = Place("good-day-bad-day", "sides", "good")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A new plan of Annie de Vries, on the way along the whole plan."""
    table = lay_table(tmp_path / "home")
    yield table
    table.front.close()


def on_home(table: Table) -> tuple[str | None, str | None]:
    """What home says goes on with the plan, and what it says comes next."""
    line, = table.front.plans()
    return line.goes_on_with, line.comes_next


def test_home_names_the_conversation_that_goes_on_or_comes_next(table: Table) -> None:
    """Of a talk in the middle it says where one lands, of one to come its sitting."""
    assert on_home(table) == (None, "Een eerste gesprek")
    table.desk.go(GOOD_DAY)
    table.desk.answer(Spoken("Koffie."))
    assert on_home(table) == ("Het hele plan: Een goede dag, een slechte dag", None)
    assert table.desk.talk_title == "Het hele plan: Een goede dag, een slechte dag"
    table.desk.go(Place("agreed", "together", "confirm"))
    assert on_home(table) == ("Het hele plan: Wat spreken we af?", None), "no talk goes on where one agrees"
    table.desk.go(Place("sitting", "begin", "who-am-i"))
    assert table.desk.talk_title == "Het hele plan: Wie ben ik?"
    for sitting, following in (("who-am-i", "Het hele plan: Wat is belangrijk?"), ("agreements", None)):
        table.desk.go(Place("sitting", "end", sitting))
        assert on_home(table) == (None, following)


def test_home_says_nothing_of_a_talk_that_stopped_where_the_client_may_not_look(table: Table) -> None:
    table.desk.go(GOOD_DAY)
    table.desk.answer(Spoken("Koffie."))
    table.give(lambda _who, _action, scope: scope != Scope("good-day-bad-day"))
    line, = table.front.plans()
    assert (line.goes_on_at, line.goes_on_with, line.comes_next) == (None, None, None)


def test_a_new_plan_begins_with_all_conversations_in_a_few_sentences(table: Table) -> None:
    table.desk.take_route("first")
    page = table.front.sit_down(table.plan).turn().input
    assert isinstance(page, Reading)
    assert page.paragraphs[-2:] == (
        "Dit is een eerste gesprek. Daarna kan het hele plan, steeds een half uur.",
        "Na een paar weken kijkt u even: gaat het goed? Later kijkt u samen terug: hoe ging het?",
    )
