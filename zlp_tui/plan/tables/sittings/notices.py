"""Messages of the program that were on screen: the date is the proof that they were shown (L10, L37)."""

from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    nullable_text,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import ScriptId, Validated, validated


class NoticeRow(OwnedRow, table=True):
    """A notice of the script, shown on a date."""

    __table_args__ = table_args(check_date("shown_on"), check_instant("withdrawn_at"))
    withdrawn_at: str | None = nullable_text()
    notice: str = text_column()
    shown_on: str = text_column()


class _New(Validated):
    notice: ScriptId


def shown(act: Act, notice_id: str) -> str:
    """Keep that a notice is on screen today, once a day; its row's id. Nobody's leave is asked: it is not an answer."""
    notice = validated(_New, notice=notice_id).notice
    known = _known().run(act.session, {"of_plan": act.plan_id, "this": notice, "today": act.day})
    return str(known[0][0]) if known else changes.add(act, NoticeRow, notice=notice, shown_on=act.day)


@cache
def _known() -> CompiledStatement:
    notices = table_of(NoticeRow).c
    here = (notices.plan_id == bindparam("of_plan"), notices.notice == bindparam("this"))
    return CompiledStatement(
        select(notices.id).where(*here, notices.shown_on == bindparam("today"), notices.withdrawn_at.is_(None))
    )
