"""Who does what when (V127-V131): small steps, tasks of people, and until when."""

import json
from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from sqlalchemy import bindparam, select

from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_domain,
    check_instant,
    check_list,
    check_name,
    check_words,
    integer_column,
    nullable_integer,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Domain, Name, ScriptId, SpokenText, Validated, Weekday, validated
from zlp_tui.plan.transaction import ColumnValue


class AgreementRow(OwnedRow, table=True):
    """An agreement. `follows_from` lists ids of statements, choices and goals, as for a goal. A day that was said less
    exactly (`from_words`: “mei 2027”) stands in its words too."""

    __table_args__ = table_args(
        check_words("want"),
        check_domain(),
        check_date("from_on"),
        check_date("until_on"),
        check_date("evaluate_on"),
        check_list("follows_from"),
        check_date("ended_on"),
        check_name("from_words"),
        check_name("until_words"),
        check_name("evaluate_words"),
        check_words("ended_because"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("goal", "goal"),
        reference("replaces", "agreement"),
    )
    its_own: ClassVar[frozenset[str]] = frozenset({"want", "voice", "ended_on", "ended_because", "ended_by"})
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    want: str = text_column()
    voice: str = text_column()
    goal: str | None = nullable_text()
    domain: str | None = nullable_text()
    from_on: str | None = nullable_text()
    until_on: str | None = nullable_text()
    evaluate_on: str | None = nullable_text()
    follows_from: str = text_column()
    replaces: str | None = nullable_text()
    ended_on: str | None = nullable_text()
    from_words: str | None = nullable_text()
    until_words: str | None = nullable_text()
    evaluate_words: str | None = nullable_text()
    ended_because: str | None = nullable_text()
    ended_by: str | None = nullable_text()


class SmallStepRow(OwnedRow, table=True):
    """One small, concrete step; `words` say when, and `weekdays` are what they name (1 = Monday). `parts_of_day` is
    there where they name more than one, and `every_weeks`, counted from `weeks_from`, where it is not every week. With
    `whole` it is all of the agreement, in its words."""

    __table_args__ = table_args(
        check_words("what"),
        check_words("words"),
        check_list("weekdays"),
        check_list("parts_of_day"),
        check_date("weeks_from"),
        check_instant("withdrawn_at"),
        reference("agreement", "agreement"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    agreement: str = text_column()
    what: str = text_column()
    words: str | None = nullable_text()
    weekdays: str = text_column()
    part_of_day: str | None = nullable_text()
    parts_of_day: str | None = nullable_text()
    every_weeks: int | None = nullable_integer()
    weeks_from: str | None = nullable_text()
    whole: int | None = nullable_integer()


class TaskRow(OwnedRow, table=True):
    """What one person does in an agreement."""

    __table_args__ = table_args(
        check_words("does"),
        check_instant("withdrawn_at"),
        reference("agreement", "agreement"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    agreement: str = text_column()
    person: str = text_column()
    does: str | None = nullable_text()


class _New(Validated):
    want: SpokenText
    domain: Domain | None


class _Fields(Validated):
    goal: str | None = None
    domain: Domain | None = None
    from_: Dated | None = None
    until: Dated | None = None
    evaluate_on: Dated | None = None
    from_words: Name | None = None
    until_words: Name | None = None
    evaluate_words: Name | None = None
    ended_on: Dated | None = None
    ended_because: SpokenText | None = None


class _Step(Validated):
    what: SpokenText


class _When(Validated):
    words: SpokenText | None
    weekdays: tuple[Weekday, ...]
    parts_of_day: tuple[ScriptId, ...]
    every_weeks: int | None


class _Does(Validated):
    does: SpokenText | None


_COLUMNS = {"from_": "from_on", "until": "until_on"}
_WHEN_COLUMNS = ("words", "weekdays", "part_of_day", "parts_of_day", "every_weeks", "weeks_from")


def add(
    act: Act, want: str, domain: str | None = None, goal: str | None = None, replaces: str | None = None
) -> str:
    """A new agreement; its id. One that `replaces` another takes over its dates, trace, steps and tasks.

    The step that is all of it has the words of the agreement, so it is said in the new ones too.
    """
    new = validated(_New, want=want, domain=domain)
    said: dict[str, ColumnValue] = {"want": new.want, "voice": act.by, "domain": new.domain, "goal": goal}
    if replaces is None:
        return changes.add(act, AgreementRow, **said, follows_from="[]")
    agreement = changes.succeed(act, AgreementRow, replaces, **said)
    changes.alter(act, AgreementRow, replaces, ended_on=act.day)
    _hand_over(act, replaces, agreement)
    return agreement


def give_back(act: Act, agreement: str) -> bool:
    """Take an agreement in force back, so that what it replaced is in force again, with the steps and the people as
    they are now; False where it replaced nothing that can be in force again."""
    stands = changes.current(act, AgreementRow, agreement)
    before = changes.find(act, AgreementRow, str(stands["replaces"])) if stands["replaces"] else None
    if before is None or before["withdrawn_at"] is not None or stands["ended_on"] is not None:
        return False
    changes.alter(act, AgreementRow, str(before["id"]), ended_on=None)
    _hand_over(act, agreement, str(before["id"]))
    return changes.alter(act, AgreementRow, agreement, withdrawn_at=act.instant)


def _hand_over(act: Act, old: str, new: str) -> None:
    """Let the steps and the people of one agreement be those of another."""
    _say_whole_anew(act, old, new, str(changes.current(act, AgreementRow, new)["want"]))
    changes.move(act, SmallStepRow, "agreement", old, new)
    changes.move(act, TaskRow, "agreement", old, new)


def _say_whole_anew(act: Act, replaced: str, agreement: str, want: str) -> None:
    """Give the agreement the step that was all of the one it replaces, in its own words and with the same days."""
    for ref in changes.referring(act, SmallStepRow, "agreement", replaced):
        step = changes.current(act, SmallStepRow, ref)
        if step["whole"] and step["what"] != want:
            when = {name: step[name] for name in _WHEN_COLUMNS}
            changes.add(act, SmallStepRow, agreement=agreement, what=want, whole=1, **when)
            changes.alter(act, SmallStepRow, ref, withdrawn_at=act.instant)


def change(act: Act, /, agreement: str, **given: object) -> bool:
    """Change `goal`, `domain`, `from_`, `until`, `evaluate_on` (and how each was said), `ended_on` or `ended_because`;
    False when it stood like that."""
    new: dict[str, ColumnValue] = validated(_Fields, **given).given()
    return changes.alter(act, AgreementRow, agreement, **{_COLUMNS.get(name, name): v for name, v in new.items()})


def add_step(act: Act, agreement: str, what: str, *, whole: bool = False) -> str:
    """One small step, or the one that is the `whole` of the agreement and says when it is kept; its id."""
    said = validated(_Step, what=what).what
    return changes.add(
        act, SmallStepRow, agreement=agreement, what=said, weekdays="[]", whole=1 if whole else None
    )


def step_when(
    act: Act, step: str, words: str | None, weekdays: Sequence[int] = (), parts_of_day: Sequence[str] = (),
    every_weeks: int | None = None,
) -> bool:
    """When a small step is done, in the speaker's words and what they name; False when it stood like that. Weeks are
    counted from today."""
    days, parts = tuple(sorted(set(weekdays))), tuple(dict.fromkeys(parts_of_day))
    when = validated(_When, words=words, weekdays=days, parts_of_day=parts, every_weeks=every_weeks)
    return changes.alter(
        act, SmallStepRow, step, words=when.words, weekdays=json.dumps(when.weekdays),
        part_of_day=when.parts_of_day[0] if len(when.parts_of_day) == 1 else None,
        parts_of_day=json.dumps(when.parts_of_day) if len(when.parts_of_day) > 1 else None,
        every_weeks=when.every_weeks, weeks_from=act.day if when.every_weeks else None,
    )


def task(act: Act, agreement: str, person: str, does: str | None = None) -> str:
    """Somebody takes part in an agreement, or does something else in it from now on; the task's id."""
    words = validated(_Does, does=does).does
    known = _task_of(act, agreement, person)
    if known is None:
        return changes.add(act, TaskRow, agreement=agreement, person=person, does=words)
    changes.alter(act, TaskRow, known, does=words)
    return known


def end_task(act: Act, agreement: str, person: str) -> bool:
    """Somebody no longer takes part; False when they did not."""
    known = _task_of(act, agreement, person)
    return known is not None and changes.alter(act, TaskRow, known, withdrawn_at=act.instant)


def _task_of(act: Act, agreement: str, person: str) -> str | None:
    known = _tasks().run(act.session, {"of_plan": act.plan_id, "of_agreement": agreement, "of_person": person})
    return str(known[0][0]) if known else None


@cache
def _tasks() -> CompiledStatement:
    tasks = table_of(TaskRow).c
    whose = (tasks.agreement == bindparam("of_agreement"), tasks.person == bindparam("of_person"))
    return CompiledStatement(
        select(tasks.id).where(tasks.plan_id == bindparam("of_plan"), *whose, tasks.withdrawn_at.is_(None))
    )
