"""Who read a plan in a sitting is told in its log, once; also where nothing can be written the plan is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conversation.test_own_files import KEYS, _door
from tests.tools.table import Ticking, open_door, typing
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import StoreBusy
from zlp_tui.plan.audit_line import EVENTS, AuditEntry, AuditLine
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.view import Place

HERE = Place("two-minutes", "two-minutes")


@pytest.fixture(params=["one", "own"])
def front(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Front]:
    """Plans in one file, or each in a locked file of its own."""
    door = open_door if request.param == "one" else _door
    with closing(door(tmp_path, Ticking())) as made:
        yield made


def _lines(front: Front, plan: str) -> tuple[AuditLine, ...]:
    store = front._stores.store_of(plan)
    with store.reading() as session:
        assert check_log(session, plan, store.seal).sound
        return lines_of_plan(session, plan)


def _told(front: Front, plan: str) -> list[tuple[str, str | None, str | None]]:
    """What was told after the plan was begun."""
    return [(line.event, line.person, line.on_behalf_of) for line in _lines(front, plan)[1:]]


def test_opening_is_told_and_each_reader_once_in_a_sitting(front: Front) -> None:
    plan = front.new_plan("Annie de Vries")
    desk = front.sit_down(plan)
    assert _told(front, plan) == [("open", None, None)]
    karim, _ = desk.join("Karim")
    desk.seat([karim.id])
    desk.seat([karim.id, desk.view.client])
    desk.sit_at_keyboard(karim.id)
    client = desk.view.client
    assert _told(front, plan) == [("open", None, None), ("read", karim.id, None), ("read", client, None)]
    desk.go(HERE)
    desk.speak_as(client)
    desk.answer(Spoken("Koffie."))
    assert set(_told(front, plan)[3:]) == {("change", karim.id, client)}
    desk.leave()
    front.sit_down(plan)
    assert _told(front, plan)[-1] == ("open", None, None)
    keyholders = {line.keyholder for line in _lines(front, plan)}
    assert keyholders in ({None}, {KEYS.public.hex()})


def test_who_is_here_by_what_they_say_is_told_with_it(front: Front) -> None:
    plan = front.new_plan("Annie de Vries")
    desk = typing(front.sit_down(plan))
    desk.go(HERE)
    desk.answer(Spoken("Koffie."))
    events = [event for event, *_ in _told(front, plan)]
    assert events.count("open") == events.count("read") == 1 and "change" in events


def test_while_another_writes_one_reads_in_a_file_that_is_not_locked_and_not_in_one_that_is(
    front: Front, tmp_path: Path
) -> None:
    """Whoever can read a file without zlp is not kept out by it; who needs its key is told of first."""
    plan = front.new_plan("Annie de Vries")
    locked = not (tmp_path / "plans.db").exists()
    make: Callable[..., Front] = _door if locked else open_door
    with closing(make(tmp_path, Ticking())) as other:
        with front._stores.store_of(plan).writing():
            if locked:
                with pytest.raises(StoreBusy):
                    other.sit_down(plan)
            else:
                assert other.sit_down(plan).view.client
        desk = other.sit_down(plan)
        desk.seat([desk.view.client])
        assert ("read", desk.view.client, None) in _told(front, plan)


def test_where_nothing_can_be_written_a_plan_is_read_untold(tmp_path: Path) -> None:
    """A stick that cannot be written: somebody may need the plan now."""
    with closing(open_door(tmp_path, Ticking())) as front:
        plan = front.new_plan("Annie de Vries")
        store = front._stores.store_of(plan)
        store._mode = "ro"
        assert front.sit_down(plan).view.client_person.name == "Annie de Vries"
        assert _told(front, plan) == []


def test_each_event_is_told_in_a_sentence_and_what_somebody_made_up_in_none_e09(tmp_path: Path) -> None:
    """Opening is told where nobody said who looked."""
    with closing(open_door(tmp_path, Ticking())) as front:
        plan = front.new_plan("Annie de Vries")
        desk = front.sit_down(plan)
        store, client = front._stores.store_of(plan), desk.view.client
        for day, event in enumerate(EVENTS, start=4):
            at, person = f"2026-03-{day:02}T09:00:00.000Z", None if event == "open" else client
            store.tell(AuditEntry(plan, at, event, person))
        told = desk.history.who_looked()
        assert told.sound and all(len(day.lines) == 1 for day in told.days[:-1])
        assert len({day.lines for day in told.days}) == len(EVENTS) + 1
        with store.writing() as session:
            session.run("DROP TRIGGER audit_stays", ())
            session.run("PRAGMA ignore_check_constraints = ON", ())
            session.run("UPDATE audit SET event = 'nonsense', at = 'ooit' WHERE number > 3", ())
        assert not desk.history.who_looked().sound
