"""A new file of plans: made beside its place and moved there whole, so that half a file never has its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from zlp_tui.keys.atomic_file import sync_folder
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.private_file import lay_private_file
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.file_header import APPLICATION_ID
from zlp_tui.store.files.sqlite_triggers import TRIGGERS_AND_INDEXES

STAMP: Final = (
    "CREATE TABLE alembic_version (version_num TEXT NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) STRICT"
)
"""Alembic's own table, made by us because it must be STRICT too."""


def create(path: Path, key: bytes | None) -> None:
    """Make an empty file of plans, readable for its owner only. Whoever calls this holds the writer's lock."""
    made = path.with_name(f"{path.name}.new")
    made.unlink(missing_ok=True)
    lay_private_file(made)
    connection = connect(made, key)
    try:
        with plain_errors():
            make_tables(connection)
    finally:
        connection.close()
    made.replace(path)
    sync_folder(path.parent)


def make_tables(connection: dbapi2.Connection) -> None:
    """All tables of today in one transaction, marked as ours and with their version."""
    engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
    with engine.connect() as tables:
        tables.exec_driver_sql("BEGIN")
        METADATA.create_all(tables, checkfirst=False)
        for statement in (*TRIGGERS_AND_INDEXES, STAMP):
            tables.exec_driver_sql(statement)
        tables.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA),))
        tables.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        tables.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        tables.commit()


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
