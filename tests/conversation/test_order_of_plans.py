"""In which order plans and lines are told: by number and by when they were made, and never by an id (F13, K12)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from screens.sheets.plan_list_sheet import plan_line
from tests.tools.copies import copy_of
from tests.tools.prepared import dutch, front_on
from tests.tools.shown import NOW, hold_examples, hold_with, in_zone
from tests.tools.story import comparable
from tests.tools.table import Counting, Ticking, open_door
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.said import details
from zlp_tui.store.plans_to_read import OneFileToRead


class CountingDown:
    """Ids that count down: what is made later comes first, where ids order anything."""

    def __init__(self) -> None:
        self._last = 2**64

    def __call__(self) -> str:
        self._last -= 1
        return str(uuid.UUID(int=self._last, version=4))


class Still:
    """A clock that stands: nothing is ordered by it."""

    def __call__(self) -> datetime:
        return NOW


def told_in(home: Path) -> list[object]:
    """All that is told of the examples there, with ids by order of appearance."""
    front = front_on(home, Still(), Counting())
    try:
        return [comparable(part) for part in _told(front)]
    finally:
        front.close()


def _told(front: Front) -> Iterator[object]:
    yield front.plans()
    for plan in front.plans():
        desk = front.sit_down(plan.id)
        history = desk.history
        yield as_json(desk.view)
        yield [astuple(part) for part in desk.letter()]
        yield [astuple(part) for part in desk.map()]
        yield [astuple(card) for card in desk.cards()]
        yield [line.title for line in history.due()]
        yield [(line.quote.text, line.quote.by) for line in history.remarks()]
        for edition in history.editions():
            shown = history.then_and_now(edition.number)
            yield [astuple(part) for part in shown.parts] if shown else []
        for ref in (*(line.id for line in desk.view.agreements), *(line.id for line in desk.view.goals)):
            yield [(step.text, step.history) for step in desk.trace(ref)]


@pytest.mark.timeout(240)
def test_no_order_depends_on_an_id_f13(tmp_path: Path) -> None:
    up, down = tmp_path / "up", tmp_path / "down"
    with in_zone():
        copy_of(hold_examples, up)
        hold_with(down, CountingDown())
        assert told_in(up) == told_in(down)


def test_the_plan_that_was_made_last_stands_first_f13(tmp_path: Path) -> None:
    front = front_on(tmp_path, Still(), CountingDown())
    names = ["Ann", "Bob", "Cor", "Dik", "Eva"]
    for name in names:
        front.new_plan(name)
    assert [line.name for line in front.plans()] == names[::-1]
    read = OneFileToRead(places.store_file(tmp_path), clock=Ticking())
    assert [line.name for line in plan_lines(read)] == names[::-1]
    assert [line.name for line in front.plans(limit=2)] == ["Eva", "Dik"]
    front.close()


def test_of_two_things_on_one_day_the_first_that_was_made_is_told_first_f13(tmp_path: Path) -> None:
    front = front_on(tmp_path, Still(), CountingDown())
    desk = front.sit_down(front.new_plan("Ann"))
    for want in ("Lopen.", "Zingen.", "Rusten."):
        with desk._unit_of_work.undoable(None) as act:
            agreement = agreements.add(act, want)
            agreements.change(act, agreement, evaluate_on="2026-12-01")
    assert [line.quote.text for line in desk.history.due() if line.quote] == ["Lopen.", "Zingen.", "Rusten."]
    desk.leave()
    front.close()


@pytest.fixture
def wrong_once(tmp_path: Path) -> Iterator[tuple[Front, Ticking, str]]:
    """A plan with a talk on a clock of 2035 and one today, and an older plan with a talk today."""
    clock = Ticking(datetime(2026, 3, 3, 9, tzinfo=UTC))
    front = open_door(tmp_path, clock)
    front.new_plan("Bea")
    plan = front.new_plan("Ann")
    for days, topic in ((9 * 365, "good-day-bad-day"), (-9 * 365, "two-minutes")):
        clock.now += timedelta(days=days)
        desk = front.sit_down(plan)
        desk.go_topic(topic)
        desk.answer(Spoken("Koffie."))
        desk.leave()
    yield front, clock, plan
    front.close()


def test_a_clock_that_was_wrong_once_is_forgotten_by_the_next_talk_k12(wrong_once: tuple[Front, Ticking, str]) -> None:
    front, _, plan = wrong_once
    ann, bea = front.plans()
    assert (ann.name, ann.last_talk, ann.goes_on_at) == ("Ann", "2026-03-03", "two-minutes")
    desk = front.sit_down(plan)
    place = desk.resume()
    assert place is not None and (place.topic, desk.place.topic) == ("two-minutes", "two-minutes")
    assert bea.name == "Bea"


def test_what_is_typed_after_a_wrong_clock_is_gone_on_with_k12(tmp_path: Path) -> None:
    clock = Ticking(datetime(2035, 3, 3, 9, tzinfo=UTC))
    front = open_door(tmp_path, clock)
    plan = front.new_plan("Ann")
    desk = front.sit_down(plan)
    desk.go_topic("good-day-bad-day")
    desk.answer(Spoken("Koffie."))
    desk.leave()
    clock.now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    desk = front.sit_down(plan)
    desk.go_topic("two-minutes")
    desk.keep_draft("Ik zing")
    desk.leave()
    assert front.sit_down(plan).place.topic == "two-minutes"
    (line,) = front.plans()
    assert "2035" not in plan_line(line, dutch(), "2026-03-03", str).by
    front.close()


def test_a_plan_whose_dates_are_over_is_still_ordered_as_it_was_made_f13(tmp_path: Path) -> None:
    front = front_on(tmp_path, Still(), CountingDown())
    for name in ("Ann", "Bob"):
        desk = front.sit_down(front.new_plan(name))
        with desk._unit_of_work.undoable(None) as act:
            details.fill(act, "look-again", "evaluate-on", "2026-01-01")
        desk.leave()
    assert [line.name for line in front.plans()] == ["Bob", "Ann"]
    front.close()
