"""Statements made once and run straight on the driver, where every tenth of a millisecond is felt.

SQLAlchemy writes the SQL from the tables; running it again and again goes past its execution layer, which would cost
more than SQLite itself does. What comes back are plain tuples.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite

from zlp_tui.plan.transaction import ColumnValue, Transaction


class CompiledStatement:
    """One statement, with the names of its values in the order in which the driver wants them."""

    __slots__ = ("_names", "_sql")

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        every = list(statement.table.columns.keys()) if isinstance(statement, Insert) else None
        compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"), column_keys=every)
        self._sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())

    def run(self, session: Transaction, values: Mapping[str, ColumnValue]) -> list[tuple[Any, ...]]:
        """Run it in the session's transaction; its rows."""
        return session.run(self._sql, [values[name] for name in self._names])
