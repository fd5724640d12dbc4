"""The look back, at half a year or whenever one likes: one sitting or more, until it is closed (V69, L09, L22)."""

import json
from collections.abc import Sequence
from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_list,
    check_one_of,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import Validated, validated
from zlp_tui.plan.view import Enough


class EvaluationRow(OwnedRow, table=True):
    """One look back. What was said in it are statements about it; the rest stands in tables that refer to it."""

    __table_args__ = table_args(
        check_date("held_on"),
        check_list("present"),
        check_one_of("quality", Enough),
        check_date("closed_on"),
        check_instant("withdrawn_at"),
        reference("conversation", "conversation"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    held_on: str = text_column()
    conversation: str | None = nullable_text()
    present: str = text_column()
    quality: str | None = nullable_text()
    closed_on: str | None = nullable_text()
    quality_by: str | None = nullable_text()


class _Quality(Validated):
    quality: Enough | None


def open_or_create(act: Act, present: Sequence[str]) -> str:
    """The evaluation that is going on, begun today when there is none; its id. Who is here now was present."""
    found = _open().run(act.session, {"of_plan": act.plan_id})
    if not found:
        here = people.ids(act, present)
        return changes.add(act, EvaluationRow, held_on=act.day, conversation=act.conversation, present=here)
    ((evaluation, were),) = found[-1:]
    changes.alter(act, EvaluationRow, evaluation, present=people.ids(act, [*json.loads(were), *present]))
    return str(evaluation)


def set_quality(act: Act, evaluation: str, quality: str | None) -> bool:
    """Whether this plan supports the client's life well enough (L79); False when it stood like that."""
    return voices.answer(act, EvaluationRow, evaluation, quality=validated(_Quality, quality=quality).quality)


def close(act: Act, evaluation: str) -> bool:
    """This look back is done; the next one is another. False when it was closed before."""
    if changes.current(act, EvaluationRow, evaluation)["closed_on"] is not None:
        return False
    return changes.alter(act, EvaluationRow, evaluation, closed_on=act.day)


@cache
def _open() -> CompiledStatement:
    rows = table_of(EvaluationRow).c
    here = (rows.plan_id == bindparam("of_plan"), rows.closed_on.is_(None), rows.withdrawn_at.is_(None))
    return CompiledStatement(select(rows.id, rows.present).where(*here).order_by(rows.seq))
