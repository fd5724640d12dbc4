"""The list of plans of one keyholder: a locked file with what lists read of the plans that they may open.

It has the tables of a plan's file, so every query over many plans (home, search, due, today) runs on it unchanged, and
of each table only the columns that these queries read; others are empty. It is a copy, made anew when it is gone,
damaged or of another schema. A plan's own file is the truth: where it changed since, its rows are copied again.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple
from zlib import crc32

from sqlcipher3 import dbapi2

from zlp_tui.errors import NoKey, StoreError
from zlp_tui.keys.atomic_file import BEGUN, being_made
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE as SLOTS
from zlp_tui.plan.transaction import Transaction
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.access_mode import opened
from zlp_tui.store.files.connection import SCHEMA, connect, version_of
from zlp_tui.store.files.create import make_tables
from zlp_tui.store.files.driver_transaction import transaction, translating
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.file_objects import require_own_objects
from zlp_tui.store.files.file_reader import with_todays_tables
from zlp_tui.store.own_files.plan_folder import FILE, LockedFile, plans_in, unlocked

INDEX: Final = "index.db"

EmptyValues = Mapping[str, str | int | bytes]
"""By column what stands where nothing is copied and SQLite wants a value."""

READ: Final[Mapping[str, str]] = MappingProxyType({
    "agreement": "plan_id id seq withdrawn_at domain goal replaces from_on until_on evaluate_on ended_on",
    "change": "plan_id seq by on_date at",
    "choice": "plan_id id seq withdrawn_at domain replaces chosen revisit_on thinking_until",
    "consideration": "plan_id id option withdrawn_at",
    "conversation":
        "plan_id id seq withdrawn_at started started_on resume_topic resume_step resume_item resume_route",
    "detail": "plan_id id seq withdrawn_at topic field value words",
    "disagreement": "plan_id id seq withdrawn_at about said_on ended_on",
    "edition": "plan_id id seq withdrawn_at agreed_on",
    "evaluation": "plan_id id seq withdrawn_at held_on closed_on",
    "goal": "plan_id id withdrawn_at domain status",
    "grant": "plan_id id",
    "keyboard_user": "plan_id person at",
    "notice": "plan_id id seq withdrawn_at notice shown_on",
    "open_question": "plan_id id choice withdrawn_at",
    "option": "plan_id id choice withdrawn_at",
    "option_source": "plan_id id option withdrawn_at",
    "person": "plan_id id withdrawn_at kind name folded salutation",
    "progress": "plan_id id seq withdrawn_at about done happened_on part_of_day",
    "reason": "plan_id id choice withdrawn_at",
    "remark": "plan_id id seq withdrawn_at about kind voice said_on done_with told_back_on",
    "seen": "plan_id person seq",
    "small_step":
        "plan_id id seq withdrawn_at agreement what weekdays part_of_day parts_of_day every_weeks weeks_from",
    "statement": "plan_id id withdrawn_at topic domain",
    "task": "plan_id id seq withdrawn_at agreement person",
    "wish_not_met": "plan_id id seq withdrawn_at about ask_again_on",
    "plan": "plan_id id ended_on last_talk talked_on goes_on_at",
})
"""What lists read, by table."""

_FEW: Final[Mapping[str, str]] = MappingProxyType({
    "change": ' AND (seq = 1 OR seq IN (SELECT max(seq) FROM change WHERE plan_id = ? GROUP BY "by"))',
})
"""Of which tables not all rows are read: of the history its beginning, and the last of each person."""

_WHAT_IS_READ: Final = f"{crc32(repr((READ, _FEW)).encode()):08x}"
"""Differs where an index was made by a program whose lists read something else."""

_STAMPS: Final = """
CREATE TABLE indexed (plan_id TEXT NOT NULL PRIMARY KEY, stamp TEXT NOT NULL, number INTEGER) STRICT, WITHOUT ROWID
"""

_LISTED: Final = "CREATE TABLE listed (plan_id TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID"
"""On which day it was told last in the log of a plan that words of it stood in a list."""

_TRIGGERS: Final = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'person'"
"""What a plan's file keeps up to date or keeps from changing; only the index of names is kept up to date here."""

_NUMBERED: Final = """
UPDATE plan SET number = made.number FROM (
    SELECT plan.plan_id, row_number() OVER (ORDER BY indexed.number, first.at, plan.plan_id) AS number
    FROM plan JOIN indexed ON indexed.plan_id = plan.plan_id
    LEFT JOIN change AS first ON first.plan_id = plan.plan_id AND first.seq = 1
) AS made WHERE made.plan_id = plan.plan_id
"""
"""A plan's number is its place among the plans of a list, in the order in which they were made: by the number that it
has in its file, which was the next one here or elsewhere; a clock may have been wrong."""

