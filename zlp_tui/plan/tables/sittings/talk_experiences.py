"""How a conversation was, for each person who sat there (V39). In an evaluation that is kept with the evaluation."""

from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_instant,
    check_one_of,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import Validated, validated
from zlp_tui.plan.view import Face


class TalkExperienceRow(OwnedRow, table=True):
    """How one conversation was for one person, as they said themselves."""

    __table_args__ = table_args(
        check_one_of("face", Face),
        check_instant("withdrawn_at"),
        reference("conversation", "conversation"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    conversation: str = text_column()
    person: str = text_column()
    face: str = text_column()


class _New(Validated):
    face: Face


def say(act: Act, face: str) -> str:
    """How this conversation was for who speaks; its id. Said again, it is said anew."""
    new = validated(_New, face=face)
    of_talk = act.conversation or ""
    found = _said().run(act.session, {"of_plan": act.plan_id, "of_talk": of_talk, "by": act.by})
    if not found:
        return changes.add(act, TalkExperienceRow, conversation=of_talk, person=act.by, face=new.face)
    ((said,),) = found[-1:]
    changes.alter(act, TalkExperienceRow, said, face=new.face)
    return str(said)


@cache
def _said() -> CompiledStatement:
    rows = table_of(TalkExperienceRow).c
    here = (rows.plan_id == bindparam("of_plan"), rows.conversation == bindparam("of_talk"))
    theirs = (rows.person == bindparam("by"), rows.withdrawn_at.is_(None))
    return CompiledStatement(select(rows.id).where(*here, *theirs).order_by(rows.seq))
