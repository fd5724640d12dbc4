"""The file of plans seen from outside, before it is opened. The very first start, without one, needs no driver.

Its first bytes are read by SQLite too, never by `open`: closing any other handle on a file lets go of all locks that
this process has on it, and another could put its log away while a window here writes (POSIX; sqlite.org/howtocorrupt).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zlp_tui.errors import StoreDamaged, StoreError

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

APPLICATION_ID: Final = 0x7A6C7031
"""`zlp1` in the header of the file: it is ours."""

_NOT_A_DATABASE: Final = 26
"""Code of SQLite for a file of another kind, or one that is locked."""


def holds_plans(path: Path, key: bytes | None = None) -> bool:
    """Look at the file; whether there is one.

    `StoreDamaged` for an empty file, a folder, a link, a pipe, or a file that is not ours; `StoreError` when nobody may
    look.
    """
    try:
        return _is_there(path, key)
    except PermissionError as closed:
        raise StoreError(
            "zlp may not look in this folder: {folder}. Ask who looks after it.", folder=path.parent
        ) from closed
    except OSError as trouble:
        raise StoreError("The plans could not be read or kept.") from trouble


@contextmanager
def looked_at(path: Path) -> Iterator[dbapi2.Connection]:
    """A connection that takes no locks, makes no files and changes nothing. OSError when the file cannot be opened."""
    from urllib.parse import quote  # nor is it for the first picture of who has no plans

    from sqlcipher3 import dbapi2

    try:
        opened = dbapi2.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except dbapi2.OperationalError as trouble:
        raise OSError(str(path.name)) from trouble
    with closing(opened) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        yield connection


def _is_there(path: Path, key: bytes | None) -> bool:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise StoreDamaged("{file} is not a file in which plans are kept.", file=path.name)
    if not path.exists():
        if path.with_name(f"{path.name}-wal").exists():
            raise StoreDamaged("The file {file} is gone, but there were plans in it.", file=path.name)
        return False
    if not path.stat().st_size:
        raise StoreDamaged("The file {file} is empty, but there were plans in it.", file=path.name)
    if not os.access(path, os.R_OK):
        raise PermissionError(path)
    if key is None and not _is_ours(path):
        raise StoreDamaged("{file} is not a file in which plans are kept.", file=path.name)
    return True


def _is_ours(path: Path) -> bool:
    """Whether an open file is one of ours, as far as its first bytes tell; what is damaged behind them is told when it
    is opened."""
    from sqlcipher3 import dbapi2

    with looked_at(path) as connection:
        try:
            return bool(connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))
        except dbapi2.DatabaseError as error:
            return getattr(error, "sqlite_errorcode", 0) & 0xFF != _NOT_A_DATABASE
