"""Citizen service numbers (BSN, V101), apart from the details that tell their last digits.

Whoever reads the plan reads the detail. The number itself is in no view, no Change, no edition and no log: it is asked
for by itself, and a copy for another is made without it.
"""

from functools import cache

from sqlalchemy import TEXT, CheckConstraint, ForeignKeyConstraint, bindparam, delete, insert, select
from sqlmodel import Field

from zlp_tui.citizen_number import read_citizen_number
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.dialects import STRICT, HasShape
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.columns import BaseRow, reference, table_of, text_column
from zlp_tui.plan.transaction import Transaction


class CitizenNumberRow(BaseRow, table=True):
    """The number that was filled in with a detail."""

    __table_args__ = (
        CheckConstraint(HasShape("number", "[0-9]" * 9), name="number"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        reference("detail", "detail"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    detail: str = Field(primary_key=True, sa_type=TEXT)
    number: str = text_column()


def keep(act: Act, detail: str, number: str) -> None:
    """Keep the number of a detail. `Refused` when it is none."""
    row = {"plan_id": act.plan_id, "detail": detail, "number": read_citizen_number(number)}
    _keeping().run(act.session, row)


def erase(act: Act) -> None:
    """Delete every number that was ever kept of the plan, for good."""
    _erasing().run(act.session, {"of_plan": act.plan_id})


def number_of(session: Transaction, plan_id: str, detail: str) -> str | None:
    """The number that was filled in with a detail; None where it was erased, or left out of a copy."""
    found = _finding().run(session, {"of_plan": plan_id, "of_detail": detail})
    return str(found[0][0]) if found else None


@cache
def _keeping() -> CompiledStatement:
    return CompiledStatement(insert(table_of(CitizenNumberRow)))


@cache
def _erasing() -> CompiledStatement:
    rows = table_of(CitizenNumberRow)
    return CompiledStatement(delete(rows).where(rows.c.plan_id == bindparam("of_plan")))


@cache
def _finding() -> CompiledStatement:
    rows = table_of(CitizenNumberRow).c
    here = (rows.plan_id == bindparam("of_plan"), rows.detail == bindparam("of_detail"))
    return CompiledStatement(select(rows.number).where(*here))
