"""How it went: append-only notes about an agreement, a goal, or nothing in particular (V67, V68, V129); and that a day
was a bad day as somebody told of it (M09)."""

from datetime import date

from sqlalchemy import Index

from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.dialects import partial_index
from zlp_tui.plan.signals import SIDE
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.agreed.goals import GoalRow
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.said.statements import StatementRow
from zlp_tui.plan.tables.validators import Dated, ScriptId, SpokenText, Validated, validated
from zlp_tui.plan.view import Because, Done


class ProgressRow(OwnedRow, table=True):
    """One note. `about` is an agreement, a goal or a statement: three tables, so its writer guards it. `part_of_day`
    is there where it is about that part of the day alone.

    The index holds the notes about one thing together, newest last, with what is counted: ten years of them are read
    by the last ten (`load.py`). The second one finds the few that say what must be otherwise, the third one counts.
    """

    __table_args__ = table_args(
        check_date("happened_on"),
        check_one_of("done", Done),
        check_one_of("because", Because),
        check_words("text"),
        check_words("adjust"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        Index("ix_progress_about", "plan_id", "about", "seq", "done", "withdrawn_at"),
        partial_index("ix_progress_adjust", "plan_id", "about", "seq", where="adjust IS NOT NULL"),
        Index("ix_progress_done", "plan_id", "about", "withdrawn_at", "done", "because"),
    )
    withdrawn_at: str | None = nullable_text()
    about: str | None = nullable_text()
    happened_on: str = text_column()
    voice: str = text_column()
    done: str | None = nullable_text()
    because: str | None = nullable_text()
    text: str | None = nullable_text()
    adjust: str | None = nullable_text()
    part_of_day: str | None = nullable_text()


class _New(Validated):
    happened_on: Dated
    done: Done | None
    because: Because | None
    text: SpokenText | None
    adjust: SpokenText | None
    part_of_day: ScriptId | None


def note(
    act: Act, *, about: str | None = None, on: date | str, done: str | None = None, because: str | None = None,
    text: str | None = None, adjust: str | None = None, part: str | None = None,
) -> str:
    """Note how it went on a date; the note's id. `because` goes with `done` no and partly (L63). With `part` it is
    about that part of the day alone."""
    new = validated(
        _New, happened_on=on, done=done, because=because, text=text, adjust=adjust, part_of_day=part
    )
    if new.because and new.done not in ("no", "partly"):
        raise Refused("A reason goes with 'no' or 'partly'.")
    if not (new.done or new.text or new.adjust):
        raise Refused("There are no words in this yet.")
    if about is not None and not _can_be_noted(act, about):
        raise NotFound("The plan does not have this line.")
    return changes.add(act, ProgressRow, about=about, voice=act.by, **new.given())


def _can_be_noted(act: Act, about: str) -> bool:
    """Whether it is an agreement, a goal, or what was said of a bad day."""
    if any(changes.exists(act, row, about) for row in (AgreementRow, GoalRow)):
        return True
    said = changes.find(act, StatementRow, about)
    return said is not None and said["side"] == SIDE
