"""Going back to a copy: it takes the place of the plan, and what was there stays beside it.

A plan that can be read goes the way of a new key, with the copy as its source. One that cannot be read is kept aside as
it is. Who may open it then: who could open the plan now, and where that is not known any more, who could then.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from zlp_tui.errors import KeysDamaged, NotFound, Refused, StoreBusy, StoreDamaged
from zlp_tui.keys.atomic_file import BEGUN, being_made, make_folder, sync_folder, write_whole
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE as SLOTS
from zlp_tui.keys.slots import PlanSlots, file_key, read_slots, write_slots
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.timestamps import instant
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.lock import plan_lock, store_lock
from zlp_tui.store.files.open_file import OpenedFile, keep_as_it_is
from zlp_tui.store.own_files.file_copy import write_copy
from zlp_tui.store.own_files.plan_folder import (
    FILE,
    LockedFile,
    is_sound,
    require_plan,
    require_sound,
    salt_of,
    seal_of,
    unlocked,
)
from zlp_tui.store.own_files.plan_log import tell
from zlp_tui.store.own_files.renew_key import renew_key
from zlp_tui.store.store import PATIENCE

_DAMAGED: Final = "damaged-"


class Restored(NamedTuple):
    """What became of what was there: the file that is kept, and whether it was damaged; None where there was none."""

    kept: Path | None
    was_damaged: bool


def is_damaged(folder: Path, plan: str, keys: KeyPair) -> bool:
    """Whether the plan that is here cannot be read whole. `NoKey` when this keyholder has no key to it, `StoreNewer`
    for one of a later program."""
    try:
        file = unlocked(folder, plan, keys)
        with translating(), closing(connect(file.path, file.key, mode="ro")) as connection:
            require_plan(connection, plan, FILE)
            return not is_sound(connection, FILE)
    except (NotFound, StoreDamaged):
        return True


def restore_copy(
    folder: Path, plan: str, keys: KeyPair, source: LockedFile, *, clock: Callable[[], datetime],
    new_id: Callable[[], str],
) -> Restored:
    """Put a copy in the place of the plan. `StoreBusy` while another window has it; errors as of `renew_key`."""
    if not is_damaged(folder, plan, keys):
        openers = read_slots(folder / plan, plan).may_open()
        kept = renew_key(
            folder, plan, keys, openers, clock=clock, new_id=new_id, source=source, told="restore"
        )
        return Restored(kept, was_damaged=False)
    slots = _slots_for(folder / plan, plan, source, keys)
    if not (folder / plan).is_dir():
        with translating():
            make_folder(folder / plan, lambda made: _lay(made, source, slots, Restoring(plan, keys, clock), new_id))
        return Restored(None, was_damaged=True)
    return Restored(_replace(folder / plan, source, slots, Restoring(plan, keys, clock), new_id), was_damaged=True)


def damaged_files(folder: Path, plan: str) -> tuple[Path, ...]:
    """What is kept of a plan that could not be read when a copy took its place."""
    return tuple(sorted((folder / plan).glob(f"*.{_DAMAGED}*")))


def _slots_for(place: Path, plan: str, source: LockedFile, keys: KeyPair) -> PlanSlots:
    """Those of now, or of the copy where these cannot be read. `Refused` when whoever does this would lose the plan."""
    try:
        slots = read_slots(place, plan)
    except KeysDamaged:
        slots = read_slots(source.path.parent, plan)
    if keys.public not in slots.may_open():
        raise Refused("Whoever gives the plan a new key keeps a key to it.")
    return slots


class Restoring(NamedTuple):
    """Which plan goes back to a copy, and who does that."""

    plan: str
    keys: KeyPair
    clock: Callable[[], datetime]


def _lay(made: Path, source: LockedFile, slots: PlanSlots, who: Restoring, new_id: Callable[[], str]) -> None:
    """The file of the copy and its slots, in a folder."""
    _write(source, who, made / FILE)
    key = file_key(who.plan, salt_of(made / FILE), source.key, slots.may_open(), new_id)
    write_slots(made, PlanSlots(who.plan, (key,)))


def _write(source: LockedFile, who: Restoring, made: Path) -> None:
    """The file of the copy, whose log tells that it was gone back to."""
    with closing(connect(source.path, source.key, mode="frozen")) as connection:
        connection.execute("BEGIN")
        require_plan(connection, who.plan, FILE)
        write_copy(OpenedFile(connection, source.key), made)
    with closing(connect(made, source.key)) as target:
        seal = seal_of(source.key, who.keys)
        tell(target, seal, AuditEntry(who.plan, instant(who.clock()), "restore"))
        target.execute("PRAGMA journal_mode = DELETE")
    with closing(connect(made, source.key, mode="frozen")) as again:
        require_sound(again, FILE)


def _replace(
    place: Path, source: LockedFile, slots: PlanSlots, who: Restoring, new_id: Callable[[], str]
) -> Path | None:
    """Put the copy in the place of a file that cannot be read. Its log goes aside before: it would be read into the
    other file (battery B07)."""
    path, moment = place / FILE, f"{who.clock():%Y%m%d-%H%M%S}-{new_id()[:8]}"
    with translating():
        lock, replacing = plan_lock(path, who.plan), store_lock(path)
        if not (lock.take(PATIENCE) and replacing.take(PATIENCE)):
            lock.release()
            raise StoreBusy("Another window has these plans open. Close it first, then try again.")
        try:
            with being_made(made := place / f"{BEGUN}{FILE}"):
                _write(source, who, made)
                kept = place / f"{FILE}.{_DAMAGED}{moment}"
                if path.is_file():
                    keep_as_it_is(path, kept)
                if (place / SLOTS).is_file():
                    write_whole(place / f"{SLOTS}.{_DAMAGED}{moment}", (place / SLOTS).read_bytes())
                for ending in ("-wal", "-shm"):
                    beside = path.with_name(f"{FILE}{ending}")
                    if beside.exists():
                        beside.rename(place / f"{FILE}.{_DAMAGED}{moment}{ending}")
                sealed = file_key(who.plan, salt_of(made), source.key, slots.may_open(), new_id)
                write_slots(place, slots.with_key(sealed))
                made.replace(path)
                sync_folder(place)
                return kept if kept.exists() else None
        finally:
            replacing.release()
            lock.release()
