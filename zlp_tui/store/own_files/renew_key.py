"""A new key for a plan: when somebody's key is taken back, what is said from then on is not for them.

The plan is written anew into a file with another key, which takes the place of the old one; that stays beside it until
it is confirmed. The slots have both keys by then, so at any moment the key that is there fits the file that is there.
What somebody with the old key copied before stays readable for them: no key can undo that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.errors import Refused, StoreBusy, StoreFull
from zlp_tui.keys.atomic_file import BEGUN, being_made, sync_folder
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import PlanSlots, file_key, random_key, read_slots, write_slots
from zlp_tui.plan.audit_line import AuditEntry, AuditEvent, AuditSeal
from zlp_tui.plan.queries.audit_log import new_chain
from zlp_tui.plan.timestamps import instant
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.lock import plan_lock, store_lock
from zlp_tui.store.files.open_file import OpenedFile, keep_as_it_is
from zlp_tui.store.own_files.plan_folder import (
    FILE,
    LockedFile,
    require_plan,
    require_sound,
    salt_of,
    seal_of,
    unlocked,
)
from zlp_tui.store.own_files.plan_log import key_entry, tell
from zlp_tui.store.store import PATIENCE

_BEFORE: Final = "plan.db.before-"


def renew_key(
    folder: Path, plan: str, keys: KeyPair, may_open: Collection[bytes], *, clock: Callable[[], datetime],
    new_id: Callable[[], str], source: LockedFile | None = None, told: AuditEvent = "take-in",
) -> Path:
    """Give a plan a new key that only these public keys open; the file as it was, which stays until it is confirmed.

    With a `source` the plan becomes what stands in that file, which is another one of the same plan; its log tells of
    that as what was `told`.

    `Refused` when whoever does this would lose the plan by it; `StoreBusy` when another window has it open; `NoKey`
    and the other errors of `unlocked`. Nothing is changed then.
    """
    if keys.public not in may_open:
        raise Refused("Whoever gives the plan a new key keeps a key to it.")
    old = unlocked(folder, plan, keys)
    lock, replacing = plan_lock(old.path, plan), store_lock(old.path)
    with translating():
        if not (lock.take(PATIENCE) and replacing.take(PATIENCE)):
            lock.release()
            raise _busy()
        made = old.path.with_name(f"{BEGUN}{FILE}")
        try:
            with being_made(made), closing(connect(old.path, old.key)) as connection:
                _require_alone(connection)
                key = random_key()
                before = read_slots(folder / plan, plan)
                gone = [public for public in before.may_open() if public not in may_open]
                lines = [key_entry(plan, clock(), "take-key", public) for public in gone]
                if source is not None:
                    lines.append(AuditEntry(plan, instant(clock()), told))
                _write(connection, source or old, made, NewKey(plan, key, keys, instant(clock()), tuple(lines)))
                write_slots(folder / plan, _slots_of_both(folder / plan, before, old.key, made, key, may_open, new_id))
                kept = old.path.with_name(f"{_BEFORE}{clock():%Y%m%d-%H%M%S}-{new_id()[:8]}")
                keep_as_it_is(old.path, kept, OpenedFile(connection, old.key))
                if os.name == "nt":
                    connection.close()  # there an open file keeps its name
                made.replace(old.path)
                sync_folder(folder / plan)
                return kept
        finally:
            replacing.release()
            lock.release()


class NewKey(NamedTuple):
    """The key of a file in which a plan is written anew, who gave it and when, and what the log tells beside that."""

    plan: str
    key: bytes
    keys: KeyPair
    at: str
    told: tuple[AuditEntry, ...] = ()
    without: tuple[str, ...] = ()
    """Tables whose rows stay behind: they are not for who gets the file."""

    def __repr__(self) -> str:
        return "NewKey()"


def _write(connection: dbapi2.Connection, source: LockedFile, made: Path, new: NewKey) -> None:
    if source.path == made.with_name(FILE):
        write_anew(connection, source.key, made, new)
        return
    with closing(connect(source.path, source.key, mode="ro")) as other:
        other.execute("BEGIN")
        require_plan(other, new.plan, source.path.name)
        write_anew(other, source.key, made, new)


def confirm_key(folder: Path, plan: str) -> tuple[Path, ...]:
    """Remove what was kept of a plan under its earlier keys, and these keys; what went. `StoreBusy` while another
    window gives somebody a key."""
    with translating():
        lock = store_lock(folder / plan / FILE)
        if not lock.take(PATIENCE):
            raise _busy()
        try:
            gone = former_files(folder, plan)
            for path in gone:
                path.unlink()
            write_slots(folder / plan, read_slots(folder / plan, plan).only(salt_of(folder / plan / FILE)))
            return gone
        finally:
            lock.release()


def former_files(folder: Path, plan: str) -> tuple[Path, ...]:
    """What is kept of a plan under its earlier keys."""
    return tuple(sorted((folder / plan).glob(f"{_BEFORE}*")))


def _require_alone(connection: dbapi2.Connection) -> None:
    """Nobody else has the file open, its log is put away, and from now on nobody can write it."""
    try:
        alone = connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    except dbapi2.OperationalError:
        alone = False
    if not alone:
        raise _busy()
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM plan").fetchone()


def write_anew(connection: dbapi2.Connection, former: bytes, made: Path, new: NewKey) -> None:
    """The plan in a file with another key, closed and compared with what it was made from, row by row. Its log goes on
    there as the next chain, in which the last line of the `former` key is sealed."""
    key, begins = new.key, new_chain(new.plan, new.at, AuditSeal.of_file(former).key)
    lay_private_file(made)
    with closing(connect(made, key, durable=False)) as target:  # it waits for the disk once, at the end
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("PRAGMA secure_delete = ON")
        for table in new.without:
            target.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a name of ours
        tell(target, seal_of(key, new.keys), begins, *new.told)
    with closing(connect(made, key, mode="frozen")) as again:
        require_sound(again, made.name)
        ((lines,),) = connection.execute("SELECT count(*) FROM audit").fetchall()
        if _digest(again, lines, new.without) != _digest(connection, lines, new.without):
            raise StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")
    with made.open("rb") as file:
        os.fsync(file.fileno())


def _slots_of_both(
    place: Path, before: PlanSlots, old_key: bytes, made: Path, key: bytes, may_open: Collection[bytes],
    new_id: Callable[[], str],
) -> PlanSlots:
    """The slots of the file that is there and of the one that comes, and of those that are kept; all for these
    keyholders only."""
    here = {salt_of(path) for path in (place / FILE, *place.glob(f"{_BEFORE}*"))}
    slots = PlanSlots(before.plan, tuple(each for each in before.keys if each.salt in here))
    for public in slots.may_open():
        if public not in may_open:
            slots = slots.without(public)
    salt = salt_of(place / FILE)
    for public in may_open:
        if public not in slots.may_open():
            slots = slots.with_slot(salt, old_key, public, new_id)
    return slots.with_key(file_key(before.plan, salt_of(made), key, may_open, new_id))


def _digest(connection: dbapi2.Connection, lines: int, without: Collection[str]) -> str:
    """All rows of all tables but these; of the log so many lines, and not how many there are."""
    said = hashlib.blake2b()
    named = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    for (table,) in sorted(connection.execute(named).fetchall()):
        said.update(table.encode())
        if table == "audit_head" or table in without:
            continue
        some = f" WHERE number <= {lines}" if table == "audit" else ""
        rows = connection.execute(f'SELECT * FROM "{table}"{some}').fetchall()  # noqa: S608 - the file's own names
        said.update("\n".join(sorted(map(repr, rows))).encode("utf-8", "surrogatepass"))
    return said.hexdigest()


def _busy() -> StoreBusy:
    return StoreBusy("Another window has these plans open. Close it first, then try again.")
