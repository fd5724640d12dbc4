"""The log of a plan as it is kept: no line of the plan, so it has no Change. Nothing in it is ever changed or removed.

It is written at the end of each transaction that is told of (`queries/audit_log.py`).
"""

from sqlalchemy import INTEGER, TEXT, CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field

from zlp_tui.access_point import AccessSource
from zlp_tui.plan.audit_line import EVENTS, AuditOutcome
from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.tables.columns import (
    BaseRow,
    check_instant,
    check_one_of,
    integer_column,
    nullable_integer,
    nullable_text,
    text_column,
)


class AuditRow(BaseRow, table=True):
    """One line of the log of a plan: the columns of `AuditLine`."""

    __table_args__ = (
        check_one_of("event", EVENTS),
        check_one_of("outcome", AuditOutcome),
        check_one_of("source", AccessSource),
        check_instant("at"),
        CheckConstraint("number > 0", name="number"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    number: int = Field(primary_key=True, sa_type=INTEGER)
    at: str = text_column()
    event: str = text_column()
    outcome: str = text_column()
    person: str | None = nullable_text()
    on_behalf_of: str | None = nullable_text()
    keyholder: str | None = nullable_text()
    access_point: str | None = nullable_text()
    source: str | None = nullable_text()
    topic: str | None = nullable_text()
    domain: str | None = nullable_text()
    what: str | None = nullable_text()
    from_seq: int | None = nullable_integer()
    to_seq: int | None = nullable_integer()
    digest: str | None = nullable_text()
    chain: str = text_column()
    seal: str = text_column()


class AuditHeadRow(BaseRow, table=True):
    """Which line of the log of a plan is the last one."""

    __table_args__ = (ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]), STRICT)
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    number: int = integer_column()
    mark: str = text_column()
