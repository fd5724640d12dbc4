"""Is the file of plans sound? Each finding is one plain sentence about one thing; `zlp check` prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreError, StoreFull
from zlp_tui.i18n import message
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.transaction import SQLITE
from zlp_tui.store.files.access_mode import opened
from zlp_tui.store.files.connection import SCHEMA, version_of
from zlp_tui.store.files.driver_transaction import DriverConnection
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.file_header import holds_plans
from zlp_tui.store.files.file_reader import with_todays_tables
from zlp_tui.store.files.private_files import others_can_read, others_can_replace
from zlp_tui.store.files.shared_folder import shared_folder
from zlp_tui.store.unreadable import unreadable_plans


class Finding(NamedTuple):
    """One thing looked at: what, whether it is sound, and a message id that says so, with its values."""

    what: str
    sound: bool
    message: str
    values: Mapping[str, object] = MappingProxyType({})


_GAPS: Final = "SELECT 1 FROM change GROUP BY plan_id HAVING count(*) <> max(seq) OR min(seq) <> 1 LIMIT 1"

_UNNAMED: Final = """
SELECT plan.plan_id FROM plan LEFT JOIN person ON person.plan_id = plan.plan_id AND person.kind = 'client'
LEFT JOIN client_name ON client_name.plan_id = plan.plan_id
WHERE client_name.folded IS NULL OR client_name.folded IS NOT person.folded LIMIT 1
"""


_OLDER: Final = message("The plans are of an older zlp. Opening them brings them up to date.")


def check(path: Path, key: bytes | None = None) -> tuple[Finding, ...]:
    """Everything that can be looked at without changing the file."""
    try:
        if not holds_plans(path, key):
            return (_good("file", message("There are no plans yet.")),)
        connection, (_, refusal, _) = opened(path, key)
        full = refusal if isinstance(refusal, StoreFull) else None
        with closing(connection):
            return (
                _bad("file", full.message) if full else _good("file", message("The file with the plans is there.")),
                *_around(path), *_inside(path, key, connection),
            )
    except StoreError as error:
        return (Finding("file", sound=False, message=error.message, values=error.values),)
    except dbapi2.Error as error:
        return (_bad("file", translated(error).message),)


def _around(path: Path) -> Iterator[Finding]:
    """Who else can come at the file, on this computer or another."""
    if others_can_read(path):
        yield _bad("private", message("Others on this computer can open the file with the plans."))
    elif others_can_replace(path):
        yield _bad("private", message("Others on this computer can put another file in the place of the plans."))
    else:
        yield _good("private", message("The file with the plans is set as it should be."))
    shared = shared_folder(path.parent)
    if shared is not None:
        yield Finding("folder", sound=True, message=shared.message, values=shared.values)


def _inside(path: Path, key: bytes | None, connection: dbapi2.Connection) -> Iterator[Finding]:
    """What is in the file."""
    older = version_of(connection, path.name) < SCHEMA
    pages = _pages(connection, key)
    try:
        with with_todays_tables(connection, path.name, key) as current:
            yield _good("version", _OLDER if older else message("The plans are of this zlp."))
            yield pages
            yield from _lines(current)
    except StoreError as error:
        yield Finding("version", sound=False, message=error.message, values=error.values)
        yield pages


def _pages(connection: dbapi2.Connection, key: bytes | None) -> Finding:
    if _pages_are_whole(connection, key):
        return _good("pages", message("Every page can be read."))
    return _bad("pages", message("The file with the plans is damaged. Please go back to a copy."))


def _lines(connection: dbapi2.Connection) -> Iterator[Finding]:
    """Whether what is in the tables belongs together."""
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
    for plan in _as_made(connection, unreadable_plans(connection)):
        values = {"name": _name_of(connection, plan), "id": plan}
        sentence = message("Something in the plan of {name} cannot be read ({id}).")
        yield Finding("plan", sound=False, message=sentence, values=values)


def _as_made(connection: dbapi2.Connection, plans: set[str]) -> tuple[str, ...]:
    """These plans in the order in which they were made; behind them those of which only lines are left."""
    known = [plan for (plan,) in connection.execute("SELECT plan_id FROM plan ORDER BY number") if plan in plans]
    return (*known, *sorted(plans - set(known)))


def _name_of(connection: dbapi2.Connection, plan: str) -> str:
    """The name of a plan's client, as far as it can be read."""
    named = "SELECT name FROM person WHERE plan_id = ? AND kind = 'client'"
    found = DriverConnection(connection).run(named, (plan,), of_many=True)
    return str(found[0][0]) if found else "?"


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
        connection.execute("PRAGMA ignore_check_constraints = ON")  # a value that cannot be read is told at its plan
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except dbapi2.DatabaseError:
        return False
