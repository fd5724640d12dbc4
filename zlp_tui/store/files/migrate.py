"""Bringing a file of an older program up to date: on a copy, looked over, and only then in its place.

Alembic is imported here and nowhere else. The file as it was stays beside the new one, named after the moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreBusy, StoreDamaged
from zlp_tui.keys.atomic_file import sync_folder
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import SCHEMA, connect, version_of
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.files.open_file import keep_as_it_is

REVISIONS: Final = Path(__file__).parent.parent / "migrations"
"""Where the revisions are, one for each version of the tables."""

PATIENCE: Final = 1.0

STAMP: Final = (
    "CREATE TABLE alembic_version (version_num TEXT NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) STRICT"
)
"""Alembic's own table, made by us because it must be STRICT too."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """SQLAlchemy's errors, as errors that a user can be told."""
    try:
        yield
    except DBAPIError as error:
        raise translated(error.orig) from error


def revision(schema: int) -> str:
    """The name of the migration that leads to a version of the tables."""
    return f"{schema:04}"


def migrate(
    path: Path, key: bytes | None, at: datetime, *, to: int = SCHEMA, revisions: Path = REVISIONS
) -> Path | None:
    """Bring a file up to date; where it is kept as it was, or None when another window did so just now.

    `StoreBusy` when another window has it open, `StoreDamaged` when the result is not sound: it is then as it was.
    """
    lock = store_lock(path)
    if not lock.take(PATIENCE):
        raise StoreBusy("Another window has these plans open. Close it first, then try again.")
    made = path.with_name(f"{path.name}.new")
    try:
        with closing(connect(path, key)) as old:
            if version_of(old, path.name, to) >= to:
                return None
            if not _alone(old):
                raise StoreBusy("Another window has these plans open. Close it first, then try again.")
            _copy(old, made, key)
            counts = _counts(old)
        with closing(connect(made, key)) as new:
            _upgrade(new, path.name, to, revisions, counts)
        kept = path.with_name(f"{path.name}.before-{at:%Y%m%d-%H%M%S}")
        keep_as_it_is(path, kept)
        made.replace(path)
        sync_folder(path.parent)
        return kept
    finally:
        made.unlink(missing_ok=True)
        lock.release()


def copied_in_memory(old: dbapi2.Connection, name: str, key: bytes | None) -> dbapi2.Connection:
    """A connection to a copy in memory that is brought up to date; the file itself stays as it is.

    `StoreDamaged` when the result is not sound.
    """
    copy = connect(Path(name), key, mode="memory")
    try:
        old.backup(copy)
        _upgrade(copy, name, SCHEMA, REVISIONS, _counts(old))
    except BaseException:
        copy.close()
        raise
    return copy


def _alone(connection: dbapi2.Connection) -> bool:
    """Whether nobody else has the file open: only then can its log be put away, and its name go to another."""
    try:
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",))
    except dbapi2.OperationalError:
        return False


def _copy(old: dbapi2.Connection, made: Path, key: bytes | None) -> None:
    made.unlink(missing_ok=True)
    lay_private_file(made)
    with closing(connect(made, key)) as target:
        old.backup(target)


def _upgrade(
    connection: dbapi2.Connection, name: str, to: int, revisions: Path, counts: Mapping[str, int]
) -> None:
    """All revisions in one transaction. Foreign keys are off before it begins: rebuilding a table deletes rows else."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")  # a rebuilt table keeps the triggers that name it
    if connection.execute("PRAGMA foreign_keys").fetchone() != (0,):
        raise _not_sound(name)
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(revisions).replace("%", "%%"))
    with engine.connect() as tables:
        tables.exec_driver_sql("BEGIN IMMEDIATE")
        if not _tables(connection) & {"alembic_version"}:
            tables.exec_driver_sql(STAMP)
        config.attributes["connection"] = tables
        command.upgrade(config, revision(to))
        tables.exec_driver_sql(f"PRAGMA user_version = {to}")
        lost = [table for table, rows in _counts(connection).items() if rows < counts.get(table, 0)]
        if lost or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise _not_sound(name)
        tables.commit()
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise _not_sound(name)


def _not_sound(name: str) -> StoreDamaged:
    return StoreDamaged("The file {file} could not be brought up to date. It is as it was.", file=name)


def _tables(connection: dbapi2.Connection) -> set[str]:
    named = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    return {name for (name,) in connection.execute(named)}


def _counts(connection: dbapi2.Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - the file's own names
        for table in _tables(connection)
    }
