"""Up to where a person has seen the plan: how far they read, and no content, so it is kept without a Change (L63)."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from sqlalchemy import TEXT, ForeignKeyConstraint, bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables.changes import Act, ChangeRow
from zlp_tui.plan.tables.columns import STRICT, BaseRow, check_instant, integer_column, reference, table_of, text_column
from zlp_tui.plan.transaction import Transaction

TOPIC: Final = "new-since"

SINCE: Final = "SELECT seq, at FROM seen WHERE plan_id = ? AND person = ?"

TOUCHED: Final = """
SELECT line, of, "by", on_date, sum(kind = 'add' AND line = "row"), max(seq) FROM (
    SELECT coalesce(small_step.agreement, task.agreement, option.choice, open_question.choice, change."row") AS line,
        change."row", change.of, change.seq, change."by", change.on_date, change.kind
    FROM change
    LEFT JOIN small_step ON small_step.plan_id = change.plan_id AND small_step.id = change."row"
    LEFT JOIN task ON task.plan_id = change.plan_id AND task.id = change."row"
    LEFT JOIN option ON option.plan_id = change.plan_id AND option.id = change."row"
    LEFT JOIN open_question ON open_question.plan_id = change.plan_id AND open_question.id = change."row"
    WHERE change.plan_id = ? AND change.seq > ? AND change."by" <> ?
) GROUP BY line
"""
"""Each line once, with its last Change (SQLite gives the other columns of the row with the `max`)."""


class Touched(NamedTuple):
    """What others did to a line: in which table, who did so last, on which day, and whether they added it."""

    of: str
    by: str
    on: str
    added: bool



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
    ask_leave(act.by, TOPIC)
    _looking().run(act.session, {"plan_id": act.plan_id, "of_plan": act.plan_id, "person": act.by, "at": act.instant})


def touched_since(session: Transaction, plan_id: str, person: str) -> tuple[str, Mapping[str, Touched]]:
    """When somebody looked last, and what others added or changed since, by line; all they ever did when never.

    A piece of an agreement or a choice counts as that whole.
    """
    found = session.run(SINCE, (plan_id, person))
    seq, at = found[0] if found else (0, "")
    rows = session.run(TOUCHED, (plan_id, seq, person))
    return str(at), {line: Touched(of, by, on, bool(added)) for line, of, by, on, added, _ in rows}


@cache
def _looking() -> CompiledStatement:
    seen, change = table_of(SeenRow), table_of(ChangeRow)
    last = func.coalesce(func.max(change.c.seq), literal_column("0"))
    now = select(last).where(change.c.plan_id == bindparam("of_plan")).scalar_subquery()
    new = insert(seen).values(seq=now)
    told = {name: new.excluded[name] for name in ("seq", "at")}
    return CompiledStatement(new.on_conflict_do_update(index_elements=["plan_id", "person"], set_=told))
