"""The statements that read the Changes of a plan: of some rows, since one that somebody saw, or back to a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import BindParameter, Select, and_, bindparam, case, func, literal_column, or_, select

from zlp_tui.plan.tables.all_tables import METADATA

_PLAN: Final[BindParameter[str]] = bindparam("plan")
SAYING_NOTHING: Final = ("plan", "person", "conversation", "attendance", "prompt", "notice", "evaluation", "edition")
"""The tables whose rows are made by whoever is there, and are no words of theirs."""


def _changes_of() -> Select[Any]:
    """All Changes of some rows, by who did them, oldest first."""
    refs = func.json_each(bindparam("refs")).table_valued("value")
    change = METADATA.tables["change"].c
    return _told().where(change.row.in_(select(refs.c.value)), change.plan_id == _PLAN).order_by(change.seq)


def _changes_since() -> Select[Any]:
    """All Changes that others made after one that somebody saw, oldest first."""
    change = METADATA.tables["change"].c
    others = (change.plan_id == _PLAN, change.seq > bindparam("seq"), change.by != bindparam("person"))
    return _told().where(*others).order_by(change.seq)


def _last_change_on() -> Select[Any]:
    """The number of the last Change of a day, or of an earlier one; NULL when there is none."""
    change = METADATA.tables["change"].c
    return select(func.max(change.seq)).where(change.plan_id == _PLAN, change.on_date <= bindparam("day"))


def _changes_after() -> Select[Any]:
    """All Changes after one, the newest first: for walking back to it."""
    change = METADATA.tables["change"].c
    told = select(change.of, change.row, change.kind, change.before)
    return told.where(change.plan_id == _PLAN, change.seq > bindparam("seq")).order_by(change.seq.desc())


def _changes_heard() -> Select[Any]:
    """All Changes after one, oldest first, with what tells who was there, and what was said anew."""
    change = METADATA.tables["change"].c
    anew = change.after.like(literal_column("'%\"replaces\"%'"))
    told_whole = or_(change.of == literal_column("'attendance'"), anew)
    seat = case((told_whole, change.after), else_=literal_column("'{}'"))
    columns = (change.seq, change.row, change.of, change.kind, change.by, change.conversation)
    told = select(*columns, seat.label("after"))
    return told.where(change.plan_id == _PLAN, change.seq > bindparam("seq")).order_by(change.seq)


def _read_marker() -> Select[Any]:
    """Up to which Change somebody has seen the plan, and when that was."""
    seen = METADATA.tables["seen"].c
    return select(seen.seq, seen.at).where(seen.plan_id == _PLAN, seen.person == bindparam("person"))


def _last_change_by() -> Select[Any]:
    """The number of the last Change by which somebody said or noted something, and when that was. Who sits down or is
    shown a notice says nothing."""
    change = METADATA.tables["change"].c
    said = change.of.not_in([literal_column(f"'{kind}'") for kind in SAYING_NOTHING])
    own = (change.plan_id == _PLAN, change.by == bindparam("person"), said)
    found = select(change.seq, change.at).where(*own).order_by(change.seq.desc())
    return found.limit(literal_column("1")).offset(literal_column("0"))


def _told() -> Select[Any]:
    table, person = METADATA.tables["change"], METADATA.tables["person"]
    change = table.c
    who = and_(person.c.plan_id == change.plan_id, person.c.id == change.by)
    columns = (change.at, change.by, person.c.name, change.kind, change.before, change.after, change.of, change.row)
    return select(*columns, change.on_date).select_from(table.outerjoin(person, who))


CHANGE_QUERIES: Final[Mapping[str, Callable[[], Select[Any]]]] = {
    "changes-of": _changes_of,
    "changes-since": _changes_since,
    "last-change-on": _last_change_on,
    "changes-after": _changes_after,
    "changes-heard": _changes_heard,
    "read-marker": _read_marker,
    "last-change-by": _last_change_by,
}
"""Every query of the history of a plan, by name."""
