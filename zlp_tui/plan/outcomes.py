"""What an evaluation came to: per goal, per life domain, per quote, and how the talk was for each person."""

from functools import cache

from sqlalchemy import CheckConstraint, Select, bindparam, select

from zlp_tui.errors import Refused
from zlp_tui.plan import changes, goals
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.agreements import Agreement
from zlp_tui.plan.changes import Act
from zlp_tui.plan.evaluations import TOPIC
from zlp_tui.plan.prepared import Prepared
from zlp_tui.plan.row import (
    PlanRow,
    check_domain,
    check_instant,
    check_one_of,
    check_words,
    check_yes_no,
    filled,
    maybe,
    refers,
    rules,
    table_of,
    whole,
)
from zlp_tui.plan.rules import Checked, Domain, Mark, Spoken, checked
from zlp_tui.plan.session import Value
from zlp_tui.plan.statements import Statement
from zlp_tui.plan.view import Decision, Face, GoalStatus, HowClose, StillTrue

STATUS: dict[str | None, GoalStatus] = {"reached": "reached", "stop": "stopped"}
"""What a goal becomes by a decision; by any other it is what is worked on, until a successor is told."""


class GoalOutcome(PlanRow, table=True):
    """What it came to for one goal."""

    __table_args__ = rules(
        check_words("outcome"),
        check_one_of("how_close", HowClose),
        check_one_of("decision", Decision),
        check_words("why"),
        check_instant("withdrawn_at"),
        refers("evaluation", "evaluation"),
        refers("goal", "goal"),
        refers("successor", "goal"),
        refers("outcome_by", "person"),
        refers("why_by", "person"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    evaluation: str = filled()
    goal: str = filled()
    outcome: str | None = maybe()
    how_close: str | None = maybe()
    decision: str | None = maybe()
    why: str | None = maybe()
    successor: str | None = maybe()
    outcome_by: str | None = maybe()
    why_by: str | None = maybe()


class DomainMark(PlanRow, table=True):
    """How it goes in one life domain, as one person sees it."""

    __table_args__ = rules(
        check_domain(),
        CheckConstraint("mark BETWEEN 0 AND 10", name="mark"),
        check_yes_no("face"),
        check_instant("withdrawn_at"),
        refers("evaluation", "evaluation"),
        refers("voice", "person"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    evaluation: str = filled()
    domain: str = filled()
    voice: str = filled()
    mark: int = whole()
    face: int = whole()


class LookBack(PlanRow, table=True):
    """What is said now of words from before; those words stay as they are."""

    __table_args__ = rules(
        check_one_of("says", StillTrue),
        check_instant("withdrawn_at"),
        refers("evaluation", "evaluation"),
        refers("statement", "statement"),
        refers("voice", "person"),
        refers("now", "statement"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    evaluation: str = filled()
    statement: str = filled()
    voice: str = filled()
    says: str = filled()
    now: str | None = maybe()


class Experience(PlanRow, table=True):
    """How the talk was for one person (V39)."""

    __table_args__ = rules(
        check_one_of("face", Face),
        check_instant("withdrawn_at"),
        refers("evaluation", "evaluation"),
        refers("person", "person"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    evaluation: str = filled()
    person: str = filled()
    face: str = filled()


class _Outcome(Checked):
    outcome: Spoken | None = None
    how_close: HowClose | None = None
    decision: Decision | None = None
    why: Spoken | None = None


class _Mark(Checked):
    domain: Domain
    mark: Mark
    face: bool


class _Says(Checked):
    says: StillTrue


class _Face(Checked):
    face: Face


def of_goal(act: Act, /, evaluation: str, goal: str, **given: object) -> str:
    """Keep `outcome`, `how_close`, `decision` or `why` of one goal; the id of its outcome. Words are of who speaks.

    The goal follows the decision: reached and stopped goals end today, and one that goes on is worked on again. With
    `adjust` it stays until its successor is told (`succeed`), and with any other decision after that it comes back,
    with its agreements, and the successor is taken back.
    """
    ask_leave(act.by, TOPIC)
    new = checked(_Outcome, **given).given()
    words = [what for what in ("outcome", "why") if what in new]
    said_by: dict[str, Value] = {f"{what}_by": act.by if new[what] else None for what in words}
    outcome = _keep(act, GoalOutcome, {"evaluation": evaluation, "goal": goal}, new | said_by)
    if "decision" in new:
        _follow(act, outcome, goal, new["decision"])
    return outcome


def _follow(act: Act, outcome: str, goal: str, decision: Value) -> None:
    """Let a goal be what was decided."""
    successor = changes.current(act, GoalOutcome, outcome)["successor"]
    if decision == "adjust" and successor is not None:
        return
    if successor is not None:
        _take_back_successor(act, outcome, goal, str(successor))
    goals.change(act, goal, status=STATUS.get(str(decision), "active"))


def _take_back_successor(act: Act, outcome: str, goal: str, successor: str) -> None:
    """What a goal became, with what it became before that, leaves the plan; its agreements are the goal's again."""
    changes.alter(act, GoalOutcome, outcome, successor=None)
    at: Value = successor
    while at is not None and at != goal:
        before = changes.current(act, goals.Goal, str(at))["replaces"]
        changes.move(act, Agreement, "goal", str(at), goal)
        changes.alter(act, goals.Goal, str(at), withdrawn_at=act.instant)
        at = before


def came_back(act: Act, successor: str) -> bool:
    """Take back what a goal became when one looked back, so that the goal is worked on again; False when it is no such.

    The decision stays as it was: how the goal is from now on can be told anew.
    """
    ask_leave(act.by, TOPIC)
    outcome = _found(act, GoalOutcome, {"successor": successor})
    if outcome is None:
        return False
    goal = str(changes.current(act, GoalOutcome, outcome)["goal"])
    _take_back_successor(act, outcome, goal, successor)
    goals.change(act, goal, status="active")
    return True


def succeed(act: Act, evaluation: str, goal: str, text: str) -> str:
    """The goal as it is from now on, in new words; its id. It names its predecessor, and agreements move along."""
    ask_leave(act.by, TOPIC)
    stands = _found(act, GoalOutcome, {"evaluation": evaluation, "goal": goal})
    before = changes.current(act, GoalOutcome, stands)["successor"] if stands else None
    successor = goals.add(act, text, replaces=str(before or goal))
    _keep(act, GoalOutcome, {"evaluation": evaluation, "goal": goal}, {"decision": "adjust", "successor": successor})
    return successor


def mark(act: Act, evaluation: str, domain: str, mark: int, *, face: bool = False) -> str:
    """How it goes in a life domain, 0 to 10, as who speaks sees it; its id. Nobody's mark changes another's."""
    ask_leave(act.by, TOPIC)
    new = checked(_Mark, domain=domain, mark=mark, face=face)
    where: dict[str, Value] = {"evaluation": evaluation, "domain": new.domain, "voice": act.by}
    return _keep(act, DomainMark, where, {"mark": new.mark, "face": int(new.face)})


def look_back(act: Act, evaluation: str, statement: str, says: str, now: str | None = None) -> str:
    """Whether words from before are still so; its id. `now` is the statement that says how it is now, if it changed."""
    ask_leave(act.by, TOPIC)
    if now is not None and changes.current(act, Statement, now)["replaces"] != statement:
        raise Refused("This does not fit here, so it was not kept.")
    new: dict[str, Value] = {"says": checked(_Says, says=says).says, "voice": act.by}
    if now is not None or new["says"] != "changed":
        new["now"] = now
    return _keep(act, LookBack, {"evaluation": evaluation, "statement": statement}, new)


def experience(act: Act, evaluation: str, person: str, face: str) -> str:
    """How this talk was for somebody; its id."""
    ask_leave(act.by, TOPIC)
    where: dict[str, Value] = {"evaluation": evaluation, "person": person}
    return _keep(act, Experience, where, {"face": checked(_Face, face=face).face})


def _keep(act: Act, row: type[PlanRow], where: dict[str, Value], new: dict[str, Value]) -> str:
    """One row per thing that is evaluated: added the first time, altered after that."""
    known = _found(act, row, where)
    if known is None:
        return changes.add(act, row, **where, **new)
    changes.alter(act, row, known, **new)
    return known


def _found(act: Act, row: type[PlanRow], where: dict[str, Value]) -> str | None:
    found = _finding(row, tuple(where)).run(act.session, {"of_plan": act.plan_id} | where)
    return str(found[0][0]) if found else None


@cache
def _finding(row: type[PlanRow], columns: tuple[str, ...]) -> Prepared:
    table = table_of(row)
    here = [table.c[column] == bindparam(column) for column in columns]
    query: Select[tuple[str]] = select(table.c.id).where(table.c.plan_id == bindparam("of_plan"), *here)
    return Prepared(query.where(table.c.withdrawn_at.is_(None)))

