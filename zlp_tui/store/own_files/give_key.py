"""Giving somebody a key to a plan: its key, sealed to their public one, in its slots. The plan stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from zlp_tui.errors import StoreBusy
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import read_slots, write_slots
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.own_files.plan_folder import FILE, salt_of, unlocked
from zlp_tui.store.own_files.plan_log import key_entry, tell_in_file
from zlp_tui.store.store import PATIENCE


def give_key(
    folder: Path, plan: str, keys: KeyPair, public: bytes, new_id: Callable[[], str], clock: Callable[[], datetime]
) -> bool:
    """Give a public key a slot of the plan, also while another window has it open; False where it has one. The log
    tells of it first.

    Errors as of `unlocked`; `KeysDamaged` for a key that is none, `StoreBusy` when the file is being replaced or
    written.
    """
    with translating():
        lock = store_lock(folder / plan / FILE)
        if not lock.take(PATIENCE):
            raise StoreBusy("Another window is writing just now. Please try again.")
        try:
            file = unlocked(folder, plan, keys)
            slots = read_slots(folder / plan, plan)
            if public in slots.may_open():
                return False
            given = slots.with_slot(salt_of(file.path), file.key, public, new_id)
            tell_in_file(file, keys, key_entry(plan, clock(), "give-key", public))
            write_slots(folder / plan, given)
            return True
        finally:
            lock.release()


def may_open(folder: Path, plan: str) -> tuple[bytes, ...]:
    """The public keys that open a plan. `KeysDamaged` when its slots cannot be read."""
    return read_slots(folder / plan, plan).may_open()
