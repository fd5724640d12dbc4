"""What differs between databases: how a rule of the tables is written, and what only one of them has.

Plans are kept in SQLite. That every table and every statement also compiles for PostgreSQL shows that nothing but this
module, `queries/selects.py` and `store/` needs to know that; a test holds it so.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from sqlalchemy import TEXT, ColumnElement, Dialect, Index
from sqlalchemy import text as sql
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from zlp_tui.plan.transaction import SQLITE

POSTGRESQL: Final = "postgresql"

STRICT: Final = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""How most tables are kept: columns hold what they are declared to, and rows lie in the order of their key."""
LONG: Final = {"sqlite_strict": True}
"""For a table of long rows: without rowids SQLite compares whole rows when it looks for one."""


@cache
def dialect_of(name: str) -> Dialect:
    """The dialect with this name, with named values."""
    if name == POSTGRESQL:
        from sqlalchemy.dialects import postgresql  # for tests, until a store is kept there

        return postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    return sqlite.dialect(paramstyle="named")


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows that fulfil a condition; SQLAlchemy leaves the condition out where it is not told twice."""
    condition = sql(where)
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


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


class HasShape(ColumnElement[bool]):
    """Whether the text of a column has this shape: characters, and `[0-9]` for one out of a range."""

    inherit_cache = False

    def __init__(self, column: str, shape: str) -> None:
        self.column = column
        self.shape = shape


@compiles(HasShape, SQLITE)
def _shape_in_sqlite(has: HasShape, compiler: SQLCompiler, **kwargs: object) -> str:
    return f"{has.column} GLOB '{has.shape}'"


@compiles(HasShape, POSTGRESQL)
def _shape_in_postgresql(has: HasShape, compiler: SQLCompiler, **kwargs: object) -> str:
    regular = has.shape.replace(".", "[.]")
    return f"{has.column} ~ '^{regular}$'"


class IsJson(ColumnElement[bool]):
    """Whether the text of a column is JSON of this type: `array` or `object`."""

    inherit_cache = False

    def __init__(self, column: str, json_type: str) -> None:
        self.column = column
        self.json_type = json_type


@compiles(IsJson, SQLITE)
def _json_in_sqlite(is_json: IsJson, compiler: SQLCompiler, **kwargs: object) -> str:
    return f"json_type({is_json.column}) = '{is_json.json_type}'"


@compiles(IsJson, POSTGRESQL)
def _json_in_postgresql(is_json: IsJson, compiler: SQLCompiler, **kwargs: object) -> str:
    return f"jsonb_typeof({is_json.column}::jsonb) = '{is_json.json_type}'"
