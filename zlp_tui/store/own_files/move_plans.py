"""Moving the plans of the one file of before, each into a locked file of its own (decision 0043).

Until the last plan has its folder, the one file is the truth and folders are copies of it. Then it gets another name,
and folders are the truth. Whoever is stopped before that begins again where it was; so each plan is always in a file
that is used. The file of before stays, in the clear, until the user confirms.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreBusy, StoreDamaged, StoreError
from zlp_tui.keys.atomic_file import remove_leftovers, sync_folder
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.file_header import holds_plans
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.own_files.plan_folder import LockedFile, make_plan, plans_in, unlocked
from zlp_tui.store.store import PATIENCE, open_store

MOVED: Final = "moved"
"""How the name of the file of before ends, once its plans have their folders."""


class Moved(NamedTuple):
    """The plans that were moved, by id, and the file of before under its new name; None when there was none."""

    plans: tuple[str, ...]
    kept: Path | None


def move_plans(
    one_file: Path, folder: Path, keys: KeyPair, *, clock: Callable[[], datetime], new_id: Callable[[], str],
    progress: Callable[[int, int], None] = lambda _moved, _of: None,
) -> Moved:
    """Move all plans of a file into folders in `folder`, each with a key for one keyholder. `progress` is told how many
    are moved, of how many.

    `StoreBusy` when another window has the file open; `StoreDamaged` when a plan did not come over as it was, or has a
    folder already in which it is another. The file is then as it was, and a next time goes on from there.
    """
    moving = store_lock(folder)
    if not moving.take(PATIENCE):
        raise _busy()
    try:
        return _moved(one_file, folder, keys, clock, new_id, progress)
    finally:
        moving.release()


def _moved(
    one_file: Path, folder: Path, keys: KeyPair, clock: Callable[[], datetime], new_id: Callable[[], str],
    progress: Callable[[int, int], None],
) -> Moved:
    """The same, by the only window that moves plans: another may have moved them by now."""
    if not holds_plans(one_file):
        return Moved((), None)
    open_store(one_file, clock=clock).close()  # brings it up to date
    lock = store_lock(one_file)
    if not lock.take(PATIENCE):
        raise _busy()
    try:
        remove_leftovers(folder)
        with translating(), _kept_from_changing(one_file) as old:
            plans = tuple(plan for (plan,) in old.execute("SELECT plan_id FROM plan ORDER BY number").fetchall())
            for moved, plan in enumerate(plans):
                progress(moved, len(plans))
                _move(one_file, folder, plan, keys, new_id)
            if os.name == "nt":
                old.close()  # there an open file keeps its name
            return Moved(plans, _put_aside(one_file, clock()))
    finally:
        lock.release()


def moved_files(one_file: Path) -> tuple[Path, ...]:
    """The file of before under its new name, and the copies that were made of it: they are not locked."""
    return tuple(
        path for path in sorted(one_file.parent.glob(f"{one_file.name}.*"))
        if path.name.removeprefix(f"{one_file.name}.").startswith((MOVED, "before-"))
    )


def remove_moved(one_file: Path) -> tuple[Path, ...]:
    """Remove the file of before and the copies that were made of it, once the user says that all is right; what went.

    `StoreError` while the file of before is still in use.
    """
    if one_file.exists():
        raise StoreError("The plans do not all have a file of their own yet.")
    gone = moved_files(one_file)
    with translating():
        for path in gone:
            path.unlink()
        sync_folder(one_file.parent)
    return gone


@contextmanager
def _kept_from_changing(one_file: Path) -> Iterator[dbapi2.Connection]:
    """The file with its log put away, read by us so that nobody can write it meanwhile. `StoreBusy` when it is in use.

    Nobody may open and close the file otherwise in this process: that would let go of the lock.
    """
    with closing(connect(one_file)) as old:
        try:
            alone = old.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
        except dbapi2.OperationalError:
            alone = False
        if not alone:
            raise _busy()
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM plan").fetchone()
        yield old


def _move(one_file: Path, folder: Path, plan: str, keys: KeyPair, new_id: Callable[[], str]) -> None:
    if plan not in plans_in(folder):
        make_plan(folder, plan, [keys.public], new_id, lambda made: _copy(made, one_file, plan))
    _require_same(unlocked(folder, plan, keys), one_file, plan)


def _copy(made: dbapi2.Connection, one_file: Path, plan: str) -> None:
    """All rows of a plan, as they are: also a value that a rule of today would refuse, which its plan tells of.

    The row of the plan itself comes last: triggers of other tables would change it.
    """
    made.execute("PRAGMA foreign_keys = OFF")
    made.execute("PRAGMA ignore_check_constraints = ON")
    with _attached(made, one_file):
        made.execute("BEGIN IMMEDIATE")
        for table, columns in sorted(_tables(made).items(), key=lambda item: item[0] == "plan"):
            made.execute(
                f'INSERT INTO main."{table}" ({columns}) '  # noqa: S608 - our own names
                f'SELECT {columns} FROM old."{table}" WHERE plan_id = ?', (plan,),
            )
        made.execute("COMMIT")


def _require_same(file: LockedFile, one_file: Path, plan: str) -> None:
    """Every row of every table is in both; looked at in the file as it was closed."""
    with closing(connect(file.path, file.key, mode="ro")) as new, _attached(new, one_file):
        for table, columns in _tables(new).items():
            ours = f'SELECT {columns} FROM main."{table}"'  # noqa: S608 - our own names
            theirs = f'SELECT {columns} FROM old."{table}" WHERE plan_id = ?'  # noqa: S608
            for more, less, values in ((ours, theirs, (plan,)), (theirs, ours, (plan,))):
                if new.execute(f"SELECT 1 FROM ({more} EXCEPT {less}) LIMIT 1", values).fetchone() is not None:  # noqa: S608
                    raise StoreDamaged(
                        "A plan has a file of its own already, and it is not the same. Nothing was changed."
                    )


@contextmanager
def _attached(connection: dbapi2.Connection, one_file: Path) -> Iterator[None]:
    connection.execute("ATTACH DATABASE ? AS old KEY ''", (f"file:{quote(str(one_file))}?mode=ro",))
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH DATABASE old")


def _tables(connection: dbapi2.Connection) -> dict[str, str]:
    """The tables of plans, each with the names of its columns."""
    named = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    tables = {}
    for (table,) in connection.execute(named).fetchall():
        asked = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"
        columns = [name for (name,) in connection.execute(asked, (table,))]
        if "plan_id" in columns:
            tables[table] = ", ".join(f'"{name}"' for name in columns)
    return tables


def _put_aside(one_file: Path, at: datetime) -> Path:
    kept = one_file.with_name(f"{one_file.name}.{MOVED}")
    if kept.exists():
        kept = kept.with_name(f"{kept.name}-{at:%Y%m%d-%H%M%S}")
    one_file.rename(kept)
    sync_folder(one_file.parent)
    return kept


def _busy() -> StoreBusy:
    return StoreBusy("Another window has these plans open. Close it first, then try again.")
