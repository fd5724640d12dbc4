"""Remarks and nice moments: anyone at the table leaves one, and a remark carries what became of it (L56, L107, M11)."""

from zlp_tui.errors import Refused
from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, SpokenText, Validated, validated
from zlp_tui.plan.view import RemarkKind


class RemarkRow(OwnedRow, table=True):
    """One remark. `about` is any line of the plan, so its writer guards it."""

    __table_args__ = table_args(
        check_one_of("kind", RemarkKind),
        check_words("text"),
        check_date("said_on"),
        check_words("done_with"),
        check_date("told_back_on"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("conversation", "conversation"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    kind: str = text_column()
    text: str = text_column()
    voice: str = text_column()
    said_on: str = text_column()
    conversation: str | None = nullable_text()
    about: str | None = nullable_text()
    done_with: str | None = nullable_text()
    told_back_on: str | None = nullable_text()
    done_by: str | None = nullable_text()


class _New(Validated):
    kind: RemarkKind
    text: SpokenText


class _Fields(Validated):
    done_with: SpokenText | None = None
    told_back_on: Dated | None = None


def leave(act: Act, text: str, *, kind: str = "remark", about: str | None = None) -> str:
    """Leave a remark, or a nice moment, about a line of the plan or about nothing in particular; its id."""
    new = validated(_New, kind=kind, text=text)
    if about is not None:
        changes.table_with(act, about)
    return changes.add(
        act, RemarkRow, kind=new.kind, text=new.text, voice=act.by, said_on=act.day, conversation=act.conversation,
        about=about,
    )


def change(act: Act, /, remark: str, **given: object) -> bool:
    """Say what was done with a remark (`done_with`) and when that was told back (`told_back_on`).

    False when it stood like that; `Refused` for a nice moment, with which nothing need be done.
    """
    if changes.current(act, RemarkRow, remark)["kind"] != "remark":
        raise Refused("Nothing needs to be done with a nice moment.")
    return voices.answer(act, RemarkRow, remark, **validated(_Fields, **given).given())
