"""A front door on plans that each have a locked file of their own tells and keeps the same as one on a single file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.prepared import dutch, our_script
from tests.tools.table import Counting, Ticking, open_door, typing
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NoKey, NotFound, StoreError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.places import plans_folder
from zlp_tui.plan.view import Place
from zlp_tui.store.own_files.plan_folder import FILE, plans_in
from zlp_tui.store.plan_stores import OwnFiles

KEYS, OTHERS = KeyPair(b"k" * 32), KeyPair(b"o" * 32)


def _door(home: Path, clock: Ticking, keys: KeyPair = KEYS, ids: Counting | None = None) -> Front:
    holder = home / "keyholders" / keys.public.hex()[:8]
    holder.mkdir(parents=True, exist_ok=True)
    stores = OwnFiles(plans_folder(home), holder, keys, clock=clock, durable=False)
    return Front(stores=stores, home=home, script=our_script(), tr=dutch(), clock=clock, new_id=ids or Counting())


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[tuple[Front, Front]]:
    """One on a single file, one on a file per plan; the same clock and ids in both."""
    with closing(open_door(tmp_path / "one", Ticking())) as one, closing(_door(tmp_path / "own", Ticking())) as own:
        yield one, own


def _say(front: Front, plan: str, text: str) -> None:
    desk = typing(front.sit_down(plan))
    desk.go(Place("two-minutes", "two-minutes"))
    desk.answer(Spoken(text))
    desk.leave()


def _told(front: Front) -> list[object]:
    """The lists, and each plan in the words of its letter."""
    plans = front.plans()
    letters = [front.sit_down(line.id) for line in plans]
    told = [plans, front.plans("an"), front.plans_of("annie de vries"), front.notes_of_today.today()]
    told += [[said.text for said in desk.view.statements] for desk in letters]
    for desk in letters:
        desk.leave()
    return told


def test_both_tell_the_same(doors: tuple[Front, Front]) -> None:
    """Two plans of one name, and one of another; ids are drawn in another order, and so left out."""
    told = []
    for front in doors:
        for name in ("Annie de Vries", "Bram Vos", "Annie de Vries"):
            _say(front, front.new_plan(name), f"{name} drinkt koffie.")
        ids = {line.id: f"plan {at}" for at, line in enumerate(front.plans())}
        words = repr(_told(front))
        for plan, known in ids.items():
            words = words.replace(plan, known)
        told.append(words)
    assert told[0] == told[1]


def test_what_was_said_is_there_in_the_next_window_and_for_nobody_else(tmp_path: Path) -> None:
    clock = Ticking()
    with closing(_door(tmp_path, clock)) as front:
        plan = front.new_plan("Annie de Vries")
        _say(front, plan, "Ik drink koffie.")
    with closing(_door(tmp_path, clock)) as again:
        assert again.find("annie de vries") == plan
        assert [said.text for said in again.sit_down(plan).view.statements] == ["Ik drink koffie."]
    with closing(_door(tmp_path, clock, OTHERS)) as other:
        assert other.plans() == ()
        for named in ("Annie de Vries", plan):
            with pytest.raises(NoKey):
                other.find(named)
        with pytest.raises(NoKey):
            other.sit_down(plan)
        with pytest.raises(NoKey):  # of a name nobody can tell whose plan it is who has no key to it
            other.find("Niemand")
    with closing(_door(tmp_path, clock)) as again, pytest.raises(NotFound):
        again.find("Niemand")


def test_two_windows_write_two_plans_and_one_waits_for_the_other(tmp_path: Path) -> None:
    clock, ids = Ticking(), Counting()
    with closing(_door(tmp_path, clock, ids=ids)) as one, closing(_door(tmp_path, clock, ids=ids)) as two:
        first, second = one.new_plan("Annie de Vries"), one.new_plan("Bram Vos")
        desks = [one.sit_down(first), two.sit_down(second), two.sit_down(first)]
        assert [desk.read_only for desk in desks] == [False, False, True]
        desks[0].leave()
        for desk in desks[1:]:
            desk.leave()


def test_a_damaged_plan_keeps_no_other_from_opening(tmp_path: Path) -> None:
    with closing(_door(tmp_path, Ticking())) as front:
        annie, bram = front.new_plan("Annie de Vries"), front.new_plan("Bram Vos")
        file = plans_folder(tmp_path) / annie / FILE
        file.write_bytes(file.read_bytes()[:9000])
        assert [(line.name, line.damaged) for line in front.plans()][:1] == [("Bram Vos", False)]
        assert [line.id for line in front.plans() if line.damaged] == [annie]
        with pytest.raises(StoreError):
            front.sit_down(annie)
        front.sit_down(bram).leave()
        stores = front.stores
        assert isinstance(stores, OwnFiles) and stores.damaged() == (annie,)


def test_who_searches_in_a_list_looks_at_no_file_again_until_a_plan_is_opened_or_begun(tmp_path: Path) -> None:
    """Letter by letter among 10,000 plans: each look at all their files costs more than a key may."""
    with closing(_door(tmp_path, Ticking())) as front:
        annie, bram = front.new_plan("Annie de Vries"), front.new_plan("Bram Vos")
        assert [line.id for line in front.plans("annie")] == [annie], "begun, and not listed since"
        folder = plans_folder(tmp_path) / annie
        away = folder.rename(tmp_path / "away")
        assert front.plans(ended=True) == () and front.notes_of_today.left_today() == 0
        assert [line.id for line in front.plans("annie")] == [annie], "home asks these with its list"
        assert [line.id for line in front.plans()] == [bram]
        away.rename(folder)
        front.sit_down(bram).leave()
        assert [line.id for line in front.plans("annie")] == [annie], "another was opened, so all is looked at"


def test_opening_a_plan_looks_at_no_other_file_for_its_name_until_that_changes(tmp_path: Path) -> None:
    """Between Enter at home and the picture of the plan; one that was begun since is looked for at once."""
    with closing(_door(tmp_path, Ticking())) as front:
        annie, bram = front.new_plan("Annie de Vries"), front.new_plan("Bram Vos")
        front.plans()
        namesake = front.new_plan("Annie de Vries")
        desk = front.sit_down(namesake)
        assert desk.plan_name.startswith("Annie de Vries (")
        desk.leave()
        away = (plans_folder(tmp_path) / annie).rename(tmp_path / "away")
        desk = front.sit_down(namesake)
        assert desk.plan_name.startswith("Annie de Vries ("), "as they were listed last"
        desk.leave()
        away.rename(plans_folder(tmp_path) / annie)
        desk = typing(front.sit_down(bram))
        assert desk.plan_name == "Bram Vos"
        desk.rename(desk.view.client, "Annie de Vries")
        assert desk.plan_name.startswith("Annie de Vries ("), "its own name changed"
        desk.leave()


def test_once_closed_nothing_opens(tmp_path: Path) -> None:
    front = _door(tmp_path, Ticking())
    plan = front.new_plan("Annie de Vries")
    front.close()
    for act in (front.plans, lambda: front.sit_down(plan), lambda: front.new_plan("Bram Vos")):
        with pytest.raises(StoreError):
            act()
    assert plans_in(plans_folder(tmp_path)) == (plan,)
