"""Is the file of plans sound? Each finding is one plain sentence about one thing; `zlp check` prints them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreError
from zlp_tui.i18n import message
from zlp_tui.plan.queries.load import SQLITE, query_named
from zlp_tui.store.connection import SCHEMA, connect, mode_for, version_of
from zlp_tui.store.error_mapping import translated
from zlp_tui.store.file_header import holds_plans


class Finding(NamedTuple):
    """One thing looked at: what, whether it is sound, and a message id that says so, with its values."""

    what: str
    sound: bool
    message: str
    values: Mapping[str, object] = MappingProxyType({})


_GAPS: Final = "SELECT 1 FROM change GROUP BY plan_id HAVING count(*) <> max(seq) OR min(seq) <> 1 LIMIT 1"

_UNNAMED: Final = """
SELECT 1 FROM plan LEFT JOIN person ON person.plan_id = plan.plan_id AND person.kind = 'client'
LEFT JOIN client_name ON client_name.plan_id = plan.plan_id
WHERE client_name.folded IS NULL OR client_name.folded <> person.folded LIMIT 1
"""


def check(path: Path, key: bytes | None = None) -> tuple[Finding, ...]:
    """Everything that can be looked at without changing the file."""
    try:
        if not holds_plans(path, key):
            return (_good("file", message("There are no plans yet.")),)
        with closing(connect(path, key, mode=mode_for(path))) as connection:
            return (_good("file", message("The file with the plans is there.")), *_inside(path, key, connection))
    except StoreError as error:
        return (Finding("file", sound=False, message=error.message, values=error.values),)
    except dbapi2.Error as error:
        return (_bad("file", translated(error).message),)


def _inside(path: Path, key: bytes | None, connection: dbapi2.Connection) -> Iterator[Finding]:
    if os.name == "nt" or not path.stat().st_mode & 0o077:
        yield _good("private", message("The file with the plans is set as it should be."))
    else:
        yield _bad("private", message("Others on this computer can open the file with the plans."))
    if version_of(connection, path.name) < SCHEMA:
        yield _good("version", message("The plans are of an older zlp. Opening them brings them up to date."))
        return
    yield _good("version", message("The plans are of this zlp."))
    if _pages_are_whole(connection, key):
        yield _good("pages", message("Every page can be read."))
    else:
        yield _bad("pages", message("The file with the plans is damaged. Please go back to a copy."))
    if _none(connection, "PRAGMA foreign_key_check") and _none(connection, query_named("dangling", SQLITE).sql):
        yield _good("references", message("Every line belongs to something that is there."))
    else:
        yield _bad("references", message("A line belongs to something that is not there."))
    if _none(connection, _GAPS):
        yield _good("history", message("The history of every plan is complete."))
    else:
        yield _bad("history", message("Something is missing from the history of a plan."))
    if _none(connection, _UNNAMED):
        yield _good("names", message("Every plan can be found by name."))
    else:
        yield _bad("names", message("A plan cannot be found by name."))


def _good(what: str, message: str) -> Finding:
    return Finding(what, sound=True, message=message)


def _bad(what: str, message: str) -> Finding:
    return Finding(what, sound=False, message=message)


def _none(connection: dbapi2.Connection, question: str) -> bool:
    """Whether a question about what is wrong has no answer; a file that cannot answer is not sound."""
    try:
        return connection.execute(question).fetchone() is None
    except dbapi2.DatabaseError:
        return False


def _pages_are_whole(connection: dbapi2.Connection, key: bytes | None) -> bool:
    if key is not None and not _none(connection, "PRAGMA cipher_integrity_check"):
        return False
    try:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except dbapi2.DatabaseError:
        return False
