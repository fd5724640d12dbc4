"""K12: what was said by a clock that was wrong is told in its place, with a day that nobody knows. It hides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screens.sheets.plan_list_sheet import plan_line
from tests.tools.full import book_of, fill, say_everywhere
from tests.tools.prepared import dutch
from tests.tools.table import START, Table, lay_table
from zlp_tui.conversation.telling.evaluation_lookup import is_over
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import read_backs


def all_is_done(act: Act, table: Table) -> None:
    """One of everything, at one moment."""
    say_everywhere(act, table.front.script, 1)
    fill(act, 2)
    evaluation = evaluations.open_or_create(act, [act.by])
    outcomes.experience(act, evaluation, act.by, "good")
    evaluations.close(act, evaluation)
    editions.consent(act, act.by, "agrees")
    editions.agree(act, [act.by], evaluation)
    read_backs.keep(act, chapter="who-am-i", confirmed=True)


def told(table: Table) -> Iterator[object]:
    """All that is told of the plan on the table."""
    desk, history = table.next_sitting(), table.desk.history
    yield desk.letter()
    yield desk.map()
    yield desk.cards()
    yield history.remarks()
    yield history.disagreements()
    yield history.new_since()
    yield history.evaluations()
    yield history.results()
    yield history.editions()
    view = desk.view
    kinds = (view.live_statements, view.goals, view.agreements, view.remarks, view.disagreements)
    for ref in (line.id for lines in kinds for line in lines):
        yield history.history(ref)
        yield desk.trace(ref)
    for topic in table.front.script.topics:
        with suppress(NotFound):  # a topic that asks nothing yet
            yield desk.go_topic(topic.id)


@pytest.mark.parametrize("year", [2035, 1970])
def test_what_was_said_by_a_wrong_clock_is_told_with_a_day_that_nobody_knows_k12(tmp_path: Path, year: int) -> None:
    table = lay_table(tmp_path)
    book = book_of(table)
    book.clock.now = datetime(year, 6, 1, 9, tzinfo=UTC)
    book.do(all_is_done, table)
    words = [str(part) for part in told(table)]
    assert [part for part in words if str(year) in part] == []
    assert sum("onbekende dag" in part for part in words) > 10
    assert "Opmerking 0" in words[3] and "onbekende dag" in words[3]


@pytest.mark.parametrize("year", [2035, 1970])
def test_what_was_done_by_a_wrong_clock_hides_nothing_that_is_due_k12(tmp_path: Path, year: int) -> None:
    table = lay_table(tmp_path)
    book = book_of(table)
    agreed = book.do(agreements.add, "Lopen.")
    book.do(agreements.change, agreed, evaluate_on="2026-03-02")
    before = {line.what for line in table.next_sitting().history.due()}
    book.clock.now = datetime(year, 6, 1, 9, tzinfo=UTC)
    book.do(evaluations.open_or_create, [book.client])
    assert {line.what for line in table.next_sitting().history.due()} >= before >= {"agreement"}
    (line,) = table.front.plans()
    assert (line.due, line.due_what) == ("2026-03-02", "agreement")


@pytest.mark.parametrize("year", [2035, 1970])
def test_a_look_back_on_a_day_that_cannot_be_is_not_gone_on_with_k12(tmp_path: Path, year: int) -> None:
    """By its day it would never be over."""
    table = lay_table(tmp_path)
    book = book_of(table)
    book.clock.now = datetime(year, 6, 1, 9, tzinfo=UTC)
    book.do(evaluations.open_or_create, [book.client])
    (held,) = book.view.evaluations
    assert is_over(held, START.date())


@pytest.mark.parametrize("day", ["2035-06-01", "1970-01-01"])
def test_home_names_no_day_that_cannot_be_k12(tmp_path: Path, day: str) -> None:
    (line,) = lay_table(tmp_path).front.plans()
    shown = plan_line(line._replace(last_talk=day, goes_on_with=None, comes_next=None), dutch(), "2026-03-03", str)
    assert shown.by == "laatste gesprek op een onbekende dag"
