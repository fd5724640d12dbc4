"""A store written down as SQL in which days move with today: for plans to practise with, which must be there at once.

It is made from two stores that differ only in the day on which they were made. A day that differs between them is
written as so many days after today (`{{-49}}`); what does not differ, such as a date of birth, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.plan.queries.audit_log import log_as_said
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.driver_transaction import transaction
from zlp_tui.store.files.file_header import APPLICATION_ID

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOVING: Final = re.compile(r"\{\{(-?\d+)\}\}")
_OBJECTS: Final = """
SELECT main.name, main.sql, list.type FROM sqlite_master AS main
LEFT JOIN pragma_table_list AS list ON list.name = main.name AND list.schema = 'main'
WHERE main.sql IS NOT NULL AND list.type IS NOT 'shadow' ORDER BY main.rowid
"""
_INDEX_OF_NAMES: Final = "INSERT INTO client_name (client_name, rank) VALUES ('secure-delete', 1)"
"""What is set of the index of names stands in a table of its own; its rows come by triggers."""


_SEALED: Final = frozenset({"audit", "audit_head"})
"""The log is sealed over days that do not move, so it is made when the store is."""


def statements_of(connection: dbapi2.Connection) -> Iterator[str]:
    """The statements that make a store of today's schema anew, rows included, in the same order for the same rows."""
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {SCHEMA}"
    yield "PRAGMA foreign_keys = OFF"
    yield "BEGIN"
    tables = []
    for name, sql, kind in connection.execute(_OBJECTS).fetchall():
        yield sql
        if kind == "virtual":
            yield _INDEX_OF_NAMES
        elif kind == "table" and name not in _SEALED:
            tables.append(name)
    for table in tables:
        yield from _rows(connection, table)
    yield "COMMIT"


def _rows(connection: dbapi2.Connection, table: str) -> Iterator[str]:
    columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    quoted = " || ', ' || ".join(f'quote("{name}")' for name in columns)
    for (values,) in connection.execute(f'SELECT {quoted} FROM "{table}"'):  # noqa: S608 - our own names
        yield f'INSERT INTO "{table}" VALUES ({values})'  # noqa: S608 - quoted by SQLite


def with_moving_days(made: Sequence[str], elsewhen: Sequence[str], today: date) -> str:
    """One script of the statements of a store made today and of the same one made on another day.

    `ValueError` where they differ in more than days, or where a text could be taken for a moving day.
    """
    return ";\n".join(_moving(*pair, today) for pair in zip(made, elsewhen, strict=True)) + ";\n"


def _moving(statement: str, elsewhen: str, today: date) -> str:
    days, others = _DAY.findall(statement), iter(_DAY.findall(elsewhen))
    if _DAY.sub("", statement) != _DAY.sub("", elsewhen) or _MOVING.search(statement):
        raise ValueError("two stores that were made on two days differ in more than days")

    def moved(found: re.Match[str]) -> str:
        day = found.group()
        return day if day == next(others) else f"{{{{{(date.fromisoformat(day) - today).days}}}}}"

    return _DAY.sub(moved, statement) if days else statement


def make_prepared(path: Path, script: str, today: date) -> None:
    """Make a store from such a script, as if it had been made today. Nothing of it waits for the disk."""

    def on(found: re.Match[str]) -> str:
        return (today + timedelta(days=int(found.group(1)))).isoformat()

    path.touch(mode=0o600, exist_ok=False)
    with closing(connect(path, durable=False)) as connection:
        connection.executescript(_MOVING.sub(on, script))
        with transaction(connection, "BEGIN") as session:
            for (plan,) in connection.execute("SELECT plan_id FROM plan ORDER BY number").fetchall():
                log_as_said(session, plan)
