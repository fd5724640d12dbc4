"""Who typed last, per plan: proposed at the next sitting and never assumed. It is no content, so it has no Change."""

from functools import cache

from sqlalchemy import TEXT, ForeignKeyConstraint, and_, bindparam, func, select
from sqlmodel import Field

from zlp_tui.plan.compiled import CompiledStatement, Upsert
from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client.people import PersonRow
from zlp_tui.plan.tables.columns import BaseRow, check_instant, reference, table_of, text_column
from zlp_tui.plan.transaction import Transaction


class KeyboardUserRow(BaseRow, table=True):
    """The last keyboard user of one plan, and when they began to type."""

    __table_args__ = (
        check_instant("at"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        reference("person", "person"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    person: str = text_column()
    at: str = text_column()


def remember(act: Act, person: str) -> None:
    """This person of the plan types now."""
    _remembering().run(act.session, {"plan_id": act.plan_id, "person": person, "at": act.instant})


def last_of_plan(session: Transaction, plan_id: str) -> str | None:
    """Who typed last in a plan, by person id; None when that was never said."""
    found = _of_plan().run(session, {"plan": plan_id})
    return str(found[0][0]) if found else None


def last_of_all(session: Transaction) -> str | None:
    """The name of who typed last in any plan of this store; None when that was never said."""
    found = _of_all().run(session, {})
    return str(found[0][0]) if found else None


@cache
def _remembering() -> Upsert:
    return Upsert(table_of(KeyboardUserRow), ("plan_id",))


@cache
def _of_plan() -> CompiledStatement:
    typed = table_of(KeyboardUserRow).c
    return CompiledStatement(select(typed.person).where(typed.plan_id == bindparam("plan")))


@cache
def _of_all() -> CompiledStatement:
    table, people = table_of(KeyboardUserRow), table_of(PersonRow)
    same = and_(people.c.plan_id == table.c.plan_id, people.c.id == table.c.person)
    newest = select(func.max(table.c.at)).scalar_subquery()
    return CompiledStatement(
        select(people.c.name).join_from(table, people, same).where(table.c.at == newest).order_by(table.c.plan_id)
    )
