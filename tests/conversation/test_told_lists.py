"""A list of today tells words of many plans: in the log of each it is told once a day (decision 0052)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.locked import front_of, home_lock, locked_home
from tests.tools.table import Ticking
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.plan.audit_line import AuditLine
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.store.lists.plan_index import INDEX
from zlp_tui.store.plan_stores import OneFile


@pytest.fixture(params=["one", "own"])
def front(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Front]:
    """Annie walks each day, of Bep something private is agreed, of Cor nothing."""
    lock = home_lock(tmp_path) if request.param == "one" else locked_home(tmp_path)
    with closing(front_of(tmp_path, lock)) as made:
        for name, domain in (("Annie", None), ("Bep", "sexuality-and-intimacy")):
            with made.sit_down(made.new_plan(name))._unit_of_work.undoable(None, sitting=False) as act:
                agreed = agreements.add(act, "Lopen.", domain=domain)
                agreements.step_when(act, agreements.add_step(act, agreed, "Lopen."), "elke dag", range(1, 8), ())
        made.new_plan("Cor")
        yield made


def _lists(front: Front, name: str) -> list[AuditLine]:
    plan = front.find(name)
    store = front.stores.store_of(plan)
    with store.reading() as session:
        assert check_log(session, plan, store.seal).sound
        return [line for line in lines_of_plan(session, plan) if line.event == "list"]


def _another_window(front: Front) -> None:
    """Another window of the same person, which has shown no list yet, shows Annie in one."""
    front.stores.tell_listed({front.find("Annie")}, Ticking()())


def test_the_words_of_a_list_are_told_once_a_day_in_the_plan_that_they_are_of(front: Front) -> None:
    assert front.notes_of_today.today().parts[0].lines[0].what == "Lopen."
    front.notes_of_today.today()
    _another_window(front)
    (told,) = _lists(front, "Annie")
    assert told.person is None and told.outcome == "done"
    assert not _lists(front, "Bep"), "of what is private no word stood there"
    assert not _lists(front, "Cor")
    assert front.plans("annie")
    assert len(_lists(front, "Annie")) == 1, "a list of names tells no word of a plan"


def test_once_a_day_locked_plans_are_told_of_before_the_list_is_asked_for(front: Front) -> None:
    """For a thread: half a second with 30 plans. In one file it takes no time."""
    notes = front.notes_of_today
    tell = notes.telling()
    assert (tell is None) == isinstance(front.stores, OneFile)
    if tell is not None:
        tell()
        assert len(_lists(front, "Annie")) == 1 and notes.telling() is None
    assert notes.today().parts
    assert len(_lists(front, "Annie")) == 1 and notes.telling() is None


def test_a_list_that_cannot_be_told_of_is_told_of_with_the_next_one(tmp_path: Path) -> None:
    """While another writes; and a keyholder whose index was thrown away tells it again, which is no harm."""
    with closing(front_of(tmp_path, locked_home(tmp_path))) as front:
        plan = front.new_plan("Annie")
        with front.stores.store_of(plan).writing():
            _another_window(front)
        assert not _lists(front, "Annie")
        _another_window(front)
        _another_window(front)
        assert len(_lists(front, "Annie")) == 1
        next(tmp_path.rglob(INDEX)).unlink()
        _another_window(front)
        assert len(_lists(front, "Annie")) == 2
