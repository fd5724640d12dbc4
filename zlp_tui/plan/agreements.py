"""Who does what when (V127-V131): small steps, tasks of people, and until when."""

import json
from collections.abc import Sequence
from functools import cache

from sqlalchemy import bindparam, select

from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.prepared import Prepared
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_domain,
    check_instant,
    check_list,
    check_words,
    filled,
    maybe,
    refers,
    rules,
    table_of,
    whole,
)
from zlp_tui.plan.rules import Checked, Dated, Domain, ScriptId, Spoken, Weekday, checked
from zlp_tui.plan.session import Value

TOPIC = "agreements"


class Agreement(PlanRow, table=True):
    """An agreement. `follows_from` lists ids of statements, choices and goals, as for a goal."""

    __table_args__ = rules(
        check_words("want"),
        check_domain(),
        check_date("from_on"),
        check_date("until_on"),
        check_date("evaluate_on"),
        check_list("follows_from"),
        check_date("ended_on"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        refers("goal", "goal"),
        refers("replaces", "agreement"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    want: str = filled()
    voice: str = filled()
    goal: str | None = maybe()
    domain: str | None = maybe()
    from_on: str | None = maybe()
    until_on: str | None = maybe()
    evaluate_on: str | None = maybe()
    follows_from: str = filled()
    replaces: str | None = maybe()
    ended_on: str | None = maybe()


class SmallStep(PlanRow, table=True):
    """One small, concrete step; `words` say when, and `weekdays` are what they name (1 = Monday)."""

    __table_args__ = rules(
        check_words("what"),
        check_words("words"),
        check_list("weekdays"),
        check_instant("withdrawn_at"),
        refers("agreement", "agreement"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    agreement: str = filled()
    what: str = filled()
    words: str | None = maybe()
    weekdays: str = filled()
    part_of_day: str | None = maybe()


class Task(PlanRow, table=True):
    """What one person does in an agreement."""

    __table_args__ = rules(
        check_words("does"),
        check_instant("withdrawn_at"),
        refers("agreement", "agreement"),
        refers("person", "person"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    agreement: str = filled()
    person: str = filled()
    does: str | None = maybe()


class _New(Checked):
    want: Spoken
    domain: Domain | None


class _Fields(Checked):
    goal: str | None = None
    domain: Domain | None = None
    from_: Dated | None = None
    until: Dated | None = None
    evaluate_on: Dated | None = None
    ended_on: Dated | None = None


class _Step(Checked):
    what: Spoken


class _When(Checked):
    words: Spoken | None
    weekdays: tuple[Weekday, ...]
    part_of_day: ScriptId | None


class _Does(Checked):
    does: Spoken | None


_COLUMNS = {"from_": "from_on", "until": "until_on"}


def add(
    act: Act, want: str, domain: str | None = None, goal: str | None = None, replaces: str | None = None
) -> str:
    """A new agreement; its id. One that `replaces` another takes over its dates, trace, steps and tasks."""
    ask_leave(act.by, TOPIC)
    new = checked(_New, want=want, domain=domain)
    kept: dict[str, Value] = {"follows_from": "[]", "domain": new.domain, "goal": goal}
    if replaces is not None:
        before = changes.current(act, Agreement, replaces)
        kept = {name: before[name] for name in ("from_on", "until_on", "evaluate_on", "follows_from")}
        kept |= {"domain": new.domain or before["domain"], "goal": goal or before["goal"]}
    agreement = changes.add(act, Agreement, want=new.want, voice=act.by, replaces=replaces, **kept)
    if replaces is not None:
        changes.alter(act, Agreement, replaces, ended_on=act.day)
        changes.move(act, SmallStep, "agreement", replaces, agreement)
        changes.move(act, Task, "agreement", replaces, agreement)
    return agreement


def change(act: Act, /, agreement: str, **given: object) -> bool:
    """Change `goal`, `domain`, `from_`, `until`, `evaluate_on` or `ended_on`; False when it stood like that."""
    ask_leave(act.by, TOPIC)
    new: dict[str, Value] = checked(_Fields, **given).given()
    return changes.alter(act, Agreement, agreement, **{_COLUMNS.get(name, name): v for name, v in new.items()})


def add_step(act: Act, agreement: str, what: str) -> str:
    """One small step; its id."""
    ask_leave(act.by, TOPIC)
    return changes.add(act, SmallStep, agreement=agreement, what=checked(_Step, what=what).what, weekdays="[]")


def step_when(
    act: Act, step: str, words: str | None, weekdays: Sequence[int] = (), part_of_day: str | None = None
) -> bool:
    """When a small step is done, in the speaker's words and what they name; False when it stood like that."""
    ask_leave(act.by, TOPIC)
    when = checked(_When, words=words, weekdays=tuple(sorted(set(weekdays))), part_of_day=part_of_day)
    return changes.alter(
        act, SmallStep, step, words=when.words, weekdays=json.dumps(when.weekdays), part_of_day=when.part_of_day
    )


def task(act: Act, agreement: str, person: str, does: str | None = None) -> str:
    """Somebody takes part in an agreement, or does something else in it from now on; the task's id."""
    ask_leave(act.by, TOPIC)
    words = checked(_Does, does=does).does
    known = _task_of(act, agreement, person)
    if known is None:
        return changes.add(act, Task, agreement=agreement, person=person, does=words)
    changes.alter(act, Task, known, does=words)
    return known


def end_task(act: Act, agreement: str, person: str) -> bool:
    """Somebody no longer takes part; False when they did not."""
    ask_leave(act.by, TOPIC)
    known = _task_of(act, agreement, person)
    return known is not None and changes.alter(act, Task, known, withdrawn_at=act.instant)


def _task_of(act: Act, agreement: str, person: str) -> str | None:
    known = _tasks().run(act.session, {"of_plan": act.plan_id, "of_agreement": agreement, "of_person": person})
    return str(known[0][0]) if known else None


@cache
def _tasks() -> Prepared:
    tasks = table_of(Task).c
    whose = (tasks.agreement == bindparam("of_agreement"), tasks.person == bindparam("of_person"))
    return Prepared(
        select(tasks.id).where(tasks.plan_id == bindparam("of_plan"), *whose, tasks.withdrawn_at.is_(None))
    )
