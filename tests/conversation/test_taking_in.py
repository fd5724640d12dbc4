"""A plan that is taken in and is here already: killed anywhere, the one that is here is as it was or as chosen."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

import pytest

from tests.tools.killed import kill_at, lines_in, moments
from tests.tools.locked import locked_home
from tests.tools.table import Ticking, open_door, typing
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.locked_plans.taking_in import PlansTakenIn
from zlp_tui.errors import Refused
from zlp_tui.places import plans_folder, taken_in_folder
from zlp_tui.plan.view import Place
from zlp_tui.store.own_files.give_key import may_open
from zlp_tui.store.own_files.hand_over import hand_over
from zlp_tui.store.own_files.plan_folder import open_plan
from zlp_tui.store.own_files.renew_key import confirm_key
from zlp_tui.store.store import Store

HERE, THERE = "Koffie bij het raam.", "Slapen tot negen uur."


def _new_id() -> str:
    return str(uuid4())


class Computer:
    """The computer of somebody who has one plan, and the file of another state of it on a stick."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        with closing(open_door(self.home, Ticking())) as front:
            self.plan = front.new_plan("Annie de Vries")
            states = []
            for text in (THERE, HERE):
                desk = typing(front.sit_down(self.plan))
                desk.go(Place("two-minutes", "two-minutes"))
                desk.answer(Spoken(text))
                desk.leave()
                states.append(Path(shutil.copytree(self.home, folder / text[0])))
        self.lock = locked_home(self.home)
        self.file = self._handed_over(states[0])

    def _handed_over(self, other: Path) -> Path:
        """The plan as it stood earlier, on a stick."""
        there = locked_home(other)
        file = other / "stick"
        public = self.lock.who.keys.public
        hand_over(plans_folder(other), self.plan, there.who.keys, file, [public], _new_id, Ticking())
        return file

    @property
    def taking(self) -> PlansTakenIn:
        return PlansTakenIn(self.home, self.lock.who.keys, clock=Ticking(), new_id=_new_id)

    @property
    def said(self) -> list[str]:
        """What stands in the plan that is here."""
        with closing(self._store()) as store, store.reading() as session:
            return [text for (text,) in session.run("SELECT text FROM statement ORDER BY seq", (), of_many=True)]

    def _store(self) -> Store:
        return open_plan(plans_folder(self.home), self.plan, self.lock.who.keys, clock=Ticking())


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_what_differs_is_told_and_nothing_of_it_is_changed(computer: Computer) -> None:
    taken = computer.taking.take_in(computer.file)
    assert taken.differs is not None and taken.differs.only_here and not taken.differs.only_there
    assert computer.said == [THERE, HERE] and computer.taking.waiting() == (computer.plan,)
    computer.taking.keep(computer.plan, "here")
    assert computer.said == [THERE, HERE] and computer.taking.waiting() == ()


def test_killed_while_it_is_taken_in_the_plan_is_as_it_was(computer: Computer) -> None:
    beside = taken_in_folder(computer.home)
    for moment in moments(lines_in(lambda: computer.taking.take_in(computer.file)), 8):
        shutil.rmtree(beside, ignore_errors=True)
        kill_at(lambda: computer.taking.take_in(computer.file), moment)
        assert computer.said == [THERE, HERE]
        with suppress(Refused):
            computer.taking.take_in(computer.file)
        assert computer.taking.waiting() == (computer.plan,)


def test_killed_while_the_other_takes_its_place_the_plan_is_one_of_the_two(computer: Computer, tmp_path: Path) -> None:
    computer.taking.take_in(computer.file)
    kept = Path(shutil.copytree(computer.home, tmp_path / "kept"))
    publics = may_open(plans_folder(computer.home), computer.plan)

    def choose() -> None:
        computer.taking.keep(computer.plan, "taken-in")

    for moment in moments(lines_in(choose), 8):
        shutil.rmtree(computer.home)
        shutil.copytree(kept, computer.home)
        kill_at(choose, moment)
        assert computer.said in ([THERE, HERE], [THERE])
        if computer.taking.waiting():
            choose()
        assert computer.said == [THERE] and may_open(plans_folder(computer.home), computer.plan) == publics
        confirm_key(plans_folder(computer.home), computer.plan)
        assert computer.said == [THERE]
