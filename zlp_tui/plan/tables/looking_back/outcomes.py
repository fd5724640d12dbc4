"""What an evaluation came to: per goal, per life domain, per quote, and how the talk was for each person."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, get_args

from sqlalchemy import CheckConstraint, Select, bindparam, select

from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_domain,
    check_instant,
    check_list,
    check_one_of,
    check_words,
    check_yes_no,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.said.statements import StatementRow
from zlp_tui.plan.tables.validators import Domain, MarkNumber, SpokenText, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import Decision, Face, GoalStatus, HowClose, OutcomePart, StillTrue

STATUS: dict[str | None, GoalStatus] = {"reached": "reached", "stop": "stopped"}
"""What a goal becomes by a decision; by any other it is what is worked on, until a successor is told."""

SAID_BY: Final = get_args(OutcomePart)
"""What everybody says for themselves of what came of a goal."""


class GoalOutcomeRow(OwnedRow, table=True):
    """What it came to for one goal."""

    __table_args__ = table_args(
        check_words("outcome"),
        check_one_of("how_close", HowClose),
        check_one_of("decision", Decision),
        check_words("why"),
        check_instant("withdrawn_at"),
        reference("evaluation", "evaluation"),
        reference("goal", "goal"),
        reference("successor", "goal"),
        reference("outcome_by", "person"),
        reference("why_by", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    evaluation: str = text_column()
    goal: str = text_column()
    outcome: str | None = nullable_text()
    how_close: str | None = nullable_text()
    decision: str | None = nullable_text()
    why: str | None = nullable_text()
    successor: str | None = nullable_text()
    outcome_by: str | None = nullable_text()
    why_by: str | None = nullable_text()
    how_close_by: str | None = nullable_text()
    decision_by: str | None = nullable_text()


class OtherOutcomeRow(OwnedRow, table=True):
    """What it came to for one goal as somebody says it beside who said it first; nobody's words change another's."""

    __table_args__ = table_args(
        check_words("outcome"),
        check_one_of("how_close", HowClose),
        check_words("why"),
        check_instant("withdrawn_at"),
        reference("goal_outcome", "goal_outcome"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    goal_outcome: str = text_column()
    voice: str = text_column()
    outcome: str | None = nullable_text()
    how_close: str | None = nullable_text()
    why: str | None = nullable_text()


class DomainMarkRow(OwnedRow, table=True):
    """How it goes in one life domain, as one person sees it."""

    __table_args__ = table_args(
        check_domain(),
        CheckConstraint("mark BETWEEN 0 AND 10", name="mark"),
        check_yes_no("face"),
        check_instant("withdrawn_at"),
        reference("evaluation", "evaluation"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    evaluation: str = text_column()
    domain: str = text_column()
    voice: str = text_column()
    mark: int = integer_column()
    face: int = integer_column()


class LookBackRow(OwnedRow, table=True):
    """What is said now of words from before; those words stay as they are."""

    __table_args__ = table_args(
        check_one_of("says", StillTrue),
        check_instant("withdrawn_at"),
        reference("evaluation", "evaluation"),
        reference("statement", "statement"),
        reference("voice", "person"),
        reference("now", "statement"),
        check_list("beside"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    evaluation: str = text_column()
    statement: str = text_column()
    voice: str = text_column()
    says: str = text_column()
    now: str | None = nullable_text()
    beside: str | None = nullable_text()


class ExperienceRow(OwnedRow, table=True):
    """How the talk was for one person (V39)."""

    __table_args__ = table_args(
        check_one_of("face", Face),
        check_instant("withdrawn_at"),
        reference("evaluation", "evaluation"),
        reference("person", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    evaluation: str = text_column()
    person: str = text_column()
    face: str = text_column()


class _Outcome(Validated):
    outcome: SpokenText | None = None
    how_close: HowClose | None = None
    decision: Decision | None = None
    why: SpokenText | None = None


class _Mark(Validated):
    domain: Domain
    mark: MarkNumber
    face: bool


class _Says(Validated):
    says: StillTrue


class _Face(Validated):
    face: Face


def of_goal(act: Act, /, evaluation: str, goal: str, **given: object) -> str:
    """Keep `outcome`, `how_close`, `decision` or `why` of one goal; the id of the line that holds it.

    All but the decision is of who speaks, beside what others said of it. One person says it anew in their own place.
    The goal follows the decision: reached and stopped goals end today, and one that goes on is worked on again. With
    `adjust` it stays until its successor is told (`succeed`), and with any other decision after that it comes back,
    with its agreements, and the successor is taken back.
    """
    new = validated(_Outcome, **given).given()
    where: dict[str, ColumnValue] = {"evaluation": evaluation, "goal": goal}
    known = _found(act, GoalOutcomeRow, where)
    stands = changes.current(act, GoalOutcomeRow, known) if known else {}
    beside = {what: words for what, words in new.items() if what in SAID_BY and not _is_free(act, stands, what)}
    first = {what: words for what, words in new.items() if what not in beside}
    outcome = known if known and not first else _keep(act, GoalOutcomeRow, where, first)
    if "decision" in new:
        _follow(act, outcome, goal, new["decision"])
    return _keep(act, OtherOutcomeRow, {"goal_outcome": outcome, "voice": act.by}, beside) if beside else outcome


def _is_free(act: Act, stands: Mapping[str, ColumnValue], what: str) -> bool:
    """Whether who speaks may say it in the first place: nobody else did. Whose it is was not kept at first."""
    if stands.get(what) is None or stands.get(f"{what}_by") in (None, act.by):
        return _own_beside(act, stands, what) is None
    return False


def _own_beside(act: Act, stands: Mapping[str, ColumnValue], what: str) -> ColumnValue:
    """What who speaks said beside it before, if anything."""
    known = _found(act, OtherOutcomeRow, {"goal_outcome": stands["id"], "voice": act.by}) if stands else None
    return changes.current(act, OtherOutcomeRow, known)[what] if known else None


def _follow(act: Act, outcome: str, goal: str, decision: ColumnValue) -> None:
    """Let a goal be what was decided."""
    successor = changes.current(act, GoalOutcomeRow, outcome)["successor"]
    if decision == "adjust" and successor is not None:
        return
    if successor is not None:
        _take_back_successor(act, outcome, goal, str(successor))
    goals.change(act, goal, status=STATUS.get(str(decision), "active"))


def _take_back_successor(act: Act, outcome: str, goal: str, successor: str) -> None:
    """What a goal became, with what it became before that, leaves the plan; its agreements are the goal's again."""
    changes.alter(act, GoalOutcomeRow, outcome, successor=None)
    at: ColumnValue = successor
    while at is not None and at != goal:
        before = changes.current(act, goals.GoalRow, str(at))["replaces"]
        changes.move(act, AgreementRow, "goal", str(at), goal)
        changes.alter(act, goals.GoalRow, str(at), withdrawn_at=act.instant)
        at = before


