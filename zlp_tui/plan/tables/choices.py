"""Shared decision making, steps 2 and 3: a choice, its options, and what speaks for and against them (V75-V83)."""

from typing import ClassVar

from zlp_tui.errors import Refused
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_domain,
    check_instant,
    check_name,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Domain, Name, SpokenText, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import ConsiderationSide, DecidingRole, Term


class ChoiceRow(OwnedRow, table=True):
    """A choice on the table. `chosen` is one of its options: a reference both ways, so its writer guards it."""

    __table_args__ = table_args(
        check_words("question"),
        check_domain(),
        check_one_of("role", DecidingRole),
        check_date("thinking_until"),
        check_date("decided_on"),
        check_date("revisit_on"),
        check_words("reason"),
        check_name("thinking_words"),
        check_name("revisit_words"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("decider", "person"),
        reference("replaces", "choice"),
    )
    its_own: ClassVar[frozenset[str]] = frozenset({"question", "voice"})
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    question: str = text_column()
    voice: str = text_column()
    domain: str | None = nullable_text()
    role: str | None = nullable_text()
    decider: str | None = nullable_text()
    thinking_until: str | None = nullable_text()
    chosen: str | None = nullable_text()
    reason: str | None = nullable_text()
    decided_on: str | None = nullable_text()
    revisit_on: str | None = nullable_text()
    replaces: str | None = nullable_text()
    thinking_words: str | None = nullable_text()
    revisit_words: str | None = nullable_text()


class OptionRow(OwnedRow, table=True):
    """One way to go; `source` is where it was found (V81)."""

    __table_args__ = table_args(
        check_words("title"), check_words("source"), check_instant("withdrawn_at"), reference("choice", "choice")
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    choice: str = text_column()
    title: str = text_column()
    source: str | None = nullable_text()


class ConsiderationRow(OwnedRow, table=True):
    """One reason for or against an option, now or later."""

    __table_args__ = table_args(
        check_one_of("side", ConsiderationSide),
        check_one_of("term", Term),
        check_words("text"),
        check_instant("withdrawn_at"),
        reference("option", "option"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    option: str = text_column()
    side: str = text_column()
    term: str = text_column()
    text: str = text_column()
    voice: str = text_column()


class OpenQuestionRow(OwnedRow, table=True):
    """A question that must be answered before choosing (V79)."""

    __table_args__ = table_args(
        check_words("text"), check_instant("withdrawn_at"), reference("choice", "choice"), reference("voice", "person")
    )
    withdrawn_at: str | None = nullable_text()
    choice: str = text_column()
    text: str = text_column()
    voice: str = text_column()


class _Said(Validated):
    text: SpokenText


class _Fields(Validated):
    role: DecidingRole | None = None
    decider: str | None = None
    domain: Domain | None = None
    thinking_until: Dated | None = None
    chosen: str | None = None
    reason: SpokenText | None = None
    revisit_on: Dated | None = None
    thinking_words: Name | None = None
    revisit_words: Name | None = None


class _OptionFields(Validated):
    source: SpokenText | None = None


class _Weighed(Validated):
    side: ConsiderationSide
    term: Term
    text: SpokenText


def ask(
    act: Act, question: str, always: str | None = None, domain: str | None = None, replaces: str | None = None
) -> str:
    """Put a choice on the table; its id. `always` is the title of the option that is always there.

    One that `replaces` another, because the question is put in other words, takes over all that was said about it.
    """
    said = validated(_Said, text=question)
    fields: dict[str, ColumnValue] = validated(_Fields, domain=domain).given()
    if replaces is None:
        choice = changes.add(act, ChoiceRow, question=said.text, voice=act.by, **fields)
        if always is not None:
            add_option(act, choice, always)
        return choice
    choice = changes.succeed(act, ChoiceRow, replaces, question=said.text, voice=act.by, **fields)
    changes.move(act, OptionRow, "choice", replaces, choice)
    changes.move(act, OpenQuestionRow, "choice", replaces, choice)
    return choice


def change(act: Act, /, choice: str, **given: object) -> bool:
    """Change `role`, `decider`, `domain`, `thinking_until`, `chosen` (an option's id), `reason`, `revisit_on`, or how
    a day was said.

    Choosing sets the date of the decision. False when it stood like that.
    """
    new: dict[str, ColumnValue] = validated(_Fields, **given).given()
    if "chosen" in new:
        _option_of(act, choice, new["chosen"])
        new["decided_on"] = act.day if new["chosen"] else None
    return changes.alter(act, ChoiceRow, choice, **new)


def add_option(act: Act, choice: str, title: str) -> str:
    """One more way to go; its id."""
    return changes.add(act, OptionRow, choice=choice, title=validated(_Said, text=title).text)


def change_option(act: Act, option: str, *, source: str | None) -> bool:
    """Say where an option was found; False when it stood like that."""
    return changes.alter(act, OptionRow, option, source=validated(_OptionFields, source=source).source)


def consider(act: Act, option: str, side: str, term: str, text: str) -> str:
    """A reason `for` or `against` an option, on the `short` or `long` term; its id."""
    new = validated(_Weighed, side=side, term=term, text=text)
    return changes.add(act, ConsiderationRow, option=option, voice=act.by, **new.given())


def open_question(act: Act, choice: str, text: str) -> str:
    """A question to find an answer to before choosing; its id."""
    return changes.add(act, OpenQuestionRow, choice=choice, text=validated(_Said, text=text).text, voice=act.by)


def _option_of(act: Act, choice: str, option: ColumnValue) -> None:
    if option is None:
        return
    row = changes.current(act, OptionRow, str(option))
    if row["choice"] != choice or row["withdrawn_at"] is not None:
        raise Refused("This is not one of the options of this choice.")
