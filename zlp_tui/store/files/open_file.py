"""The file that a store has open, seen from outside: another program may put another in its place, or over it (F16)."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import connect

if TYPE_CHECKING:
    from zlp_tui.plan.audit_line import AuditSeal

_HISTORY: Final = "SELECT count(*), coalesce(max(seq), 0) FROM change WHERE plan_id = ?"


class FileStamp(NamedTuple):
    """Which file stands at a path, and when it was changed last."""

    device: int
    inode: int
    size: int
    changed: int

    def is_file_of(self, other: FileStamp | None) -> bool:
        """Whether both are the same file, changed or not."""
        return other is not None and self[:2] == other[:2]


class OpenedFile(NamedTuple):
    """A connection to the file of a plan, and the key of the file; `seal` is what its log is sealed with, None where
    nothing can be written. In no representation."""

    connection: dbapi2.Connection
    key: bytes
    seal: AuditSeal | None = None

    def __repr__(self) -> str:
        return "OpenedFile()"


def stamp_of(path: Path) -> FileStamp | None:
    """The stamp of a path; None when nothing stands there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return FileStamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def is_whole(connection: dbapi2.Connection) -> bool:
    """Whether every page of the file can be read; a value that cannot is its plan's own."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    whole = bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    return whole


def holds(connection: dbapi2.Connection, written: dict[str, int]) -> bool:
    """Whether the file is whole and has all Changes up to the last ones that we wrote, by plan.

    Give a connection that has read nothing yet: one that has remembers pages.
    """
    try:
        return is_whole(connection) and all(
            count == last >= seq
            for plan, seq in written.items() for count, last in connection.execute(_HISTORY, (plan,))
        )
    except dbapi2.DatabaseError:
        return False


def kept_apart(
    connection: dbapi2.Connection, path: Path, key: bytes | None, written: dict[str, int]
) -> Path | None:
    """Write the plans that are open into a file of their own beside it, locked with the same key; None where they
    cannot be read any more."""
    kept = next(name for number in range(1, 1_000_000)
                if not (name := path.with_name(f"{path.name}.kept-{number}")).exists())
    try:
        connection.execute("VACUUM INTO ?", (str(kept),))
        kept.chmod(0o600)
        with closing(connect(kept, key, mode="ro")) as copy:
            if holds(copy, written):
                return kept
        kept.unlink()
    except (dbapi2.Error, OSError):
        return None
    return None


def keep_as_it_is(path: Path, kept: Path, opened: OpenedFile | None = None) -> None:
    """Keep the file as it was under a second name, without a moment in which its own name is gone.

    Whoever has it open says so: where a file cannot have two names it is copied by that connection then, as any other
    handle on it would let go of our locks when it is closed.
    """
    try:
        os.link(path, kept)
    except OSError:
        if opened is None:
            import shutil  # with all that compresses, which no list of plans needs

            shutil.copy2(path, kept)
        else:
            _copy_by(opened, kept)


def _copy_by(opened: OpenedFile, kept: Path) -> None:
    """A copy with the same key and the same first bytes, by which its key is told."""
    ((salt,),) = opened.connection.execute("PRAGMA cipher_salt").fetchall()
    lay_private_file(kept)
    with closing(connect(kept, opened.key + bytes.fromhex(salt))) as copy:
        opened.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
