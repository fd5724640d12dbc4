"""Editions: the plan as it was agreed on a date, whole, and never changed after that (C9).

Until the edition is agreed on, everybody's word on it can change; the moment it is, triggers hold both still
(`sqlite_triggers.py`). In the conversation in which it was made it can be taken back, as a whole; after that it
stands.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import ClassVar, Final

from sqlalchemy import CheckConstraint, Index, bindparam, func, literal_column, select

from zlp_tui.errors import Refused
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.dialects import LONG
from zlp_tui.plan.difference import is_changed
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.queries import load
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_list,
    check_object,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import SpokenText, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import Consents, Edition

NOT_COMPARED: Final = tuple(kind.place for kind in top_kinds() if not kind.counts)
"""What of a plan goes on by itself and is compared with nothing; in ten years it is most of an edition."""


class EditionRow(OwnedRow, table=True):
    """One edition: what `zlp show --json` printed of it, its version included, in two parts; last, because it is long.

    In `body`, what `goes_on` holds (`NOT_COMPARED`) are empty lists, so whoever compares reads no notes.
    The index holds all but the two: a plan of years is opened without passing over megabytes.
    """

    __table_args__ = table_args(
        CheckConstraint("number > 0", name="number"),
        check_date("agreed_on"),
        check_list("present"),
        check_object("body"),
        check_object("goes_on"),
        check_instant("withdrawn_at"),
        reference("evaluation", "evaluation"),
        Index(
            "ix_edition_number",
            "plan_id", "number", "id", "seq", "agreed_on", "present", "evaluation", "withdrawn_at",
        ),
        kind=LONG,
    )
    unrecorded: ClassVar[frozenset[str]] = frozenset({"body", "goes_on"})
    number: int = integer_column()
    agreed_on: str = text_column()
    present: str = text_column()
    evaluation: str | None = nullable_text()
    body: str = text_column()
    goes_on: str = text_column()
    withdrawn_at: str | None = nullable_text()


class ConsentRow(OwnedRow, table=True):
    """Whether one person agrees with the edition of a number, in their own words where they gave them."""

    __table_args__ = table_args(
        CheckConstraint("number > 0", name="number"),
        check_one_of("says", Consents),
        check_words("words"),
        check_instant("withdrawn_at"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    number: int = integer_column()
    person: str = text_column()
    says: str = text_column()
    words: str | None = nullable_text()


class _Consent(Validated):
    says: Consents
    words: SpokenText | None = None


def consent(act: Act, person: str, says: str, words: str | None = None) -> str:
    """Whether somebody agrees with the edition that is coming; its row's id. Who speaks writes it down."""
    new = validated(_Consent, says=says, words=words)
    number = coming(act)
    found = _known().run(act.session, {"of_plan": act.plan_id, "of_number": number, "of_person": person})
    fields: dict[str, ColumnValue] = {"says": new.says, "words": new.words}
    if not found:
        return changes.add(act, ConsentRow, number=number, person=person, **fields)
    changes.alter(act, ConsentRow, str(found[0][0]), **fields)
    return str(found[0][0])


def agree(act: Act, present: Sequence[str], evaluation: str | None = None) -> int:
    """Make the edition: the whole plan as it is now, and who was there; its number. It is never changed again, and
    once the conversation is over it is not taken back either.

    `Refused` when nothing changed since the last edition: then that one still holds.
    """
    number = coming(act)
    now = load.stored_plan(act.session, act.plan_id, every_note=True).view
    if number > 1:
        last = load.stored_edition(act.session, act.plan_id, number - 1).view
        if not is_changed(last, now):
            raise Refused("Nothing has changed since the plan was agreed on. That edition still holds.")
    said = next((edition.consent for edition in now.editions if edition.agreed_on is None), ())
    made = Edition(number, act.day, tuple(dict.fromkeys(present)), said, evaluation)
    document = as_json(replace(now, editions=(*now.agreed_editions, made)))
    changes.add(
        act, EditionRow, number=number, agreed_on=act.day, present=people.ids(act, present), evaluation=evaluation,
        **in_two_parts(document),
    )
    return number


def in_two_parts(document: Mapping[str, object]) -> dict[str, ColumnValue]:
    """The plan as it is printed, in the two columns that an edition keeps it in."""
    apart = {name: document[name] for name in NOT_COMPARED}
    return {"body": _kept({**document, **dict.fromkeys(apart, ())}), "goes_on": _kept(apart)}


def coming(act: Act) -> int:
    """The number of the edition that is agreed on next."""
    ((number,),) = _next().run(act.session, {"of_plan": act.plan_id})
    return int(number)


def _kept(shown: Mapping[str, object]) -> str:
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


@cache
def _next() -> CompiledStatement:
    edition = table_of(EditionRow).c
    last = func.coalesce(func.max(edition.number), literal_column("0"))
    stands = (edition.plan_id == bindparam("of_plan"), edition.withdrawn_at.is_(None))
    return CompiledStatement(select(last + literal_column("1")).where(*stands))


@cache
def _known() -> CompiledStatement:
    rows = table_of(ConsentRow).c
    here = (rows.plan_id == bindparam("of_plan"), rows.number == bindparam("of_number"))
    return CompiledStatement(
        select(rows.id).where(*here, rows.person == bindparam("of_person"), rows.withdrawn_at.is_(None))
    )
