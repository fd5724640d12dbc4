"""What the client wants to reach, keep, slow or ease (V04, V122, V125-V127)."""

from collections.abc import Sequence
from typing import ClassVar

from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.changes import Act
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
    nullable_integer,
    nullable_text,
    reference,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Domain, Name, SpokenText, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import GoalKind, GoalStatus


class GoalRow(OwnedRow, table=True):
    """A goal. `follows_from` lists ids of statements, choices and goals: three tables, so its writer guards it."""

    __table_args__ = table_args(
        check_words("text"),
        check_one_of("kind", GoalKind),
        check_domain(),
        check_one_of("status", GoalStatus),
        check_list("follows_from"),
        check_date("ended_on"),
        check_words("ended_because"),
        check_date("until_on"),
        check_name("until_words"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
        reference("replaces", "goal"),
    )
    its_own: ClassVar[frozenset[str]] = frozenset({"text", "voice", "status", "ended_on", "ended_because", "ended_by"})
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    text: str = text_column()
    voice: str = text_column()
    kind: str | None = nullable_text()
    domain: str | None = nullable_text()
    priority: int | None = nullable_integer()
    status: str = text_column()
    follows_from: str = text_column()
    replaces: str | None = nullable_text()
    ended_on: str | None = nullable_text()
    ended_because: str | None = nullable_text()
    ended_by: str | None = nullable_text()
    until_on: str | None = nullable_text()
    until_words: str | None = nullable_text()


class _New(Validated):
    text: SpokenText
    domain: Domain | None


class _Fields(Validated):
    kind: GoalKind | None = None
    domain: Domain | None = None
    status: GoalStatus = "active"
    ended_on: Dated | None = None
    ended_because: SpokenText | None = None
    until_on: Dated | None = None
    until_words: Name | None = None


def add(act: Act, text: str, domain: str | None = None, replaces: str | None = None) -> str:
    """A new goal; its id. One that `replaces` another takes over its kind, place, trace, agreements, and the day until
    when it is worked on, unless that is over."""
    new = validated(_New, text=text, domain=domain)
    said: dict[str, ColumnValue] = {"text": new.text, "voice": act.by, "status": "active", "domain": new.domain}
    if replaces is None:
        return changes.add(act, GoalRow, **said, follows_from="[]")
    goal = changes.succeed(act, GoalRow, replaces, **said)
    until = changes.current(act, GoalRow, goal)["until_on"]
    if until is not None and str(until) < act.day:
        changes.alter(act, GoalRow, goal, until_on=None, until_words=None)
    changes.alter(act, GoalRow, replaces, status="replaced", ended_on=act.day)
    changes.move(act, AgreementRow, "goal", replaces, goal)
    return goal


def reword(act: Act, goal: str, text: str) -> str:
    """Say a goal anew, outside an evaluation; the id of the one that takes its place and is worked on, or waits, as it
    did."""
    status = changes.current(act, GoalRow, goal)["status"]
    made = add(act, text, replaces=goal)
    change(act, made, status=status)
    return made


def give_back(act: Act, goal: str) -> bool:
    """Take a goal back, so that what it replaced stands again, with its agreements; False where it replaced nothing
    that can stand again."""
    stands = changes.current(act, GoalRow, goal)
    before = changes.find(act, GoalRow, str(stands["replaces"])) if stands["replaces"] else None
    if before is None or before["withdrawn_at"] is not None or stands["status"] not in ("active", "waits"):
        return False
    changes.alter(act, GoalRow, str(before["id"]), status=stands["status"], ended_on=None)
    changes.move(act, AgreementRow, "goal", goal, str(before["id"]))
    return changes.alter(act, GoalRow, goal, withdrawn_at=act.instant)


def change(act: Act, /, goal: str, **given: object) -> bool:
    """Change `kind`, `domain`, `status`, `ended_on`, `ended_because`, or until when it is worked on (`until_on`, and
    `until_words` as it was said); False when it stood like that.

    A goal that is neither active nor waits ends today unless another date is given.
    """
    new: dict[str, ColumnValue] = validated(_Fields, **given).given()
    if "status" in new and "ended_on" not in new:
        ended = changes.current(act, GoalRow, goal)["ended_on"]
        new["ended_on"] = None if new["status"] in ("active", "waits") else ended or act.day
    return changes.alter(act, GoalRow, goal, **new)


def order(act: Act, ids: Sequence[str]) -> bool:
    """Put goals in the client's order, first to last; False when they stood like that."""
    moved = [changes.alter(act, GoalRow, goal, priority=place) for place, goal in enumerate(dict.fromkeys(ids), 1)]
    return any(moved)
