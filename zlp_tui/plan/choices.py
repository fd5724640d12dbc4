"""Shared decision making, steps 2 and 3: a choice, its options, and what speaks for and against them (V75-V83)."""

from zlp_tui.errors import Refused
from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_domain,
    check_instant,
    check_one_of,
    check_words,
    filled,
    maybe,
    refers,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Dated, Domain, Spoken, checked
from zlp_tui.plan.session import Value
from zlp_tui.plan.view import ConsiderationSide, DecidingRole, Term

TOPIC = "choices"


class Choice(PlanRow, table=True):
    """A choice on the table. `chosen` is one of its options: a reference both ways, so its writer guards it."""

    __table_args__ = rules(
        check_words("question"),
        check_domain(),
        check_one_of("role", DecidingRole),
        check_date("thinking_until"),
        check_date("decided_on"),
        check_date("revisit_on"),
        check_words("reason"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        refers("decider", "person"),
        refers("replaces", "choice"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    question: str = filled()
    voice: str = filled()
    domain: str | None = maybe()
    role: str | None = maybe()
    decider: str | None = maybe()
    thinking_until: str | None = maybe()
    chosen: str | None = maybe()
    reason: str | None = maybe()
    decided_on: str | None = maybe()
    revisit_on: str | None = maybe()
    replaces: str | None = maybe()


class Option(PlanRow, table=True):
    """One way to go; `source` is where it was found (V81)."""

    __table_args__ = rules(
        check_words("title"), check_words("source"), check_instant("withdrawn_at"), refers("choice", "choice")
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    choice: str = filled()
    title: str = filled()
    source: str | None = maybe()


class Consideration(PlanRow, table=True):
    """One reason for or against an option, now or later."""

    __table_args__ = rules(
        check_one_of("side", ConsiderationSide),
        check_one_of("term", Term),
        check_words("text"),
        check_instant("withdrawn_at"),
        refers("option", "option"),
        refers("voice", "person"),
    )
    withdrawn_at: str | None = maybe()
    option: str = filled()
    side: str = filled()
    term: str = filled()
    text: str = filled()
    voice: str = filled()


class OpenQuestion(PlanRow, table=True):
    """A question that must be answered before choosing (V79)."""

    __table_args__ = rules(
        check_words("text"), check_instant("withdrawn_at"), refers("choice", "choice"), refers("voice", "person")
    )
    withdrawn_at: str | None = maybe()
    choice: str = filled()
    text: str = filled()
    voice: str = filled()


class _Said(Checked):
    text: Spoken


class _Fields(Checked):
    role: DecidingRole | None = None
    decider: str | None = None
    domain: Domain | None = None
    thinking_until: Dated | None = None
    chosen: str | None = None
    reason: Spoken | None = None
    revisit_on: Dated | None = None


class _OptionFields(Checked):
    source: Spoken | None = None


class _Weighed(Checked):
    side: ConsiderationSide
    term: Term
    text: Spoken


def ask(
    act: Act, question: str, always: str | None = None, domain: str | None = None, replaces: str | None = None
) -> str:
    """Put a choice on the table; its id. `always` is the title of the option that is always there.

    One that `replaces` another, because the question is put in other words, takes over all that was said about it.
    """
    ask_leave(act.by, TOPIC)
    said = checked(_Said, text=question)
    fields: dict[str, Value] = checked(_Fields, domain=domain).given()
    if replaces is not None:
        before = changes.current(act, Choice, replaces)
        kept = ("domain", "role", "decider", "thinking_until", "chosen", "reason", "decided_on", "revisit_on")
        fields = {name: before[name] for name in kept} | {k: v for k, v in fields.items() if v is not None}
    choice = changes.add(act, Choice, question=said.text, voice=act.by, replaces=replaces, **fields)
    if replaces is not None:
        changes.move(act, Option, "choice", replaces, choice)
        changes.move(act, OpenQuestion, "choice", replaces, choice)
    elif always is not None:
        add_option(act, choice, always)
    return choice


def change(act: Act, /, choice: str, **given: object) -> bool:
    """Change `role`, `decider`, `domain`, `thinking_until`, `chosen` (an option's id), `reason` or `revisit_on`.

    Choosing sets the date of the decision. False when it stood like that.
    """
    ask_leave(act.by, TOPIC)
    new: dict[str, Value] = checked(_Fields, **given).given()
    if "chosen" in new:
        _option_of(act, choice, new["chosen"])
        new["decided_on"] = act.day if new["chosen"] else None
    return changes.alter(act, Choice, choice, **new)


def add_option(act: Act, choice: str, title: str) -> str:
    """One more way to go; its id."""
    ask_leave(act.by, TOPIC)
    return changes.add(act, Option, choice=choice, title=checked(_Said, text=title).text)


def change_option(act: Act, option: str, *, source: str | None) -> bool:
    """Say where an option was found; False when it stood like that."""
    ask_leave(act.by, TOPIC)
    return changes.alter(act, Option, option, source=checked(_OptionFields, source=source).source)


def consider(act: Act, option: str, side: str, term: str, text: str) -> str:
    """A reason `for` or `against` an option, on the `short` or `long` term; its id."""
    ask_leave(act.by, TOPIC)
    new = checked(_Weighed, side=side, term=term, text=text)
    return changes.add(act, Consideration, option=option, voice=act.by, **new.given())


def open_question(act: Act, choice: str, text: str) -> str:
    """A question to find an answer to before choosing; its id."""
    ask_leave(act.by, TOPIC)
    return changes.add(act, OpenQuestion, choice=choice, text=checked(_Said, text=text).text, voice=act.by)


def _option_of(act: Act, choice: str, option: Value) -> None:
    if option is None:
        return
    row = changes.current(act, Option, str(option))
    if row["choice"] != choice or row["withdrawn_at"] is not None:
        raise Refused("This is not one of the options of this choice.")
