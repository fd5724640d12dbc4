"""The statements of the log of a plan: its last line, all of them, one more; and the Changes that they tell of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, insert, literal_column, select

from zlp_tui.plan.audit_line import CHANGE_COLUMNS, AuditLine
from zlp_tui.plan.compiled import CompiledStatement, Upsert
from zlp_tui.plan.tables.all_tables import METADATA

_PLAN: Final[BindParameter[str]] = bindparam("plan")


def _lines() -> Select[Any]:
    audit = METADATA.tables["audit"].c
    told = select(*(audit[name] for name in AuditLine._fields))
    return told.where(audit.plan_id == _PLAN).order_by(audit.number)


def _last() -> Select[Any]:
    """The line that the next one is sealed to."""
    audit = METADATA.tables["audit"].c
    found = select(audit.number, audit.chain, audit.seal).where(audit.plan_id == _PLAN)
    return found.order_by(audit.number.desc()).limit(literal_column("1")).offset(literal_column("0"))


def _changes() -> Select[Any]:
    """All Changes of a plan, as they are sealed."""
    change = METADATA.tables["change"].c
    told = select(*(change[name] for name in CHANGE_COLUMNS))
    return told.where(change.plan_id == _PLAN).order_by(change.seq)


def _listed() -> Select[Any]:
    """Whether it was told since a moment that words of a plan stood in a list."""
    audit = METADATA.tables["audit"].c
    listed = (audit.plan_id == _PLAN, audit.event == literal_column("'list'"), audit.at >= bindparam("since"))
    found = select(audit.number).where(*listed)
    return found.limit(literal_column("1")).offset(literal_column("0"))


def _head() -> Select[Any]:
    head = METADATA.tables["audit_head"].c
    return select(head.number, head.mark).where(head.plan_id == _PLAN)


AUDIT_QUERIES: Final[Mapping[str, Callable[[], Select[Any]]]] = {
    "audit-lines": _lines,
    "audit-last": _last,
    "audit-changes": _changes,
    "audit-head": _head,
    "audit-listed": _listed,
}

AUDIT_WRITES: Final[Mapping[str, Callable[[], CompiledStatement]]] = {
    "audit-add": lambda: CompiledStatement(insert(METADATA.tables["audit"])),
    "audit-mark": lambda: Upsert(METADATA.tables["audit_head"], ("plan_id",)),
}
"""What is written without SQLAlchemy: who only reads is told of too."""
