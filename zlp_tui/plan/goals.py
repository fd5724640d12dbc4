"""What the client wants to reach, keep, slow or ease (V04, V122, V125-V127)."""

from collections.abc import Sequence

from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.agreements import Agreement
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_domain,
    check_instant,
    check_list,
    check_one_of,
    check_words,
    filled,
    maybe,
    maybe_whole,
    refers,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Dated, Domain, Spoken, checked
from zlp_tui.plan.session import Value
from zlp_tui.plan.view import GoalKind, GoalStatus

TOPIC = "goals"


class Goal(PlanRow, table=True):
    """A goal. `follows_from` lists ids of statements, choices and goals: three tables, so its writer guards it."""

    __table_args__ = rules(
        check_words("text"),
        check_one_of("kind", GoalKind),
        check_domain(),
        check_one_of("status", GoalStatus),
        check_list("follows_from"),
        check_date("ended_on"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        refers("replaces", "goal"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    text: str = filled()
    voice: str = filled()
    kind: str | None = maybe()
    domain: str | None = maybe()
    priority: int | None = maybe_whole()
    status: str = filled()
    follows_from: str = filled()
    replaces: str | None = maybe()
    ended_on: str | None = maybe()


class _New(Checked):
    text: Spoken
    domain: Domain | None


class _Fields(Checked):
    kind: GoalKind | None = None
    domain: Domain | None = None
    status: GoalStatus = "active"
    ended_on: Dated | None = None


def add(act: Act, text: str, domain: str | None = None, replaces: str | None = None) -> str:
    """A new goal; its id. One that `replaces` another takes over its kind, place, trace and agreements."""
    ask_leave(act.by, TOPIC)
    new = checked(_New, text=text, domain=domain)
    kept: dict[str, Value] = {"follows_from": "[]", "domain": new.domain}
    if replaces is not None:
        before = changes.current(act, Goal, replaces)
        kept = {name: before[name] for name in ("kind", "priority", "follows_from")}
        kept["domain"] = new.domain or before["domain"]
    goal = changes.add(act, Goal, text=new.text, voice=act.by, status="active", replaces=replaces, **kept)
    if replaces is not None:
        changes.alter(act, Goal, replaces, status="replaced", ended_on=act.day)
        changes.move(act, Agreement, "goal", replaces, goal)
    return goal


def change(act: Act, /, goal: str, **given: object) -> bool:
    """Change `kind`, `domain`, `status` or `ended_on`; False when it stood like that.

    A goal that is no longer active ends today unless another date is given.
    """
    ask_leave(act.by, TOPIC)
    new: dict[str, Value] = checked(_Fields, **given).given()
    if "status" in new and "ended_on" not in new:
        ended = changes.current(act, Goal, goal)["ended_on"]
        new["ended_on"] = None if new["status"] == "active" else ended or act.day
    return changes.alter(act, Goal, goal, **new)


def order(act: Act, ids: Sequence[str]) -> bool:
    """Put goals in the client's order, first to last; False when they stood like that."""
    ask_leave(act.by, TOPIC)
    moved = [changes.alter(act, Goal, goal, priority=place) for place, goal in enumerate(dict.fromkeys(ids), 1)]
    return any(moved)
