"""A new file of plans: made beside its place and moved there whole, so that half a file never has its name.

What makes its tables is written down in `new_file.json` (`make generated`): SQLAlchemy takes longer than all the rest.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.keys.atomic_file import sync_folder
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import connect

NEW_FILE: Final = Path(__file__).with_name("new_file.json")


def create(path: Path, key: bytes | None) -> None:
    """Make an empty file of plans, readable for its owner only. Whoever calls this holds the writer's lock."""
    made = path.with_name(f"{path.name}.new")
    made.unlink(missing_ok=True)
    lay_private_file(made)
    connection = connect(made, key)
    try:
        make_tables(connection)
    finally:
        connection.close()
    made.replace(path)
    sync_folder(path.parent)


def make_tables(connection: dbapi2.Connection) -> None:
    """All tables of today in one transaction, marked as ours and with their version."""
    connection.execute("BEGIN")
    for statement in _statements():
        connection.execute(statement)
    connection.execute("COMMIT")


@cache
def _statements() -> tuple[str, ...]:
    return tuple(json.loads(NEW_FILE.read_bytes()))