_IS_LISTED: Final = "SELECT plan_id FROM indexed WHERE plan_id = ? OR ? IS NULL LIMIT 1"

NEXT_NUMBER: Final = "SELECT coalesce(max(number), 0) + 1 FROM indexed"


class IndexedPlans(NamedTuple):
    """One look at all plans, and why some cannot be read, by their ids."""

    session: Transaction
    troubles: Mapping[str, StoreError]


@contextmanager
def reading_index(
    holder: Path, folder: Path, keys: KeyPair, *, anew: bool = True, among: str | None = None
) -> Iterator[IndexedPlans]:
    """The plans in `folder` that this keyholder may open, as they are now, or as they were listed last where that need
    not be looked at `anew`; it is where the plan `among` was not listed. `holder` is the keyholder's own folder.

    Where nothing can be written the list is made in memory. While another window brings it up to date, it is read as
    it was.
    """
    with translating(), closing(_opened(holder / INDEX, keys.key_for("index"))) as index:
        troubles: dict[str, StoreError] = {}
        if anew or index.execute(_IS_LISTED, (among, among)).fetchone() is None:
            with suppress(dbapi2.OperationalError):
                index.execute("BEGIN IMMEDIATE")
            if index.in_transaction:
                with _committed(index):
                    troubles = _brought_up_to_date(index, folder, keys)
        with transaction(index, "BEGIN") as session:
            yield IndexedPlans(session, MappingProxyType(troubles))


def once_a_day(holder: Path, keys: KeyPair, day: str, plans: Collection[str], tell: Callable[[str], None]) -> None:
    """Tell something of each of these plans of which it was not told on this day, an ISO date. What cannot be told of
    one of them is left for the next time."""
    with translating(), closing(_opened(holder / INDEX, keys.key_for("index"))) as index:
        told = {plan for (plan,) in index.execute("SELECT plan_id FROM listed WHERE day = ?", (day,)).fetchall()}
        for plan in plans:
            if plan not in told:
                with suppress(StoreError):
                    tell(plan)
                    index.execute("INSERT OR REPLACE INTO listed VALUES (?, ?)", (plan, day))


@contextmanager
def reading_plan(folder: Path, plan: str, keys: KeyPair) -> Iterator[Transaction]:
    """One look at one plan in `folder`, whose file is closed afterwards. Errors as of `unlocked`, and of a store."""
    file = unlocked(folder, plan, keys)
    with (
        translating(),
        closing(_opened_plan(file)) as own,
        with_todays_tables(own, file.path.name, file.key) as current,
        transaction(current, "BEGIN") as session,
    ):
        yield session


@contextmanager
def _committed(index: dbapi2.Connection) -> Iterator[None]:
    try:
        yield
        index.execute("COMMIT")
    except BaseException:
        if index.in_transaction:
            index.execute("ROLLBACK")
        raise


def _opened(path: Path, key: bytes) -> dbapi2.Connection:
    try:
        return _usable(path, key)
    except (dbapi2.Error, StoreError, OSError):
        pass
    try:
        return _made(path, key)
    except (dbapi2.Error, StoreError, OSError):
        index = connect(path, key, mode="memory")
        _fill(index)
        return index


def _usable(path: Path, key: bytes) -> dbapi2.Connection:
    """The index that is there; errors of any kind when it cannot be used."""
    if path.is_symlink():
        raise FileExistsError(path)
    index = connect(path, key, durable=False)
    try:
        current = version_of(index, path.name) == SCHEMA
        index.execute("SELECT count(number), (SELECT count(day) FROM listed) FROM indexed").fetchone()
        if not current:
            raise StoreError("The plans could not be read or kept.")
        _without_rules(index)
    except BaseException:
        index.close()
        raise
    return index


def _made(path: Path, key: bytes) -> dbapi2.Connection:
    """A new one in the place of whatever is there."""
    with being_made(made := path.with_name(f"{BEGUN}{path.name}-{secrets.token_hex(4)}")):
        lay_private_file(made)
        with closing(connect(made, key, durable=False)) as index:
            _fill(index)
            index.execute("PRAGMA journal_mode = DELETE")
        for ending in ("-wal", "-shm"):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        made.replace(path)
    return _usable(path, key)


def _fill(index: dbapi2.Connection) -> None:
    make_tables(index)
    index.execute(_STAMPS)
    index.execute(_LISTED)
    for (trigger,) in index.execute(_TRIGGERS).fetchall():
        index.execute(f'DROP TRIGGER "{trigger}"')
    _without_rules(index)


def _without_rules(index: dbapi2.Connection) -> None:
    """What is copied is as it is in its plan, and refers to rows that are not here."""
    index.execute("PRAGMA foreign_keys = OFF")
    index.execute("PRAGMA ignore_check_constraints = ON")


