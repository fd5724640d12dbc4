"""“I do not agree”: on any line of the plan, by any voice, kept beside it until it ended (L38, M08)."""

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
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import DisagreementRoute


class DisagreementRow(OwnedRow, table=True):
    """One disagreement. `about` is any line of the plan, so its writer guards it; the line itself stays as it is."""

    __table_args__ = table_args(
        check_words("text"),
        check_date("said_on"),
        check_one_of("route", DisagreementRoute),
        check_words("ended_how"),
        check_date("ended_on"),
        check_date("taken_on"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    about: str = text_column()
    voice: str = text_column()
    text: str = text_column()
    said_on: str = text_column()
    route: str | None = nullable_text()
    ended_how: str | None = nullable_text()
    ended_on: str | None = nullable_text()
    taken_on: str | None = nullable_text()
    person: str | None = nullable_text()
    ended_by: str | None = nullable_text()


class _Fields(Validated):
    text: SpokenText = ""
    route: DisagreementRoute | None = None
    ended_how: SpokenText | None = None
    ended_on: Dated | None = None
    person: str | None = None


def disagree(act: Act, about: str, text: str) -> str:
    """Say that one does not agree with a line of the plan, and why; its id. `NotFound` when there is no such line."""
    changes.table_with(act, about)
    new = validated(_Fields, text=text)
    return changes.add(act, DisagreementRow, about=about, voice=act.by, text=new.text, said_on=act.day)


def change(act: Act, /, disagreement: str, **given: object) -> bool:
    """Say where it was taken (`route`, from today on), which `person` it is about, and how it ended (`ended_how`,
    `ended_on`: today unless given).

    False when it stood like that.
    """
    new: dict[str, ColumnValue] = validated(_Fields, **given).given()
    if "ended_how" in new and "ended_on" not in new:
        new["ended_on"] = act.day if new["ended_how"] else None
    if "route" in new and new["route"] != changes.current(act, DisagreementRow, disagreement)["route"]:
        new["taken_on"] = act.day if new["route"] else None
    return voices.answer(act, DisagreementRow, disagreement, **new)
