"""Statements compiled once per dialect and run straight on the driver.

SQLAlchemy makes the SQL from the tables; running it again and again goes past its execution layer, which would cost
more than SQLite itself does. What comes back are plain tuples.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, CompoundSelect, Delete, Insert, Select, Table, Update

from zlp_tui.plan.dialects import POSTGRESQL, dialect_of

if TYPE_CHECKING:
    from zlp_tui.plan.transaction import ColumnValue, Transaction

AnyStatement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete


def sql_of(statement: AnyStatement, dialect: str) -> str:
    """The SQL of a statement, with the names of its values in it."""
    every = list(statement.table.columns.keys()) if isinstance(statement, Insert) else None
    return str(statement.compile(dialect=dialect_of(dialect), column_keys=every))


class CompiledStatement:
    """One statement, compiled when it is first run on a dialect. Its values are given by name."""

    __slots__ = ("_sql", "_statement")

    def __init__(self, statement: AnyStatement) -> None:
        self._statement = statement
        self._sql: dict[str, str] = {}

    def sql(self, dialect: str) -> str:
        """Its SQL in a dialect."""
        if dialect not in self._sql:
            self._sql[dialect] = sql_of(self._for(dialect), dialect)
        return self._sql[dialect]

    def run(self, session: Transaction, values: Mapping[str, ColumnValue]) -> list[tuple[Any, ...]]:
        """Run it in the session's transaction; its rows."""
        return session.run(self.sql(session.dialect), values)

    def _for(self, dialect: str) -> AnyStatement:
        return self._statement


class Upsert(CompiledStatement):
    """An insert that changes the row with its key instead, where there is one."""

    __slots__ = ("_key", "_table", "_values")

    def __init__(self, table: Table, key: Sequence[str], **values: ColumnElement[int]) -> None:
        super().__init__(table.insert())
        self._table = table
        self._key = list(key)
        self._values = values

    def _for(self, dialect: str) -> AnyStatement:
        if dialect == POSTGRESQL:
            from sqlalchemy.dialects.postgresql import insert
        else:
            from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
        new = insert(self._table).values(**self._values)
        names = [column.name for column in self._table.columns if column.name not in self._key]
        changed = {name: new.excluded[name] for name in names}
        return new.on_conflict_do_update(index_elements=self._key, set_=changed)
