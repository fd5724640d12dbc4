"""What is in a file of a plan: our tables, indexes and triggers, and nothing else.

A trigger or a view in a file that came from elsewhere would run with what one says and change it unseen (battery K6).
What a new file has is written down in `file_objects.json` (`make generated`), so that looking needs no SQLAlchemy.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreDamaged

OBJECTS: Final = Path(__file__).with_name("file_objects.json")

_ALL: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"

_OF_SQLITE: Final = frozenset(f"client_name_{part}" for part in ("config", "content", "data", "docsize", "idx"))
"""The tables that SQLite itself makes for the index of names."""


def objects_of(connection: dbapi2.Connection) -> dict[str, str]:
    """Each object by its kind, name and table, with a digest of the words that made it. The words of tables that
    SQLite makes for an index of words are its own affair, and differ between its versions."""
    return {
        f"{kind} {name} {table}": "" if sql is None or name in _OF_SQLITE else _digest(sql)
        for kind, name, table, sql in connection.execute(_ALL).fetchall()
    }


def require_own_objects(connection: dbapi2.Connection, name: str) -> None:
    """`StoreDamaged` when there is anything in the file that a new one does not have, or the other way round."""
    if objects_of(connection) != _expected():
        raise StoreDamaged(
            "There is something in {file} that zlp did not put there, or something is gone. "
            "Please go back to a copy.", file=name,
        )


@cache
def _expected() -> dict[str, str]:
    loaded: dict[str, str] = json.loads(OBJECTS.read_text("ascii"))
    return loaded


def _digest(sql: str) -> str:
    return hashlib.blake2b(sql.encode("utf-8"), digest_size=16).hexdigest()
