"""Whatever reminds knows that it is over: a plan that has ended, an agreement that ended, somebody taken back (F14)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from screens.sheets.plan_list_sheet import plan_line
from screens.talk.pending_items import pending_items
from tests.tools.prepared import dutch
from tests.tools.table import Table, Ticking, lay_table, speaks
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.due.facts import Facts, facts_of
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.tables.said import details, remarks

LATER = datetime(2029, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Table]:
    """A plan in which everything that can have a date has one, three years later."""
    table = lay_table(tmp_path / "home")
    desk = table.desk
    with desk._unit_of_work.undoable(None) as act:
        for topic, field in (
            ("look-again", "evaluate-on"), ("look-again", "first-evaluation-on"), ("look-again", "drawn-up-on"),
            ("personal-details", "care-started-on"), ("personal-details", "wlz-valid-until"),
        ):
            details.fill(act, topic, field, "2026-06-01")
        choices.change(act, choices.ask(act, "Blijf ik hier?"), thinking_until="2026-06-01", revisit_on="2026-06-02")
        agreed = agreements.add(act, "Lopen.")
        agreements.change(act, agreed, evaluate_on="2026-06-01", until="2026-06-03")
        remarks.leave(act, "Let op de trap.")
    desk.leave()
    table.clock.now = LATER
    table.desk = table.front.sit_down(table.plan)
    yield table
    table.front.close()


def reminders(table: Table) -> list[str]:
    """All that reminds of anything in the plan, on home and in it."""
    desk = table.front.sit_down(table.plan)
    found = [f"due {line.what}" for line in desk.history.due()]
    found += [f"waiting {thing.words}" for thing in pending_items(desk, dutch())]
    for line in (*table.front.plans(), *table.front.plans(ended=True)):
        found += [f"home {line.due_what}"] if line.due else []
        found += [f"home {line.next}"] if line.next else []
    return found


def test_a_plan_that_has_ended_reminds_of_nothing_until_it_goes_on_f14(full: Table) -> None:
    before = reminders(full)
    assert {found.partition(" ")[0] for found in before} == {"due", "waiting", "home"}
    full.desk.ending.end("2029-05-01", "Overleden")
    assert reminders(full) == []
    assert facts_of(full.desk.view, date(2029, 6, 1)) == Facts()
    assert as_json(full.desk.view)["next_evaluation"] == {"on": None, "because": None}
    assert full.front.plans() == ()
    (line,) = full.front.plans(ended=True)
    assert plan_line(line, dutch(), "2029-06-01", str).by == "klaar sinds 2029-05-01"
    full.desk.ending.take_up_again()
    assert reminders(full) == before


def test_that_a_plan_ended_is_in_its_history_and_can_be_undone_f14(full: Table) -> None:
    desk = full.desk
    desk.ending.end("2029-05-01", "Verhuisd")
    with full.front.store.reading() as session:
        ((after, by),) = session.run(
            "SELECT after, by FROM change WHERE plan_id = ? AND of = 'plan' ORDER BY seq DESC LIMIT 1", (full.plan,)
        )
    ended = {"ended_on": "2029-05-01", "ended_because": "Verhuisd", "ended_by": desk.view.client}
    assert (json.loads(str(after)), by) == (ended, desk.view.client)
    assert desk.undo() == "Dit plan is klaar."
    assert desk.view.ended_on is None
    assert desk.redo() == "Dit plan is klaar." and desk.view.ended_because == "Verhuisd"


def test_an_agreement_that_ended_reminds_of_nothing_f14(full: Table) -> None:
    desk = full.desk
    (agreed,) = desk.view.active_agreements()
    with desk._unit_of_work.undoable(None) as act:
        agreements.change(act, agreed.id, ended_on="2029-05-01")
    assert not [line for line in desk.history.due() if line.ref == agreed.id]


@pytest.mark.parametrize("what", ["agreements", "choices"])
def test_what_was_taken_back_reminds_of_nothing_f14(full: Table, what: str) -> None:
    desk: DeskSession = full.desk
    (line,) = getattr(desk.view, what)
    with desk._unit_of_work.undoable(None) as act:
        withdrawal.withdraw(act, line.id)
    assert not [due for due in desk.history.due() if due.ref == line.id]


def test_nobody_need_be_told_who_is_no_longer_in_the_plan_f14(full: Table) -> None:
    desk = full.desk
    sanne, _ = desk.join("Sanne")
    speaks(desk, sanne.id)
    ref = desk.follow_up.leave("remark", "De bel is stuk.").refs[0]
    speaks(desk, desk.view.client)
    desk.follow_up.done_with(ref, "Gemaakt.")
    assert next(line for line in desk.history.remarks() if line.ref == ref).open
    desk.withdraw(sanne.id)
    assert not next(line for line in desk.history.remarks() if line.ref == ref).open


def test_a_plan_that_ended_stands_in_no_edition_as_a_change_of_what_was_agreed_f14(full: Table) -> None:
    desk = full.desk
    with desk._unit_of_work.undoable(None) as act:
        goals.add(act, "Lopen.")
    before = desk.view
    with desk._unit_of_work.undoable(None) as act:
        plans.end(act, date(2029, 5, 1), "Verhuisd")
    assert desk.view.statements == before.statements and desk.view.goals == before.goals
    assert desk._plan.changed_since_agreed() == {}


def test_a_clock_that_is_set_back_ends_nothing_in_the_future_f14(full: Table) -> None:
    assert isinstance(full.clock, Ticking)
    full.clock.now = LATER - timedelta(days=1)
    assert full.desk.ending.day("") == "2029-05-31"
