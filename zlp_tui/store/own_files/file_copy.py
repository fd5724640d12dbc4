"""A plan's file copied as it is at one moment, with the same key, by SQLite's own backup: never file over file.

The copy counts once it was closed, opened again and looked over: closing a file says nothing when not all came into it.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreFull
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.open_file import OpenedFile
from zlp_tui.store.own_files.plan_folder import is_sound

_TABLES: Final = """
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'
"""
_LAST: Final = "SELECT * FROM change ORDER BY seq DESC LIMIT 1"


def write_copy(file: OpenedFile, made: Path) -> None:
    """Write a copy into a file that is not there yet. `StoreFull` when what came of it is not the same."""
    lay_private_file(made)
    with closing(connect(made, file.key, durable=False)) as target:  # it waits for the disk once, at the end
        file.connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    with closing(connect(made, file.key, mode="frozen")) as again:
        if not is_whole_copy(again, made.name) or rows_of(again) != rows_of(file.connection):
            raise StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")
    with made.open("rb") as written:
        os.fsync(written.fileno())


def is_whole_copy(connection: dbapi2.Connection, name: str) -> bool:
    """Whether it has our objects, each page is as it was written, and what is looked up is found. `StoreDamaged` when
    it has not our objects."""
    if not is_sound(connection, name):
        return False
    connection.execute("PRAGMA ignore_check_constraints = ON")  # a value that cannot be is its plan's own
    whole = bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    return whole


def rows_of(connection: dbapi2.Connection) -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    for (table,) in connection.execute(_TABLES).fetchall():
        (counts[table],) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - its own names
    return counts


def log_head(connection: dbapi2.Connection) -> str:
    """The seal of the last line of the log; a dash for a log without one."""
    found = connection.execute("SELECT seal FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    return str(found[0]) if found else "-"


def state_of(file: OpenedFile) -> str:
    """What is the same as long as nothing was said: the last Change, as nobody without the key can reckon it."""
    last = file.connection.execute(_LAST).fetchone()
    return hashlib.blake2b(repr(last).encode("utf-8", "surrogatepass"), key=file.key, digest_size=16).hexdigest()
