"""Up to where a person has seen the plan: how far they read, and no content, so it is kept without a Change (L63)."""

from functools import cache
from typing import Final

from sqlalchemy import TEXT, ForeignKeyConstraint, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act, Change
from zlp_tui.plan.prepared import Prepared
from zlp_tui.plan.row import STRICT, Row, check_instant, filled, refers, table_of, whole
from zlp_tui.plan.session import Session

TOPIC: Final = "new-since"

SINCE: Final = "SELECT seq, at FROM seen WHERE plan_id = ? AND person = ?"

TOUCHED: Final = 'SELECT DISTINCT "row" FROM change WHERE plan_id = ? AND seq > ? AND "by" <> ?'


class SeenRow(Row, table=True):
    """The last Change there was when somebody looked, and when that was."""

    __table_args__ = (
        check_instant("at"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        refers("person", "person"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    person: str = Field(primary_key=True, sa_type=TEXT)
    seq: int = whole()
    at: str = filled()


def looked(act: Act) -> None:
    """Who speaks has seen the plan as it is now."""
    ask_leave(act.by, TOPIC)
    _looking().run(act.session, {"plan_id": act.plan_id, "of_plan": act.plan_id, "person": act.by, "at": act.instant})


def touched_since(session: Session, plan_id: str, person: str) -> tuple[str, frozenset[str]] | None:
    """When somebody looked last, and which lines others added or changed since; None when they never looked."""
    found = session.run(SINCE, (plan_id, person))
    if not found:
        return None
    ((seq, at),) = found
    return str(at), frozenset(row for (row,) in session.run(TOUCHED, (plan_id, seq, person)))


@cache
def _looking() -> Prepared:
    seen, change = table_of(SeenRow), table_of(Change)
    last = func.coalesce(func.max(change.c.seq), literal_column("0"))
    now = select(last).where(change.c.plan_id == bindparam("of_plan")).scalar_subquery()
    new = insert(seen).values(seq=now)
    told = {name: new.excluded[name] for name in ("seq", "at")}
    return Prepared(new.on_conflict_do_update(index_elements=["plan_id", "person"], set_=told))
