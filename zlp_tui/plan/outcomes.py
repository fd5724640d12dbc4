"""What an evaluation came to: per goal, per life domain, per quote, and how the talk was for each person."""

from functools import cache

from sqlalchemy import CheckConstraint, Select, bindparam, select

from zlp_tui.errors import Refused
from zlp_tui.plan import changes, goals
from zlp_tui.plan.access import ask_leave
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

STATUS: dict[str | None, GoalStatus] = {"reached": "reached", "stop": "stopped", "adjust": "replaced"}
"""What a goal becomes by a decision; by any other it is what is worked on."""


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
    """Keep `outcome`, `how_close`, `decision` or `why` of one goal; the id of its outcome.

    The goal follows the decision: reached and stopped goals end today, and one that goes on is worked on again. With
    `adjust` it stays until its successor is told (`succeed`).
    """
    ask_leave(act.by, TOPIC)
    new = checked(_Outcome, **given).given()
    outcome = _keep(act, GoalOutcome, {"evaluation": evaluation, "goal": goal}, new)
    if "decision" in new and new["decision"] != "adjust":
        goals.change(act, goal, status=STATUS.get(str(new["decision"]), "active"))
    return outcome


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
    """Whether words from before are still so; its id. `now` is the statement that says how it is now."""
    ask_leave(act.by, TOPIC)
    if now is not None and changes.current(act, Statement, now)["replaces"] != statement:
        raise Refused("This does not fit here, so it was not kept.")
    new: dict[str, Value] = {"says": checked(_Says, says=says).says, "voice": act.by}
    return _keep(
        act, LookBack, {"evaluation": evaluation, "statement": statement}, new | ({"now": now} if now else {})
    )


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

