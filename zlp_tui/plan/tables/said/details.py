"""Small facts of forms, one line each (V101-V105). Append-only: the last one of a field stands, and None empties it."""


from zlp_tui.citizen_number import last_digits, read_citizen_number
from zlp_tui.plan.dialects import partial_index
from zlp_tui.plan.kinds import DAY_FIELDS
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.beside_the_plan import citizen_numbers
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_name,
    check_words,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Name, ScriptId, SpokenText, Validated, validated
from zlp_tui.plan.view import BSN


class DetailRow(OwnedRow, table=True):
    """What was filled in at one field of a topic, by whom and when. `words`: a day that was said less exactly."""

    __table_args__ = table_args(
        check_words("value"),
        check_name("words"),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("conversation", "conversation"),
        partial_index(
            "ix_detail_next", "plan_id", "field", "seq", where="field IN ('evaluate-on', 'first-evaluation-on')"
        ),
    )
    withdrawn_at: str | None = nullable_text()
    topic: str = text_column()
    field: str = text_column()
    value: str | None = nullable_text()
    voice: str = text_column()
    conversation: str | None = nullable_text()
    said_on: str = text_column()
    words: str | None = nullable_text()


class _New(Validated):
    topic: ScriptId
    field: ScriptId
    value: SpokenText | None
    words: Name | None = None


class _NewDate(_New):
    value: Dated | None


def fill(act: Act, topic: str, field: str, value: str | None, words: str | None = None) -> str:
    """Fill in a field of a form; its id. What must be a date is `Refused` when it is none. `words` are those in which
    a day was said that is not known exactly.

    Of a citizen service number only its last digits are a detail; `citizen_numbers` keeps it. Emptying that field
    erases every number that was kept.
    """
    new = validated(_NewDate if field in DAY_FIELDS else _New, topic=topic, field=field, value=value, words=words)
    number = new.value if field == BSN else None
    kept = last_digits(read_citizen_number(number)) if number is not None else new.value
    row = changes.add(
        act, DetailRow, topic=new.topic, field=new.field, value=kept, voice=act.by, conversation=act.conversation,
        said_on=act.day, words=new.words,
    )
    if number is not None:
        citizen_numbers.keep(act, row, number)
    elif field == BSN:
        citizen_numbers.erase(act)
    return row
