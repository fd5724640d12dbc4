"""A plan taken along in one file, locked for the keyholders it is given to, and taken in on another computer.

    zlpplan1 | length of the slots, 4 bytes | slots, as in slots.json | the file, with a key of its own

Nothing in it names a file or a folder. Taking in never lays anything over what is there.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from zlp_tui.errors import KeysDamaged, Refused
from zlp_tui.keys.atomic_file import BEGUN, being_made, damaged, make_folder, remove_leftovers, sync_folder
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE_SALT, PlanSlots, file_key, random_key, slots_content, slots_in, write_slots
from zlp_tui.plan.audit_line import AuditEntry, AuditSeal
from zlp_tui.plan.timestamps import instant
from zlp_tui.private_file import new_private_file
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.own_files.plan_folder import FILE, is_sound, require_plan, salt_of, seal_of, unlocked
from zlp_tui.store.own_files.plan_log import key_entry, tell, tell_in_file
from zlp_tui.store.own_files.renew_key import NewKey, write_anew

_BEGINS: Final = b"zlpplan1"
_LENGTH: Final = 4
_MOST_SLOTS: Final = 1 << 20
_PAGE: Final = 4096
_MADE_BY_US: Final = re.compile(re.escape(BEGUN) + r"[0-9a-f-]{36}\.(?:db|plan)(?:-wal|-shm|-journal|\.lock)?")
"""What stands beside a file that is being written; in a folder of somebody else nothing else is ours."""

NUMBERS: Final = "citizen_number"
"""The table that is left out of a copy for another."""


def hand_over(
    folder: Path, plan: str, keys: KeyPair, to: Path, may_open: Collection[bytes], new_id: Callable[[], str],
    clock: Callable[[], datetime], *, with_number: bool = False,
) -> None:
    """Write all of a plan into one file, which these public keys open. Another window may have the plan open meanwhile.
    The citizen service number stays behind, unless it is said that it goes along.

    The log of the plan tells of it first, for each who may open the file. `Refused` when there is a file of this name
    already, or nobody could open it; errors as of `unlocked` and `tell_in_file`.
    """
    if not may_open:
        raise Refused("Say who may open the file.")
    if os.path.lexists(to):
        raise Refused("There is a file of this name already: {file}. Choose another name.", file=to.name)
    old = unlocked(folder, plan, keys)
    locked, made = (to.with_name(f"{BEGUN}{new_id()}{ending}") for ending in (".db", ".plan"))
    with translating():
        remove_leftovers(to.parent, _MADE_BY_US)
        with being_made(locked), being_made(made):
            key, at = random_key(), clock()
            stays = () if with_number else (NUMBERS,)
            tell_in_file(old, keys, *(key_entry(plan, at, "hand-over", public) for public in may_open))
            with closing(connect(old.path, old.key, mode="ro")) as connection:
                connection.execute("BEGIN")
                write_anew(connection, old.key, locked, NewKey(plan, key, keys, instant(at), without=stays))
            slots = slots_content(PlanSlots(plan, (file_key(plan, salt_of(locked), key, may_open, new_id),)))
            _join(made, slots, locked)
            made.replace(to)
        sync_folder(to.parent)


def _join(made: Path, slots: bytes, locked: Path) -> None:
    handle = new_private_file(made)
    with os.fdopen(handle, "wb") as whole, locked.open("rb") as file:
        whole.write(_BEGINS + len(slots).to_bytes(_LENGTH, "big") + slots)
        shutil.copyfileobj(file, whole)
        whole.flush()
        os.fsync(whole.fileno())


def plan_handed_over(file: Path, keys: KeyPair) -> str:
    """The id of the plan in a file that was handed over to this keyholder. Errors as of `take_in`."""
    with translating():
        if file.is_symlink() or not file.is_file():
            raise _no_plan(file)
        with file.open("rb") as opened:
            slots = _slots(opened, file)
            slots.key_of(opened.read(FILE_SALT), keys)
    return slots.plan


def take_in(file: Path, folder: Path, keys: KeyPair, clock: Callable[[], datetime]) -> str:
    """Take in a plan that was handed over, with the keys that it came with; its id. Its log tells of it.

    `Refused` when the plan is here already: nothing of it is changed. `NoKey` when it was not locked for this
    keyholder, `KeysDamaged` or `StoreDamaged` for a file that is damaged or none of ours, `StoreNewer` for one of a
    later program.
    """
    with translating():
        if file.is_symlink() or not file.is_file():
            raise _no_plan(file)
        with file.open("rb") as opened:
            slots = _slots(opened, file)
            salt = opened.read(FILE_SALT)
            key = slots.key_of(salt, keys)
            if (folder / slots.plan).exists():
                raise Refused("This plan is here already. Nothing was changed.")
            told = AuditEntry(slots.plan, instant(clock()), "take-in")
            seal = seal_of(key, keys)

            def lay(made: Path) -> None:
                _lay(made, opened, salt, key, slots)
                _tell(made / FILE, key, seal, told)

            make_folder(folder / slots.plan, lay)
    return slots.plan


def _slots(opened: BinaryIO, file: Path) -> PlanSlots:
    begins = opened.read(len(_BEGINS) + _LENGTH)
    size = int.from_bytes(begins[len(_BEGINS):], "big")
    if begins[:len(_BEGINS)] != _BEGINS or not 0 < size <= _MOST_SLOTS:
        raise _no_plan(file)
    slots = slots_in(opened.read(size), file.name)
    if (file.stat().st_size - opened.tell()) % _PAGE:  # it was cut, or there is more behind it
        raise _no_plan(file)
    return slots


def _lay(made: Path, opened: BinaryIO, salt: bytes, key: bytes, slots: PlanSlots) -> None:
    handle = new_private_file(made / FILE)
    with os.fdopen(handle, "wb") as whole:
        whole.write(salt)
        shutil.copyfileobj(opened, whole)
        whole.flush()
        os.fsync(whole.fileno())
    with closing(connect(made / FILE, key, mode="frozen")) as connection:
        if not is_sound(connection, FILE):
            raise damaged(FILE)
        require_plan(connection, slots.plan, FILE)
    write_slots(made, slots)


def _tell(path: Path, key: bytes, seal: AuditSeal, told: AuditEntry) -> None:
    with closing(connect(path, key)) as connection:
        tell(connection, seal, told)
        connection.execute("PRAGMA journal_mode = DELETE")
    with closing(connect(path, key, mode="frozen")) as again:
        if not is_sound(again, FILE):
            raise damaged(FILE)


def _no_plan(file: Path) -> KeysDamaged:
    return KeysDamaged("{file} is no plan that was handed over, or it is damaged.", file=file.name)
