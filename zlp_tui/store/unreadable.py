"""The plans in which something cannot be read, for `zlp check`: every value of every table is looked at."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ForeignKeyConstraint, Table
from sqlcipher3 import dbapi2

from zlp_tui.errors import NotFound, Unreadable
from zlp_tui.plan.access import Readers
from zlp_tui.plan.queries.column_shapes import unreadable_columns
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.queries.load import client_of, load_view
from zlp_tui.plan.queries.selects import stored_shapes
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.transaction import SQLITE, Transaction
from zlp_tui.store.files.driver_transaction import DriverConnection, is_undecodable

SURROGATES = ("\ud800", "\udfff")
"""What bytes that are no text are read as, so that they can be found."""


def unreadable_plans(connection: dbapi2.Connection) -> set[str]:
    """Their ids. A file that cannot answer has none that can be named: its pages are told of elsewhere."""
    found: set[str] = set()
    try:
        for table in METADATA.tables.values():
            found.update(_with_values(connection, table))
            for key in table.foreign_key_constraints:
                found.update(plan for (plan,) in connection.execute(_dangling(key)))
        found.update(plan for (plan,) in connection.execute(query_named("dangling", SQLITE).sql))
        found.update(_that_make_no_sense(connection, found))
    except dbapi2.Error:
        return found
    return found


def _with_values(connection: dbapi2.Connection, table: Table) -> Iterator[str]:
    """The plans with a row in a table in which a value cannot be read."""
    columns, shapes = tuple(column.key for column in table.columns), stored_shapes(table)
    names = ", ".join(f'"{name}"' for name in columns)
    every = f'SELECT {names} FROM "{table.name}"'  # noqa: S608 - our own names
    owner = columns.index("plan_id")
    try:
        rows = connection.execute(every).fetchall()
    except dbapi2.OperationalError as error:
        if not is_undecodable(error):
            raise
        rows = _as_bytes(connection, every)
        yield from (str(row[owner]) for row in rows if not all(map(_is_text, row)))
    if unreadable_columns(columns, shapes, rows):
        yield from (str(row[owner]) for row in rows if unreadable_columns(columns, shapes, (row,)))


def _dangling(key: ForeignKeyConstraint) -> str:
    """The plans with a row that refers to one that is not there. What SQLite itself tells of these names no plan."""
    pairs = [(column.name, element.column.name) for column, element in zip(key.columns, key.elements, strict=True)]
    same = " AND ".join(f"there.{named} = here.{own}" for own, named in pairs)
    filled = " AND ".join(f"here.{own} IS NOT NULL" for own, _ in pairs)
    there = f"SELECT 1 FROM {key.referred_table.name} AS there WHERE {same}"  # noqa: S608 - our own names
    return f"SELECT plan_id FROM {key.table.name} AS here WHERE {filled} AND NOT EXISTS ({there})"  # noqa: S608


def _as_bytes(connection: dbapi2.Connection, every: str) -> list[tuple[object, ...]]:
    usual = connection.text_factory
    connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        rows: list[tuple[object, ...]] = connection.execute(every).fetchall()
    finally:
        connection.text_factory = usual
    return rows


def _is_text(value: object) -> bool:
    first, last = SURROGATES
    return not isinstance(value, str) or not any(first <= letter <= last for letter in value)


def _that_make_no_sense(connection: dbapi2.Connection, known: set[str]) -> Iterator[str]:
    """The plans of which no view can be made, though each value can be read."""
    session = Transaction(DriverConnection(connection))
    for (plan,) in connection.execute("SELECT plan_id FROM plan").fetchall():
        if plan not in known:
            try:
                load_view(session, plan, Readers.of(client_of(session, plan)))
            except (Unreadable, NotFound):
                yield plan
