"""One connection to the file of plans, by the one driver we use (`sqlcipher3`), with or without a key.

Shared by the engine, the list of plans and the check, so it imports no SQLAlchemy. No key ever stands in a URL, a
representation or a log.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreDamaged, StoreError, StoreNewer
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.file_header import APPLICATION_ID

SCHEMA: Final = 3
"""The `user_version` of the file: which tables are in it. Each revision in `migrations/` adds one."""

FIXED_WAL: Final = (3, 51, 3)
"""From this SQLite on, resetting a write-ahead log cannot corrupt the file."""

_ALWAYS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


_OPTIONS: Final = {"frozen": "mode=ro&immutable=1", "alone": "mode=rw"}


def connect(
    path: Path, key: bytes | None = None, *, mode: str = "rw", durable: bool = True, patience: float = 0.25
) -> dbapi2.Connection:
    """An open connection in autocommit; `BEGIN` is said by whoever begins. `mode` is `rw`, `rwc`, `ro`, `frozen`,
    `alone` or `memory`.

    `frozen` and `alone` only read, and make no files beside it (`access_mode.py`): one takes no locks and does not see
    what is in the log, the other lets nobody else open the file. With `memory` nothing is read or written at the path.
    Without `durable` nothing waits for the disk: for plans to practise with, which are thrown away. `patience`:
    how many seconds to wait for another connection.
    """
    if dbapi2.sqlite_version_info < FIXED_WAL:
        raise StoreError("The SQLite that is installed is too old to keep plans safely.")
    options = _OPTIONS.get(mode, f"mode={mode}")
    connection = dbapi2.connect(
        f"file:{quote(str(path))}?{options}", uri=True, isolation_level=None, check_same_thread=False, timeout=patience
    )
    try:
        _settle(connection, key, alone=mode == "alone")
        if not durable:
            connection.execute("PRAGMA synchronous = OFF")
        if mode == "rw":
            connection.execute("PRAGMA journal_mode = WAL")
        if mode == "alone":
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: dbapi2.Connection, key: bytes | None, *, alone: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # first: it writes to the terminal otherwise
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_compatibility = 4")
    if alone:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # before anything is read
    for pragma in _ALWAYS:
        connection.execute(pragma)
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise StoreError("The SQLite that is installed is too old to keep plans safely.")


def version_of(connection: dbapi2.Connection, name: str, newest: int = SCHEMA) -> int:
    """Which tables are in the file. `StoreDamaged` when it is not ours, `StoreNewer` when it is of a later program."""
    try:
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except dbapi2.DatabaseError as cause:
        trouble = translated(cause)
        if not isinstance(trouble, StoreDamaged):
            raise trouble from cause
        raise StoreDamaged("The file {file} is damaged, or locked with another key.", file=name) from cause
    if ours != APPLICATION_ID:
        raise StoreDamaged("{file} is not a file in which plans are kept.", file=name)
    if version > newest:
        raise StoreNewer(
            "{file} was made by a newer zlp (version {version}). Please update this one.", file=name, version=version
        )
    return int(version)
