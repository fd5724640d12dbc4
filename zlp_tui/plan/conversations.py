"""Sittings at the table: who was there from when to when, and where it stopped."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, func, select, update

from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act, Change
from zlp_tui.plan.row import PlanRow, check_date, check_instant, filled, maybe, refers, rules, table_of, whole

TOPIC = "at-the-table"


class Conversation(PlanRow, table=True):
    """One sitting. Where it stands (`resume_…`) is position and no content: it is kept without a Change."""

    __table_args__ = rules(
        check_instant("started"), check_date("started_on"), check_instant("ended"), check_instant("withdrawn_at")
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    started: str = filled()
    started_on: str = filled()
    ended: str | None = maybe()
    resume_topic: str | None = maybe()
    resume_step: str | None = maybe()
    resume_item: str | None = maybe()


class Attendance(PlanRow, table=True):
    """When somebody sat at the table."""

    __table_args__ = rules(
        check_instant("since"),
        check_instant("until"),
        check_instant("withdrawn_at"),
        refers("conversation", "conversation"),
        refers("person", "person"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    conversation: str = filled()
    person: str = filled()
    since: str = filled()
    until: str | None = maybe()


def begin(act: Act, present: Sequence[str]) -> str:
    """Sit down with these people, by id; the conversation's id."""
    ask_leave(act.by, TOPIC)
    conversation = act.new_id()
    inside = replace(act, conversation=conversation)
    changes.add(inside, Conversation, id=conversation, started=act.instant, started_on=act.day)
    attend(act, conversation, present)
    return conversation


def attend(act: Act, conversation: str, present: Sequence[str]) -> bool:
    """Who sits at the table from now on: others have left. False when nothing changed."""
    ask_leave(act.by, TOPIC)
    inside = replace(act, conversation=conversation)
    there = _there(act, conversation)
    left = [changes.alter(inside, Attendance, there[who], until=act.instant) for who in there if who not in present]
    new = [
        changes.add(inside, Attendance, conversation=conversation, person=who, since=act.instant)
        for who in dict.fromkeys(present) if who not in there
    ]
    return bool(left or new)


def resume_at(act: Act, conversation: str, topic: str, step: str, item: str | None) -> None:
    """Where the conversation stands now."""
    table = table_of(Conversation)
    position = update(table).where(table.c.plan_id == act.plan_id, table.c.id == conversation)
    act.session.connection().execute(position.values(resume_topic=topic, resume_step=step, resume_item=item))


def end(act: Act, conversation: str) -> bool:
    """Get up from the table; False when everybody had already."""
    attend(act, conversation, ())
    if changes.current(act, Conversation, conversation)["ended"] is not None:
        return False
    return changes.alter(replace(act, conversation=conversation), Conversation, conversation, ended=act.instant)


def drop_if_silent(act: Act, conversation: str) -> bool:
    """Leave no trace of a conversation in which nothing was said or filled in; True when it is gone.

    Its own Changes go with it when they are the last ones, so that numbers stay gap-free; otherwise (a notice was
    shown) it is withdrawn.
    """
    log = table_of(Change)
    run = act.session.connection().execute
    here = (log.c.plan_id == act.plan_id, log.c.conversation == conversation)
    told = set(run(select(log.c.of).where(*here).distinct()).scalars())
    if told - {"conversation", "attendance", "notice"}:
        return False
    first = run(select(func.min(log.c.seq)).where(*here)).scalar_one()
    since = (log.c.plan_id == act.plan_id, log.c.seq >= first)
    own = ("conversation", "attendance")
    others = log.c.conversation.is_distinct_from(conversation) | log.c.of.not_in(own)
    if run(select(log.c.seq).where(*since, others)).first():
        return _take_back(act, conversation)
    attendance, sitting = table_of(Attendance), table_of(Conversation)
    run(delete(attendance).where(attendance.c.plan_id == act.plan_id, attendance.c.conversation == conversation))
    run(delete(sitting).where(sitting.c.plan_id == act.plan_id, sitting.c.id == conversation))
    run(delete(log).where(*since))
    return True


def _take_back(act: Act, conversation: str) -> bool:
    for who in _there(act, conversation).values():
        changes.alter(act, Attendance, who, until=act.instant)
    return changes.alter(act, Conversation, conversation, withdrawn_at=act.instant)


def _there(act: Act, conversation: str) -> dict[str, str]:
    """Who sits at the table: person id to the row that says so."""
    rows = table_of(Attendance).c
    now = select(rows.person, rows.id).where(
        rows.plan_id == act.plan_id, rows.conversation == conversation, rows.until.is_(None),
        rows.withdrawn_at.is_(None),
    )
    return dict(act.session.connection().execute(now.order_by(rows.seq)).all())
