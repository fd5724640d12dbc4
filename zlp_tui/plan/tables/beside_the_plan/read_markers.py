"""Up to where a person has seen the plan: how far they read, and no content, so it is kept without a Change (L63)."""

from functools import cache

from sqlalchemy import TEXT, ForeignKeyConstraint, bindparam, func, literal_column, select
from sqlmodel import Field

from zlp_tui.plan.compiled import Upsert
from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.tables.changes import Act, ChangeRow
from zlp_tui.plan.tables.columns import BaseRow, check_instant, integer_column, reference, table_of, text_column


class SeenRow(BaseRow, table=True):
    """The last Change there was when somebody looked, and when that was."""

    __table_args__ = (
        check_instant("at"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        reference("person", "person"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    person: str = Field(primary_key=True, sa_type=TEXT)
    seq: int = integer_column()
    at: str = text_column()


def looked(act: Act) -> None:
    """Who speaks has seen the plan as it is now."""
    _looking().run(act.session, {"plan_id": act.plan_id, "of_plan": act.plan_id, "person": act.by, "at": act.instant})


@cache
def _looking() -> Upsert:
    change = table_of(ChangeRow)
    last = func.coalesce(func.max(change.c.seq), literal_column("0"))
    now = select(last).where(change.c.plan_id == bindparam("of_plan")).scalar_subquery()
    return Upsert(table_of(SeenRow), ("plan_id", "person"), seq=now)
