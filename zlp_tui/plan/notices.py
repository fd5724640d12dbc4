"""Messages of the program that were on screen: the date is the proof that they were shown (L10, L37)."""

from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan import changes
from zlp_tui.plan.changes import Act
from zlp_tui.plan.prepared import Prepared
from zlp_tui.plan.row import PlanRow, check_date, check_instant, filled, maybe, rules, table_of
from zlp_tui.plan.rules import Checked, ScriptId, checked


class Notice(PlanRow, table=True):
    """A notice of the script, shown on a date."""

    __table_args__ = rules(check_date("shown_on"), check_instant("withdrawn_at"))
    withdrawn_at: str | None = maybe()
    notice: str = filled()
    shown_on: str = filled()


class _New(Checked):
    notice: ScriptId


def shown(act: Act, notice_id: str) -> str:
    """Keep that a notice is on screen today, once a day; its row's id. Nobody's leave is asked: it is not an answer."""
    notice = checked(_New, notice=notice_id).notice
    known = _known().run(act.session, {"of_plan": act.plan_id, "this": notice, "today": act.day})
    return str(known[0][0]) if known else changes.add(act, Notice, notice=notice, shown_on=act.day)


@cache
def _known() -> Prepared:
    notices = table_of(Notice).c
    here = (notices.plan_id == bindparam("of_plan"), notices.notice == bindparam("this"))
    return Prepared(
        select(notices.id).where(*here, notices.shown_on == bindparam("today"), notices.withdrawn_at.is_(None))
    )
