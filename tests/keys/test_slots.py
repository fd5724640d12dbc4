"""The keys of one plan, and what becomes of a file of them that was changed, cut, or is of another plan."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.errors import KeysDamaged, NoKey, StoreNewer
from zlp_tui.keys.checked_json import _checksum
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE, PlanSlots, file_key, random_key, read_slots, write_slots

PLAN, OTHER_PLAN = "8f7a3a86-7d4d-4fc1-b9a4-a6e5d3f3a1c1", "f0d0a8a2-03f4-4b06-8ac3-6a4f9f4b2f10"
SALT, NEXT = b"s" * 16, b"n" * 16


def _id() -> str:
    return str(uuid4())


def _slots(key: bytes, *holders: KeyPair, plan: str = PLAN) -> PlanSlots:
    return PlanSlots(plan, (file_key(plan, SALT, key, [holder.public for holder in holders], _id),))


def test_everybody_who_was_given_a_key_opens_the_plan_and_nobody_else(tmp_path: Path) -> None:
    annie, sanne, karim = KeyPair.random(), KeyPair.random(), KeyPair.random()
    key = random_key()
    write_slots(tmp_path, _slots(key, annie, sanne))
    read = read_slots(tmp_path, PLAN)
    assert read.key_of(SALT, annie) == read.key_of(SALT, sanne) == key
    with pytest.raises(NoKey):
        read.key_of(SALT, karim)


@given(st.lists(st.tuples(st.sampled_from(["give", "take"]), st.integers(0, 3)), max_size=12))
def test_giving_and_taking_keys_in_any_order(acts: list[tuple[str, int]]) -> None:
    """Who was given a key last, and from whom it was not taken since, opens the plan; each has one slot."""
    holders, key = [KeyPair.random() for _ in range(4)], random_key()
    slots, may = _slots(key), set[int]()
    for act, who in acts:
        public = holders[who].public
        slots = slots.with_slot(SALT, key, public, _id) if act == "give" else slots.without(public)
        may = may | {who} if act == "give" else may - {who}
    assert sorted(slots.may_open()) == sorted(holders[who].public for who in may)
    for who, holder in enumerate(holders):
        if who in may:
            assert slots.key_of(SALT, holder) == key
        else:
            with pytest.raises(NoKey):
                slots.key_of(SALT, holder)


def test_while_a_plan_gets_a_new_key_either_file_opens() -> None:
    annie, old, new = KeyPair.random(), random_key(), random_key()
    both = _slots(old, annie).with_key(file_key(PLAN, NEXT, new, [annie.public], _id))
    assert (both.key_of(SALT, annie), both.key_of(NEXT, annie)) == (old, new)
    after = both.only(NEXT)
    assert after.key_of(NEXT, annie) == new
    with pytest.raises(KeysDamaged):
        after.key_of(SALT, annie)


def test_a_slot_of_another_plan_opens_nothing(tmp_path: Path) -> None:
    """The file is another's, or it says that it is this plan's and the slots in it are not."""
    annie = KeyPair.random()
    write_slots(tmp_path, _slots(random_key(), annie, plan=OTHER_PLAN))
    with pytest.raises(KeysDamaged):
        read_slots(tmp_path, PLAN)
    moved = PlanSlots(PLAN, _slots(random_key(), annie, plan=OTHER_PLAN).keys)
    with pytest.raises(KeysDamaged):
        moved.key_of(SALT, annie)


def test_every_cut_and_every_flip_is_damage(tmp_path: Path) -> None:
    write_slots(tmp_path, _slots(random_key(), KeyPair.random()))
    whole = (tmp_path / FILE).read_bytes()
    changed = [whole[:at] for at in range(0, len(whole) - 1, 13)]
    changed += [whole[:at] + bytes([whole[at] ^ 0x02]) + whole[at + 1:] for at in range(0, len(whole), 5)]
    for content in changed:
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises((KeysDamaged, StoreNewer)):
            read_slots(tmp_path, PLAN)


def test_a_slot_that_was_edited_with_care_opens_nothing(tmp_path: Path) -> None:
    annie = KeyPair.random()
    write_slots(tmp_path, _slots(random_key(), annie))
    edited = json.loads((tmp_path / FILE).read_text())
    slot = edited["keys"][0]["slots"][0]
    slot["sealed"] = slot["sealed"][:-2] + f"{int(slot['sealed'][-2:], 16) ^ 1:02x}"
    (tmp_path / FILE).write_text(json.dumps(edited | {"check": _checksum(edited)}))
    with pytest.raises(KeysDamaged):
        read_slots(tmp_path, PLAN).key_of(SALT, annie)


@pytest.mark.parametrize("edit", [
    lambda file: file | {"version": 7},
    lambda file: file | {"plan": "../../etc"},
    lambda file: file | {"keys": []},
    lambda file: file | {"keys": file["keys"] * 2},
    lambda file: file | {"keys": file["keys"] * 300},
    lambda file: file | {"keys": [{"file": "zz" * 16, "slots": []}]},
    lambda file: file | {"keys": [file["keys"][0] | {"slots": file["keys"][0]["slots"] * 2}]},
])
def test_what_cannot_be_is_refused(
    tmp_path: Path, edit: Callable[[dict[str, object]], dict[str, object]]
) -> None:
    write_slots(tmp_path, _slots(random_key(), KeyPair.random()))
    edited = edit(json.loads((tmp_path / FILE).read_text()))
    (tmp_path / FILE).write_text(json.dumps(edited | {"check": _checksum(edited)}))
    with pytest.raises((KeysDamaged, StoreNewer)):
        read_slots(tmp_path, PLAN)


def test_slots_that_are_gone_are_no_plan_without_a_lock(tmp_path: Path) -> None:
    with pytest.raises(KeysDamaged):
        read_slots(tmp_path, PLAN)


def test_no_key_stands_in_the_file(tmp_path: Path) -> None:
    """E01."""
    key = random_key()
    write_slots(tmp_path, _slots(key, KeyPair.random()))
    content = (tmp_path / FILE).read_bytes()
    assert key not in content and key.hex().encode() not in content
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
