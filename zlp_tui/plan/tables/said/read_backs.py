"""What the client said when a chapter was read back to them (L90)."""

from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    check_yes_no,
    integer_column,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import SpokenText, Validated, validated
from zlp_tui.plan.view import CHAPTERS, Chapter, ReadBackWay


class ReadBackRow(OwnedRow, table=True):
    """Whether a chapter was heard well, and how it is when it was not."""

    __table_args__ = table_args(
        check_one_of("chapter", CHAPTERS),
        check_yes_no("confirmed"),
        check_words("correction"),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("conversation", "conversation"),
        check_one_of("way", ReadBackWay),
    )
    withdrawn_at: str | None = nullable_text()
    chapter: str = text_column()
    confirmed: int = integer_column()
    correction: str | None = nullable_text()
    voice: str = text_column()
    conversation: str | None = nullable_text()
    said_on: str = text_column()
    about: str | None = nullable_text()
    way: str | None = nullable_text()


class _New(Validated):
    chapter: Chapter
    confirmed: bool
    correction: SpokenText | None
    way: ReadBackWay | None


def keep(
    act: Act, chapter: str, confirmed: bool, correction: str | None = None, *, about: str | None = None,
    way: str | None = None,
) -> str:
    """Keep what is said of a chapter that was read back; its id. `about` is the statement that is not right, `way` what
    is done about it."""
    new = validated(_New, chapter=chapter, confirmed=confirmed, correction=correction, way=way)
    return changes.add(
        act, ReadBackRow, chapter=new.chapter, confirmed=int(new.confirmed), correction=new.correction, voice=act.by,
        conversation=act.conversation, said_on=act.day, about=about, way=new.way,
    )
