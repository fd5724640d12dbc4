"""A plan in a folder of its own: a locked file, and beside it its key, sealed to everybody who may open it.

A folder is made beside its place and renamed whole, so half a plan is never listed (decision 0043).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.errors import KeysDamaged, NotFound, StoreDamaged, StoreFull
from zlp_tui.keys.atomic_file import make_folder
from zlp_tui.keys.derivation import KEY
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE_SALT, PlanSlots, file_key, random_key, read_slots, write_slots
from zlp_tui.plan.audit_line import AuditSeal
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import SCHEMA, connect, version_of
from zlp_tui.store.files.create import make_tables
from zlp_tui.store.files.driver_transaction import driver_of, translating
from zlp_tui.store.files.file_header import holds_plans, looked_at
from zlp_tui.store.files.file_objects import require_own_objects
from zlp_tui.store.files.open_file import is_whole
from zlp_tui.store.store import A_MOMENT, Store, open_store

FILE: Final = "plan.db"

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class LockedFile(NamedTuple):
    """The file of a plan, and what opens it. The key is in no representation."""

    path: Path
    key: bytes

    def __repr__(self) -> str:
        return "LockedFile()"


def plans_in(folder: Path) -> tuple[str, ...]:
    """The ids of all plans that have a folder here, in order; whether they can be opened is seen when they are."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in os.scandir(folder) if _is_id(entry.name) and entry.is_dir()))


def make_plan(
    folder: Path, plan: str, publics: Iterable[bytes], new_id: Callable[[], str],
    fill: Callable[[dbapi2.Connection], None], key: bytes | None = None,
) -> bytes:
    """Make the folder of a plan with the tables and what `fill` puts into them, for these keyholders; the plan's key,
    which is this one or a new one.

    FileExistsError when there is one. What cannot be made whole leaves nothing behind.
    """
    key, may_open = key or random_key(), tuple(publics)

    def fill_folder(made: Path) -> None:
        with translating():
            make_file(made / FILE, key, fill)
            salt = salt_of(made / FILE)
        write_slots(made, PlanSlots(plan, (file_key(plan, salt, key, may_open, new_id),)))

    with translating():
        make_folder(folder / plan, fill_folder)
    return key


def make_file(path: Path, key: bytes, fill: Callable[[dbapi2.Connection], None]) -> None:
    """Make a locked file with the tables and what `fill` puts into them, closed and looked at again.

    Closing a file with a log says nothing when not all came into it, so it is read once more (battery K1).
    """
    lay_private_file(path)
    with closing(connect(path, key, durable=False)) as connection:  # it waits for the disk once, at the end
        make_tables(connection)
        fill(connection)
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise _not_whole()
    with closing(connect(path, key, mode="frozen")) as again:
        require_sound(again, path.name)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def require_sound(connection: dbapi2.Connection, name: str) -> None:
    """`StoreFull` when a file that was just made is not as it must be, `StoreDamaged` when it has not our objects."""
    if not is_sound(connection, name):
        raise _not_whole()


def is_sound(connection: dbapi2.Connection, name: str) -> bool:
    """Whether a locked file has the tables of today and each of its pages is as it was written. `StoreDamaged` when it
    has not our objects."""
    require_own_objects(connection, name)
    if version_of(connection, name) != SCHEMA or not is_whole(connection):
        return False
    return connection.execute("PRAGMA cipher_integrity_check").fetchone() is None


def _not_whole() -> StoreFull:
    return StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")


def salt_of(path: Path) -> bytes:
    """The first bytes of a locked file, by which its key is told; none of one that is too short. OSError as usual."""
    if path.stat().st_size < FILE_SALT:
        return b""
    with looked_at(path) as connection:
        connection.execute(f"PRAGMA key = \"x'{bytes(KEY).hex()}'\"")  # any key: nothing else of the file is read
        ((salt,),) = connection.execute("PRAGMA cipher_salt").fetchall()
        return bytes.fromhex(salt)


def unlocked(folder: Path, plan: str, keys: KeyPair) -> LockedFile:
    """The file of a plan, with the key that opens it.

    `NotFound` without such a plan, `NoKey` when this keyholder has no key to it, `KeysDamaged` when its keys cannot be
    read or are not of this file, `StoreDamaged` when there is no file or an empty one.
    """
    place = folder / plan
    if not _is_id(plan) or not place.is_dir():
        raise NotFound("There is no plan with this number.")
    path = place / FILE
    slots = read_slots(place, plan)
    if not holds_plans(path, b""):  # a locked file, only looked at from outside
        raise StoreDamaged("The file {file} is gone, but there were plans in it.", file=path.name)
    return LockedFile(path, slots.key_of(salt_of(path), keys))


def seal_of(key: bytes, keys: KeyPair) -> AuditSeal:
    """What lines are sealed with in the log of a file with this key, by whoever has these keys."""
    return AuditSeal.of_file(key, keys.public.hex(), keys.at)


def open_plan(
    folder: Path, plan: str, keys: KeyPair, *, clock: Callable[[], datetime], read_only: bool = False,
    durable: bool = True, patience: float = A_MOMENT,
) -> Store:
    """Open the file of one plan, as `open_store` opens one of many. Errors as of `unlocked` and `open_store`.

    Its objects are looked at before anything of it runs.
    """
    file = unlocked(folder, plan, keys)
    store = open_store(
        file.path, file.key, clock=clock, read_only=read_only, durable=durable, patience=patience,
        keyholder=keys.public.hex(), at=keys.at,
    )
    try:
        with store.reading() as session:
            require_plan(driver_of(session), plan, file.path.name)
    except BaseException:
        store.close()
        raise
    return store


def require_plan(connection: dbapi2.Connection, plan: str, name: str) -> None:
    """The file has our objects, and this plan in it and no other."""
    require_own_objects(connection, name)
    if connection.execute("SELECT plan_id FROM plan").fetchall() != [(plan,)]:
        raise KeysDamaged("The file {file} is of another plan. Please go back to a copy.", file=name)


def _is_id(name: str) -> bool:
    return _ID.fullmatch(name) is not None
