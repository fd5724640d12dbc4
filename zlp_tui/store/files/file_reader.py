"""Reads a file of plans without opening it for good and without changing it: for the list of plans, dates and checks.

A file of an older program is read through a copy in memory that is brought up to date there. So no query knows of older
tables, and the file stays as it is until the plans are opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.access_mode import opened
from zlp_tui.store.files.connection import SCHEMA, version_of
from zlp_tui.store.files.driver_transaction import transaction, translating
from zlp_tui.store.files.file_header import holds_plans


@contextmanager
def reading_file(path: Path, key: bytes | None = None) -> Iterator[Transaction | None]:
    """One look at all plans at the same moment; None without a file. Raises our own errors for one that cannot be
    read."""
    if not holds_plans(path, key):
        yield None
        return
    with (
        translating(),
        closing(opened(path, key)[0]) as connection,
        with_todays_tables(connection, path.name, key) as current,
        transaction(current, "BEGIN") as session,
    ):
        yield session


@contextmanager
def reading_todays_file(path: Path) -> Iterator[Transaction | None]:
    """One look at a file that is not locked; None for one of an older program."""
    with translating():
        connection, access = opened(path)
        with closing(connection):
            if access.version != SCHEMA:
                yield None
                return
            with transaction(connection, "BEGIN") as session:
                yield session


@contextmanager
def with_todays_tables(
    connection: dbapi2.Connection, name: str, key: bytes | None
) -> Iterator[dbapi2.Connection]:
    """The connection itself, or one to a copy of an older file in memory. `StoreDamaged` when that cannot be made."""
    if version_of(connection, name) == SCHEMA:
        yield connection
        return
    from zlp_tui.store.files.migrate import copied_in_memory, plain_errors  # Alembic costs more than reading does

    with plain_errors():
        copy = copied_in_memory(connection, name, key)
    with closing(copy):
        yield copy
