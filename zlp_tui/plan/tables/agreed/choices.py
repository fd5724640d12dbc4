"""Shared decision making, steps 2 and 3: a choice, its options, and what speaks for and against them (V75-V83)."""

from collections.abc import Sequence
from typing import ClassVar

from zlp_tui.errors import Refused
from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_domain,
    check_instant,
    check_list,
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
    """A choice on the table. `chosen` is one of its options: a reference both ways, so its writer guards it.

    `reason` is of before each person had a reason of their own (`ReasonRow`): nothing writes or reads it any more.
    """

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
        check_list("others_deciding"),
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
    others_deciding: str | None = nullable_text()
    role_by: str | None = nullable_text()
    chosen_by: str | None = nullable_text()


class OptionRow(OwnedRow, table=True):
    """One way to go; `voice` is who named it, None for the one that is always there.

    `source` is of before each person said where it was found (`OptionSourceRow`): nothing writes or reads it any more.
    """

    __table_args__ = table_args(
        check_words("title"), check_words("source"), check_instant("withdrawn_at"), reference("choice", "choice")
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    choice: str = text_column()
    title: str = text_column()
    source: str | None = nullable_text()
    voice: str | None = nullable_text()


class OptionSourceRow(OwnedRow, table=True):
    """Where an option was found, as one person says it (V81)."""

    __table_args__ = table_args(
        check_words("text"), check_instant("withdrawn_at"), reference("option", "option"), reference("voice", "person")
    )
    withdrawn_at: str | None = nullable_text()
    option: str = text_column()
    text: str = text_column()
    voice: str = text_column()


class ReasonRow(OwnedRow, table=True):
    """Why this was chosen, as one person says it (V82)."""

    __table_args__ = table_args(
        check_words("text"), check_instant("withdrawn_at"), reference("choice", "choice"), reference("voice", "person")
    )
    withdrawn_at: str | None = nullable_text()
    choice: str = text_column()
    text: str = text_column()
    voice: str = text_column()


class ConsiderationRow(OwnedRow, table=True):
    """One reason for or against an option; now, later, or nobody said when."""

    __table_args__ = table_args(
        check_one_of("side", ConsiderationSide),
        check_one_of("term", Term),
        check_words("text"),
        check_instant("withdrawn_at"),
        reference("option", "option"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    option: str = text_column()
    side: str = text_column()
    term: str | None = nullable_text()
    text: str = text_column()
    voice: str = text_column()


class OpenQuestionRow(OwnedRow, table=True):
    """A question about a choice (V79), and what was found out: the answer, from whom, and who told it when."""

    __table_args__ = table_args(
        check_words("text"),
        check_words("answer"),
        check_words("heard_from"),
        check_date("answered_on"),
        check_instant("withdrawn_at"),
        reference("choice", "choice"),
        reference("voice", "person"),
        reference("answered_by", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    choice: str = text_column()
    text: str = text_column()
    voice: str = text_column()
    answer: str | None = nullable_text()
    heard_from: str | None = nullable_text()
    answered_by: str | None = nullable_text()
    answered_on: str | None = nullable_text()


class _Said(Validated):
    text: SpokenText


class _Fields(Validated):
    role: DecidingRole | None = None
    domain: Domain | None = None
    thinking_until: Dated | None = None
    chosen: str | None = None
    revisit_on: Dated | None = None
    thinking_words: Name | None = None
    revisit_words: Name | None = None


class _Weighed(Validated):
    side: ConsiderationSide
    term: Term | None = None
    text: SpokenText


class _Term(Validated):
    term: Term | None = None


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
            _option(act, choice, always, voice=None)
        return choice
    choice = changes.succeed(act, ChoiceRow, replaces, question=said.text, voice=act.by, **fields)
    changes.move(act, OptionRow, "choice", replaces, choice)
    changes.move(act, OpenQuestionRow, "choice", replaces, choice)
    changes.move(act, ReasonRow, "choice", replaces, choice)
    return choice


def set_deciders(act: Act, choice: str, deciders: Sequence[str]) -> bool:
    """Who decides about it besides the client, or for them, by person id; False when it stood like that."""
    return voices.answer(act, ChoiceRow, choice, **people.deciding(act, deciders))


def change(act: Act, /, choice: str, **given: object) -> bool:
    """Change `role`, `domain`, `thinking_until`, `chosen` (an option's id), `revisit_on`, or how a day was said.

    Choosing sets the date of the decision. False when it stood like that.
    """
    new: dict[str, ColumnValue] = validated(_Fields, **given).given()
    if "chosen" in new and changes.current(act, ChoiceRow, choice)["chosen"] != new["chosen"]:
        _option_of(act, choice, new["chosen"])
        new["decided_on"] = act.day if new["chosen"] else None
    return voices.answer(act, ChoiceRow, choice, **new)


def add_option(act: Act, choice: str, title: str) -> str:
    """One more way to go, named by who speaks; its id."""
    return _option(act, choice, title, voice=act.by)


def say_source(act: Act, option: str, text: str) -> str:
    """Say where an option was found, in the place of what the same person said of that before; its id."""
    return _own_words(act, OptionSourceRow, "option", option, text)


def say_reason(act: Act, choice: str, text: str) -> str:
    """Say why this was chosen, in the place of what the same person said of that before; its id."""
    return _own_words(act, ReasonRow, "choice", choice, text)


def consider(act: Act, option: str, side: str, term: str | None, text: str) -> str:
    """A reason `for` or `against` an option, on the `short` or `long` term, None where that was not said; its id."""
    new = validated(_Weighed, side=side, term=term, text=text)
    return changes.add(act, ConsiderationRow, option=option, voice=act.by, side=new.side, term=new.term, text=new.text)


def say_term(act: Act, consideration: str, term: str | None) -> bool:
    """Say whether a reason is for the `short` or the `long` term; None for neither. False when it stood like that."""
    return changes.alter(act, ConsiderationRow, consideration, term=validated(_Term, term=term).term)


def open_question(act: Act, choice: str, text: str) -> str:
    """A question to find an answer to before choosing; its id."""
    return changes.add(act, OpenQuestionRow, choice=choice, text=validated(_Said, text=text).text, voice=act.by)


def answer_question(act: Act, question: str, text: str) -> bool:
    """Tell what was found out about a question; False when it stood like that.

    `Refused` where somebody else told an answer: only they change their words.
    """
    row = changes.current(act, OpenQuestionRow, question)
    if row["answered_by"] not in (None, act.by):
        raise Refused("Somebody else told this answer. Only they can change it.")
    words = validated(_Said, text=text).text
    return changes.alter(
        act, OpenQuestionRow, question, answer=words, answered_by=act.by, answered_on=row["answered_on"] or act.day
    )


def heard_from(act: Act, question: str, text: str) -> bool:
    """Tell from whom the answer to a question came; False when it stood like that. `Refused` without an answer."""
    row = changes.current(act, OpenQuestionRow, question)
    if row["answer"] is None:
        raise Refused("There is no answer to this question yet.")
    if row["answered_by"] != act.by:
        raise Refused("Somebody else told this answer. Only they can change it.")
    return changes.alter(act, OpenQuestionRow, question, heard_from=validated(_Said, text=text).text)


def _option(act: Act, choice: str, title: str, voice: str | None) -> str:
    return changes.add(act, OptionRow, choice=choice, title=validated(_Said, text=title).text, voice=voice)


def _own_words(act: Act, row: type[OwnedRow], column: str, about: str, text: str) -> str:
    """Words of who speaks about a line, in the place of their own of before; words of others stay."""
    words = validated(_Said, text=text).text
    for said in changes.referring(act, row, column, about):
        stands = changes.current(act, row, said)
        if stands["voice"] == act.by and stands["text"] == words:
            return said
        if stands["voice"] == act.by:
            changes.alter(act, row, said, withdrawn_at=act.instant)
    return changes.add(act, row, **{column: about, "text": words, "voice": act.by})


def _option_of(act: Act, choice: str, option: ColumnValue) -> None:
    if option is None:
        return
    row = changes.current(act, OptionRow, str(option))
    if row["choice"] != choice or row["withdrawn_at"] is not None:
        raise Refused("This is not one of the options of this choice.")
