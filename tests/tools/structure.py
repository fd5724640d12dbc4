"""The structure of a file of plans, so that two can be compared however their tables were made.

`CREATE TABLE` and `ALTER TABLE ADD COLUMN` leave different words in the file for the same table: another place of the
column, a check beside the column instead of below all of them. What both come to is compared here: columns, checks,
keys, indexes, triggers and kinds of tables. Where a table's columns stand makes no difference, all else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.store.files.connection import connect

QUOTES: Final = {"'": "'", '"': '"', "`": "`", "[": "]"}
CHECK: Final = re.compile(r"(?:CONSTRAINT\s+(?P<name>\S+)\s+)?CHECK\s*(?=\()", re.IGNORECASE)
OF_THE_TABLE: Final = re.compile(r"(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b", re.IGNORECASE)

Part = tuple[object, ...]


def structure_of(path: Path) -> frozenset[Part]:
    """All that makes up the tables of a file, each part once: two files are alike when these are equal."""
    with closing(connect(path)) as connection:
        return frozenset(_parts(connection))


def _parts(connection: dbapi2.Connection) -> Iterator[Part]:
    listed = "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
    for table, kind, without_rowid, strict in connection.execute(listed).fetchall():
        yield "table", table, kind, bool(without_rowid), bool(strict)
        yield from _columns(connection, table)
        yield from _keys(connection, table)
        yield from _indexes(connection, table)
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        if kind == "table" and not sql.upper().startswith("CREATE VIRTUAL"):
            yield from _defined(name, sql)
        else:
            yield kind, name, _words(sql)


def _columns(connection: dbapi2.Connection, table: str) -> Iterator[Part]:
    asked = "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)"
    for column in connection.execute(asked, (table,)).fetchall():
        yield "column", table, *column


def _keys(connection: dbapi2.Connection, table: str) -> Iterator[Part]:
    """The foreign keys, each with its columns in order."""
    keys: dict[int, list[Part]] = {}
    asked = (
        'SELECT id, "table", "from", "to", on_update, on_delete, "match" FROM pragma_foreign_key_list(?) '
        "ORDER BY id, seq"
    )
    for number, *column in connection.execute(asked, (table,)).fetchall():
        keys.setdefault(number, []).append(tuple(column))
    for columns in keys.values():
        yield "foreign key", table, *columns


def _indexes(connection: dbapi2.Connection, table: str) -> Iterator[Part]:
    """The indexes; those that SQLite makes for a key are numbered by it, so their names say nothing."""
    asked = 'SELECT name, "unique", origin, partial FROM pragma_index_list(?)'
    for name, unique, origin, partial in connection.execute(asked, (table,)).fetchall():
        columns = 'SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE "key" ORDER BY seqno'
        shown = name if origin == "c" else ""
        yield "index", table, shown, unique, origin, partial, *connection.execute(columns, (name,)).fetchall()


def _defined(table: str, sql: str) -> Iterator[Part]:
    """What stands between the brackets of a `CREATE TABLE`: each column without its checks, and each constraint."""
    start = sql.index("(")
    for item in _split(sql[start + 1 : _closing(sql, start)]):
        if OF_THE_TABLE.match(item) and not CHECK.match(item):
            yield "constraint", table, _words(item)
            continue
        rest = item
        while found := CHECK.search(rest):
            end = _closing(rest, found.end()) + 1
            yield "check", table, found["name"] or "", _words(rest[found.end() : end])
            rest = f"{rest[: found.start()]} {rest[end:]}"
        if rest.strip():
            yield "definition", table, _words(rest)


def _words(sql: str) -> str:
    """A text with single spaces, and none inside brackets or before a comma."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))


def _split(items: str) -> Iterator[str]:
    """The parts of a list that commas keep apart, but for commas in brackets or quotes."""
    begin = depth = at = 0
    while at < len(items):
        if items[at] in QUOTES:
            at = items.index(QUOTES[items[at]], at + 1)
        elif items[at] in "()":
            depth += 1 if items[at] == "(" else -1
        elif items[at] == "," and not depth:
            yield items[begin:at].strip()
            begin = at + 1
        at += 1
    yield items[begin:].strip()


def _closing(sql: str, opening: int) -> int:
    """Where the bracket that opens here is closed."""
    depth, at = 0, opening
    while True:
        if sql[at] in QUOTES:
            at = sql.index(QUOTES[sql[at]], at + 1)
        elif sql[at] in "()":
            depth += 1 if sql[at] == "(" else -1
            if not depth:
                return at
        at += 1
