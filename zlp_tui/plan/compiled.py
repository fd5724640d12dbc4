"""Statements compiled once per dialect and run straight on the driver.

SQLAlchemy makes the SQL from the tables; running it again and again goes past its execution layer, which would cost
more than SQLite itself does. What comes back are plain tuples.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import TEXT, ColumnElement, CompoundSelect, Delete, Dialect, Insert, Select, Table, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

if TYPE_CHECKING:
    from zlp_tui.plan.transaction import ColumnValue, Transaction

AnyStatement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete

SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"
"""Plans are kept in SQLite; that statements compile for another database shows that nothing but `store/` needs it."""


@cache
def dialect_of(name: str) -> Dialect:
    """The dialect with this name, with named values."""
    if name == POSTGRESQL:
        from sqlalchemy.dialects import postgresql  # for tests, until a store is kept there

        return postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    return sqlite.dialect(paramstyle="named")


def sql_of(statement: AnyStatement, dialect: str) -> str:
    """The SQL of a statement, with the names of its values in it."""
    every = list(statement.table.columns.keys()) if isinstance(statement, Insert) else None
    return str(statement.compile(dialect=dialect_of(dialect), column_keys=every))


class JsonPart(ColumnElement[str]):
    """One part of a JSON object that is kept as text, as text; NULL when it is not there."""

    inherit_cache = True
    type = TEXT()

    def __init__(self, column: ColumnElement[str], name: str) -> None:
        self.column = column
        self.name = name


@compiles(JsonPart, SQLITE)
def _json_part_in_sqlite(part: JsonPart, compiler: SQLCompiler, **kwargs: object) -> str:
    return f"json_extract({compiler.process(part.column)}, '$.{part.name}')"


@compiles(JsonPart, POSTGRESQL)
def _json_part_in_postgresql(part: JsonPart, compiler: SQLCompiler, **kwargs: object) -> str:
    return f"({compiler.process(part.column)}::json -> '{part.name}')"


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
