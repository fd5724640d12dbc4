"""What is typed and not yet said. A draft is no part of the plan: it has no Change, and is gone once said."""

from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import TEXT, ForeignKeyConstraint, bindparam, delete, select
from sqlmodel import Field

from zlp_tui.plan.compiled import CompiledStatement, Upsert
from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.tables.columns import (
    BaseRow,
    check_instant,
    check_words,
    nullable_text,
    reference,
    table_of,
    text_column,
)
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.text import LIMIT, visible


class DraftRow(BaseRow, table=True):
    """The words that stand in the answer field of one place, and who was typing them."""

    __table_args__ = (
        check_words("text"),
        check_instant("at"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]),
        reference("voice", "person"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    place: str = Field(primary_key=True, sa_type=TEXT)
    text: str = text_column()
    voice: str | None = nullable_text()
    at: str = text_column()


class Draft(NamedTuple):
    """A draft as it is offered back."""

    place_key: str
    text: str
    voice: str | None
    at: str


def keep(session: Transaction, plan_id: str, place_key: str, text: str, voice: str | None, at: datetime) -> None:
    """Keep what is typed at a place; nothing but white space forgets it."""
    typed = visible(text)[:LIMIT]
    if not typed.strip():
        forget(session, plan_id, place_key)
        return
    row = {"plan_id": plan_id, "place": place_key, "text": typed, "voice": voice, "at": instant(at)}
    _keeping().run(session, row)


def forget(session: Transaction, plan_id: str, place_key: str) -> None:
    """Forget what was typed at a place, because it was said or wiped."""
    _forgetting().run(session, {"plan": plan_id, "place_key": place_key})


def all(session: Transaction, plan_id: str) -> tuple[Draft, ...]:
    """All drafts of a plan, newest first."""
    return tuple(Draft(*row) for row in _offering().run(session, {"plan": plan_id}))


@cache
def _keeping() -> Upsert:
    return Upsert(table_of(DraftRow), ("plan_id", "place"))


@cache
def _forgetting() -> CompiledStatement:
    draft = table_of(DraftRow)
    here = (draft.c.plan_id == bindparam("plan"), draft.c.place == bindparam("place_key"))
    return CompiledStatement(delete(draft).where(*here))


@cache
def _offering() -> CompiledStatement:
    draft = table_of(DraftRow).c
    told = select(draft.place, draft.text, draft.voice, draft.at)
    return CompiledStatement(told.where(draft.plan_id == bindparam("plan")).order_by(draft.at.desc(), draft.place))
