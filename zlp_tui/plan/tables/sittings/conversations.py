"""Sittings at the table: who was there from when to when, and where it stopped."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import BindParameter, bindparam, select, update

from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    integer_column,
    nullable_integer,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.transaction import ColumnValue


class ConversationRow(OwnedRow, table=True):
    """One sitting. Where it stands (`resume_…`) is position and no content: it is kept without a Change."""

    __table_args__ = table_args(
        check_instant("started"), check_date("started_on"), check_instant("ended"), check_instant("withdrawn_at")
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    started: str = text_column()
    started_on: str = text_column()
    ended: str | None = nullable_text()
    resume_topic: str | None = nullable_text()
    resume_step: str | None = nullable_text()
    resume_item: str | None = nullable_text()
    resume_route: str | None = nullable_text()


class AttendanceRow(OwnedRow, table=True):
    """When somebody sat at the table."""

    __table_args__ = table_args(
        check_instant("since"),
        check_instant("until"),
        check_instant("withdrawn_at"),
        reference("conversation", "conversation"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    conversation: str = text_column()
    person: str = text_column()
    since: str = text_column()
    until: str | None = nullable_text()
    by_key: int | None = nullable_integer()


def begin(act: Act, present: Sequence[str], by_key: Collection[str] = ()) -> str:
    """Sit down with these people, by id; the conversation's id. `by_key` as of `attend`."""
    conversation = act.new_id()
    inside = replace(act, conversation=conversation)
    changes.add(inside, ConversationRow, id=conversation, started=act.instant, started_on=act.day)
    attend(act, conversation, present, by_key)
    return conversation


def attend(act: Act, conversation: str, present: Sequence[str], by_key: Collection[str] = ()) -> bool:
    """Who sits at the table from now on: others have left. Those `by_key` showed by their own passphrase that they are
    here; the others were named. False when nothing changed."""
    inside = replace(act, conversation=conversation)
    there = _there(act, conversation)
    left = [changes.alter(inside, AttendanceRow, there[who], until=act.instant) for who in there if who not in present]
    new = [
        changes.add(
            inside, AttendanceRow, conversation=conversation, person=who, since=act.instant,
            by_key=1 if who in by_key else None,
        )
        for who in dict.fromkeys(present) if who not in there
    ]
    shown = [
        changes.alter(inside, AttendanceRow, there[who], by_key=1) for who in by_key if who in there and who in present
    ]
    return any((left, new, any(shown)))


def resume_at(
    act: Act, conversation: str, topic: str, step: str, item: str | None, route: str | None = None
) -> None:
    """Where the conversation stands now, and along which route it came there."""
    place: dict[str, ColumnValue] = {"topic": topic, "step": step, "item": item, "route": route}
    _placing().run(act.session, place | _of(act, conversation))


def end(act: Act, conversation: str) -> bool:
    """Get up from the table; False when everybody had already."""
    attend(act, conversation, ())
    if changes.current(act, ConversationRow, conversation)["ended"] is not None:
        return False
    return changes.alter(replace(act, conversation=conversation), ConversationRow, conversation, ended=act.instant)


def _there(act: Act, conversation: str) -> dict[str, str]:
    """Who sits at the table: person id to the row that says so."""
    return dict(_sitting().run(act.session, _of(act, conversation)))


def _of(act: Act, conversation: str) -> dict[str, ColumnValue]:
    return {"of_plan": act.plan_id, "of_talk": conversation}


@cache
def _placing() -> CompiledStatement:
    table = table_of(ConversationRow)
    here = (table.c.plan_id == bindparam("of_plan"), table.c.id == bindparam("of_talk"))
    place: dict[str, BindParameter[ColumnValue]] = {
        f"resume_{part}": bindparam(part) for part in ("topic", "step", "item", "route")
    }
    return CompiledStatement(update(table).where(*here).values(place))


@cache
def _sitting() -> CompiledStatement:
    rows = table_of(AttendanceRow).c
    here = (rows.plan_id == bindparam("of_plan"), rows.conversation == bindparam("of_talk"))
    now = (rows.until.is_(None), rows.withdrawn_at.is_(None))
    return CompiledStatement(select(rows.person, rows.id).where(*here, *now).order_by(rows.seq))