def reopen_predecessor(act: Act, successor: str) -> bool:
    """Take back what a goal became when one looked back, so that the goal is worked on again; False when it is no such.

    The decision stays as it was: how the goal is from now on can be told anew.
    """
    outcome = _found(act, GoalOutcomeRow, {"successor": successor})
    if outcome is None:
        return False
    goal = str(changes.current(act, GoalOutcomeRow, outcome)["goal"])
    _take_back_successor(act, outcome, goal, successor)
    goals.change(act, goal, status="active")
    return True


def replace_goal(act: Act, evaluation: str, goal: str, text: str) -> str:
    """The goal as it is from now on, in new words; its id. It names its predecessor, and agreements move along."""
    stands = _found(act, GoalOutcomeRow, {"evaluation": evaluation, "goal": goal})
    known = changes.current(act, GoalOutcomeRow, stands) if stands else {}
    successor = goals.add(act, text, replaces=str(known.get("successor") or goal))
    decided: dict[str, ColumnValue] = {} if known.get("decision") == "adjust" else {"decision": "adjust"}
    _keep(act, GoalOutcomeRow, {"evaluation": evaluation, "goal": goal}, {**decided, "successor": successor})
    return successor


def mark(act: Act, evaluation: str, domain: str, mark: int, *, face: bool = False) -> str:
    """How it goes in a life domain, 0 to 10, as who speaks sees it; its id. Nobody's mark changes another's."""
    new = validated(_Mark, domain=domain, mark=mark, face=face)
    where: dict[str, ColumnValue] = {"evaluation": evaluation, "domain": new.domain, "voice": act.by}
    return _keep(act, DomainMarkRow, where, {"mark": new.mark, "face": int(new.face)})


def look_back(act: Act, evaluation: str, statement: str, says: str, now: str | None = None) -> str:
    """Whether words from before are still so; its id. `now` is the statement that says how it is now, if it changed."""
    if now is not None and changes.current(act, StatementRow, now)["replaces"] != statement:
        raise Refused("This does not fit here, so it was not kept.")
    new: dict[str, ColumnValue] = {"says": validated(_Says, says=says).says, "voice": act.by}
    if now is not None or new["says"] != "changed":
        new["now"] = now
    return _keep(act, LookBackRow, {"evaluation": evaluation, "statement": statement}, new)


def beside(act: Act, evaluation: str, statement: str, said: Sequence[str]) -> str:
    """Which statements of other people say how it is now, beside who said it first; the id of the look back.

    `NotFound` where nobody said yet whether it is still so.
    """
    known = _found(act, LookBackRow, {"evaluation": evaluation, "statement": statement})
    if known is None:
        raise NotFound("The plan does not have this line.")
    changes.alter(act, LookBackRow, known, beside=json.dumps(list(said)) if said else None)
    return known


def experience(act: Act, evaluation: str, person: str, face: str) -> str:
    """How this talk was for somebody; its id."""
    where: dict[str, ColumnValue] = {"evaluation": evaluation, "person": person}
    return _keep(act, ExperienceRow, where, {"face": validated(_Face, face=face).face})


def _keep(act: Act, row: type[OwnedRow], where: dict[str, ColumnValue], new: dict[str, ColumnValue]) -> str:
    """One row per thing that is evaluated: added the first time, altered after that."""
    known = _found(act, row, where)
    if known is None:
        return changes.add(act, row, **where, **new)
    voices.answer(act, row, known, **new)
    return known


def _found(act: Act, row: type[OwnedRow], where: dict[str, ColumnValue]) -> str | None:
    found = _finding(row, tuple(where)).run(act.session, {"of_plan": act.plan_id} | where)
    return str(found[0][0]) if found else None


@cache
def _finding(row: type[OwnedRow], columns: tuple[str, ...]) -> CompiledStatement:
    table = table_of(row)
    here = [table.c[column] == bindparam(column) for column in columns]
    query: Select[tuple[str]] = select(table.c.id).where(table.c.plan_id == bindparam("of_plan"), *here)
    return CompiledStatement(query.where(table.c.withdrawn_at.is_(None)))

