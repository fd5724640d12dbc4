"""How a file of plans can be opened where not everything may be written, or nothing more fits.

To read a file with a write-ahead log, SQLite makes a file beside it. Where it cannot, there are two other ways: without
any lock or file, which is right when nothing is in the log; and as the only one who has the file open, which needs no
file beside it and reads what is in the log.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreError, StoreFull, StoreReadOnly
from zlp_tui.store.files.connection import SCHEMA, connect, version_of
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.open_file import stamp_of
from zlp_tui.store.files.private_files import others_can_read

_IN_THE_WAY: Final = {8, 10, 13, 14}
"""Primary codes of SQLite for no right to write, trouble with the disk, no room, and a file that cannot be made."""


class FileAccess(NamedTuple):
    """A `mode` of `connect`, and why nothing can be written by it, None where it can; `version`: which tables are in
    the file. It was open for a look, and each time costs as much as a commit."""

    mode: str
    refusal: StoreError | None
    version: int


def access_mode(path: Path, key: bytes | None = None) -> FileAccess:
    """The first way to open this file that works; errors as of `opened`."""
    connection, access = opened(path, key)
    connection.close()
    return access


def opened_to_stay(
    path: Path, key: bytes | None, *, durable: bool, patience: float
) -> tuple[dbapi2.Connection | None, FileAccess]:
    """The same with the connection that looked, as of `connect`, where it can be worked with: the file is of today,
    for its owner alone, and still stands at the path."""
    before = stamp_of(path)
    connection, access = opened(path, key, durable=durable, patience=patience)
    now = stamp_of(path)
    is_there = now is not None and now.is_file_of(before)
    if is_there and access.version == SCHEMA and not others_can_read(path):
        return connection, access
    connection.close()
    return None, access


def opened(
    path: Path, key: bytes | None = None, *, durable: bool = True, patience: float = 0.25
) -> tuple[dbapi2.Connection, FileAccess]:
    """A connection by the first way that works. `StoreError` when the file cannot be read at all, and as of
    `version_of`; the driver's own errors for one that is damaged."""
    in_the_way: dbapi2.Error | None = None
    for mode in _ways(path):
        try:
            connection, version = _looked_at(path, key, mode, durable, patience)
        except dbapi2.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _IN_THE_WAY:
                raise
            in_the_way = in_the_way or error
        else:
            return connection, FileAccess(mode, _refusal(mode, in_the_way), version)
    raise _unreadable(path) from in_the_way


def _ways(path: Path) -> Iterator[str]:
    log = path.with_name(f"{path.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    folder, file = _writable(path.parent), _writable(path)
    if folder and file:
        yield "rw"
    elif folder or logged:
        yield "ro"
    yield "alone" if logged else "frozen"


def _looked_at(
    path: Path, key: bytes | None, mode: str, durable: bool, patience: float
) -> tuple[dbapi2.Connection, int]:
    connection = connect(path, key, mode=mode, durable=durable, patience=patience)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return connection, version_of(connection, path.name)
    except BaseException:
        connection.close()
        raise


def _refusal(mode: str, in_the_way: dbapi2.Error | None) -> StoreError | None:
    if mode == "rw":
        return None
    if isinstance(translated(in_the_way), StoreFull):
        return StoreFull("The disk is full or does not work. You can read the plans. Make room, then try again.")
    return cannot_write()


def cannot_write() -> StoreReadOnly:
    """Why nothing is kept where the file or its folder cannot be written."""
    return StoreReadOnly("Nothing can be kept in this folder. You can read the plans.")


def _unreadable(path: Path) -> StoreError:
    return StoreError(
        "The plans cannot be read here, because nothing can be written in this folder: {folder}. "
        "Copy the whole folder to a place of your own.", folder=path.parent
    )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK)