def _brought_up_to_date(index: dbapi2.Connection, folder: Path, keys: KeyPair) -> dict[str, StoreError]:
    """Copy what changed; why some plans cannot be read."""
    here = {plan: _stamp(f"{folder}/{plan}") for plan in plans_in(folder)}
    known = dict(index.execute("SELECT plan_id, stamp FROM indexed").fetchall())
    stale = [plan for plan, stamp in here.items() if known.get(plan) != stamp]
    gone = [plan for plan in known if plan not in here]
    troubles = {}
    for plan in (*gone, *(plan for plan in stale if plan in known)):
        _forget(index, plan)
    needed = needed_beside(index) if stale else {}
    for plan in stale:
        number = None
        try:
            number = _copy(index, folder, plan, keys, needed)
        except NoKey:
            _forget(index, plan)
        except (StoreError, dbapi2.Error) as error:
            _forget(index, plan)
            troubles[plan] = error if isinstance(error, StoreError) else translated(error)
            continue
        index.execute("INSERT INTO indexed VALUES (?, ?, ?)", (plan, here[plan], number))
    if stale or gone:
        index.execute("UPDATE plan SET number = NULL")
        index.execute(_NUMBERED)
    return troubles


def _stamp(place: str) -> str:
    """What changes when the plan does, or who may open it, or what lists read. Home asks it of 10,000 plans, so its
    path is text."""
    told = [_WHAT_IS_READ]
    for name in (FILE, f"{FILE}-wal", SLOTS):
        try:
            status = os.stat(f"{place}/{name}")  # noqa: PTH116 - making a `Path` takes twice as long as the look
        except OSError:
            told.append("-")
        else:
            told.append(f"{status.st_dev}:{status.st_ino}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(told)


def _forget(index: dbapi2.Connection, plan: str) -> None:
    for table in (*READ, "indexed"):
        index.execute(f'DELETE FROM "{table}" WHERE plan_id = ?', (plan,))  # noqa: S608 - our own names


def _copy(
    index: dbapi2.Connection, folder: Path, plan: str, keys: KeyPair, needed: Mapping[str, EmptyValues]
) -> int | None:
    """Copy what lists read of a plan; the number that it has in its file."""
    file = unlocked(folder, plan, keys)
    with closing(_opened_plan(file)) as own:
        if version_of(own, file.path.name) == SCHEMA:
            require_own_objects(own, file.path.name)
        with with_todays_tables(own, file.path.name, file.key) as current:
            current.execute("BEGIN")
            for table, columns in READ.items():
                _copy_table(current, index, table, columns.split(), plan, needed.get(table, {}))
            ((number,),) = current.execute("SELECT number FROM plan").fetchall()
            current.execute("ROLLBACK")
            return None if number is None else int(number)


def _opened_plan(file: LockedFile) -> dbapi2.Connection:
    """A connection that reads the plan; looked at as a whole only where the usual way does not work."""
    with suppress(dbapi2.OperationalError):
        own = connect(file.path, file.key, mode="ro")
        try:
            own.execute("SELECT count(*) FROM plan").fetchone()
        except BaseException:
            own.close()
            raise
        return own
    return opened(file.path, file.key)[0]


def _copy_table(
    own: dbapi2.Connection, index: dbapi2.Connection, table: str, columns: list[str], plan: str, empty: EmptyValues
) -> None:
    read = ", ".join(f'"{column}"' for column in columns)
    few = _FEW.get(table, "")
    rows = own.execute(
        f'SELECT {read} FROM "{table}" WHERE plan_id = ?{few}', (plan,) * (2 if few else 1)  # noqa: S608 - our own names
    ).fetchall()
    if not rows:
        return
    names = ", ".join([read, *(f'"{name}"' for name in empty)])
    places = ", ".join("?" * (len(columns) + len(empty)))
    index.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({places})',  # noqa: S608
        [(*row, *empty.values()) for row in rows],
    )


_EMPTY: Final[EmptyValues] = MappingProxyType({"TEXT": "", "BLOB": b""})

_NEEDED: Final = """
SELECT tables.value, asked.name, asked.type
FROM json_each(?) AS tables CROSS JOIN pragma_table_xinfo(tables.value) AS asked
WHERE asked."notnull" AND asked.dflt_value IS NULL AND NOT asked.hidden
"""


def needed_beside(index: dbapi2.Connection) -> Mapping[str, EmptyValues]:
    """The columns that are not copied and must have a value, by table, with an empty one. The index itself says so: to
    make a new file in order to look would load SQLAlchemy."""
    needed: dict[str, dict[str, str | int | bytes]] = {}
    for table, column, kind in index.execute(_NEEDED, (json.dumps([*READ]),)).fetchall():
        if column not in READ[table].split():
            needed.setdefault(table, {})[column] = _EMPTY.get(kind, 0)
    return needed
