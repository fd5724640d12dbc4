"""Writing and reading the log of a plan, by compiled SQL: whoever only reads is told of too, without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from zlp_tui.plan.audit_line import (
    CHANGE_COLUMNS,
    OPEN,
    AuditEntry,
    AuditEvent,
    AuditLine,
    AuditSeal,
    ChangeValues,
    line_of,
    mark_of,
)
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.transaction import Transaction


def append(session: Transaction, entries: Iterable[AuditEntry], seal: AuditSeal) -> None:
    """Add lines at the end of the log of each plan, in the transaction of what they tell of.

    Where the file has another key than the line before was sealed with, a line that begins the next chain comes first.
    """
    for plan_id, of_plan in groupby(entries, key=lambda entry: entry.plan_id):
        _append(session, plan_id, list(of_plan), seal)


def _append(session: Transaction, plan_id: str, entries: list[AuditEntry], seal: AuditSeal) -> None:
    found = rows_of(session, "audit-last", plan_id)
    number, chain, before = found[0] if found else (0, seal.chain, "")
    if chain == OPEN != seal.chain:  # nothing was told yet since the file has a key
        told = entries[1:] if entries[0].event == "new-key" else entries
        entries = [new_chain(plan_id, entries[0].at, b""), *told]
    add = query_named("audit-add", session.dialect).sql
    for entry in entries:
        number += 1
        line = line_of(entry, number, seal).sealed(plan_id, before, seal.key)
        session.run(add, {"plan_id": plan_id, **line._asdict()})
        before = line.seal
    mark = mark_of(plan_id, number, before, seal.key)
    session.run(query_named("audit-mark", session.dialect).sql, {"plan_id": plan_id, "number": number, "mark": mark})


def new_chain(plan_id: str, at: str, former: bytes) -> AuditEntry:
    """The first line of the chain of a file with a new key. It holds the key of the chain before, which opens nothing:
    so its lines can still be looked at."""
    return AuditEntry(plan_id, at, "new-key", what=former.hex() or None)


def rows_of(session: Transaction, query: str, plan_id: str) -> list[tuple[Any, ...]]:
    """What a query of the log gives, whatever somebody wrote there: values that cannot be are found by the check."""
    return session.run(query_named(query, session.dialect).sql, {"plan": plan_id})


def lines_of_plan(session: Transaction, plan_id: str) -> tuple[AuditLine, ...]:
    """The whole log of a plan, the oldest line first."""
    return tuple(AuditLine(*row) for row in rows_of(session, "audit-lines", plan_id))


def changes_of_plan(session: Transaction, plan_id: str) -> tuple[ChangeValues, ...]:
    """All Changes of a plan as they are sealed, the oldest first."""
    return tuple(rows_of(session, "audit-changes", plan_id))


def begin_log(session: Transaction, plan_id: str, seal: AuditSeal) -> None:
    """Begin the log of a plan that is older than it: one line, that seals all its Changes as they are now."""
    changes = changes_of_plan(session, plan_id)
    if changes:
        append(session, [AuditEntry(plan_id, str(changes[-1][_AT]), "begin", changes=changes)], seal)


def log_as_said(session: Transaction, plan_id: str) -> None:
    """Give a plan to practise with the log that it would have, by its Changes: a line for each person and day."""
    entries: list[AuditEntry] = []
    for (by, _), made in groupby(changes_of_plan(session, plan_id), key=lambda change: (change[_BY], change[_DAY])):
        changes = tuple(made)
        event: AuditEvent = "change" if entries else "begin"
        entries.append(AuditEntry(plan_id, str(changes[-1][_AT]), event, str(by), changes=changes))
    append(session, entries, AuditSeal())


_AT, _BY, _DAY = (CHANGE_COLUMNS.index(name) for name in ("at", "by", "on_date"))
