"""The one way anything of a plan is written: `add`, `alter` and `undo`, each with its line of history.

Every Change has a number (`seq`), gap-free per plan, and order is that number, never a clock. It is written in the same
transaction as the row it tells of. Nothing is deleted: what is taken back gets a `withdrawn_at`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Final

from sqlalchemy import (
    INTEGER,
    TEXT,
    BindParameter,
    CheckConstraint,
    ColumnElement,
    ForeignKeyConstraint,
    bindparam,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlmodel import Field

from zlp_tui.errors import NotFound
from zlp_tui.plan.access import Scope, scope_topic
from zlp_tui.plan.audit_line import CHANGE_COLUMNS
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import PLAN_FIELDS, kind_of
from zlp_tui.plan.tables.act import Act as Act
from zlp_tui.plan.tables.columns import (
    BaseRow,
    OwnedRow,
    check_date,
    check_instant,
    check_one_of,
    columns_of,
    nullable_text,
    table_of,
    text_column,
)
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import HOW_WE_TALK


class ChangeRow(BaseRow, table=True):
    """One line of history: who, when, what, before, after. `before` and `after` are JSON objects by column."""

    __table_args__ = (
        check_one_of("kind", ("add", "alter")),
        check_instant("at"),
        check_date("on_date"),
        CheckConstraint("seq > 0", name="seq"),
        ForeignKeyConstraint(["plan_id"], ["plan.plan_id"], deferrable=True, initially="DEFERRED"),
        STRICT,
    )
    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    seq: int = Field(primary_key=True, sa_type=INTEGER)
    act: str = text_column()
    at: str = text_column()
    on_date: str = text_column()
    by: str = text_column()
    conversation: str | None = nullable_text()
    kind: str = text_column()
    of: str = text_column()
    row: str = text_column()
    before: str | None = nullable_text()
    after: str = text_column()


Values = Mapping[str, ColumnValue]
NO_VALUES: Final[Values] = MappingProxyType({})

_OF_EACH_ROW: Final = frozenset({"plan_id", "id", "seq", "version", "withdrawn_at", "replaces"})
"""Columns that tell of a row itself, and are never taken over."""


def add(act: Act, row: type[OwnedRow], /, **values: ColumnValue) -> str:
    """Add a row and its Change, which tells what is filled in; its id.

    A `version` starts at 1, and what is not given is NULL.
    """
    row_id = str(values.pop("id", None) or act.new_id())
    _require(act, row, {**values, "id": row_id})
    values |= _voices(act, row, NO_VALUES, values)
    told = {name: value for name, value in values.items() if value is not None and name not in row.unrecorded}
    seq = _record(act, row, row_id, "add", None, told)
    _adding(row).run(act.session, {**_empty(row), **values, "plan_id": act.plan_id, "id": row_id, "seq": seq})
    return row_id


def succeed(act: Act, row: type[OwnedRow], replaced: str, /, **values: ColumnValue) -> str:
    """Add a row in the place of another, that `replaces` names; its id.

    It takes over every column that is not given, or given as None, except those that are `its_own`. `NotFound` when
    the plan has no such row.
    """
    before = current(act, row, replaced)
    taken_over = {name: before[name] for name in taken_over_by(row)}
    given = {name: value for name, value in values.items() if value is not None}
    return add(act, row, **(taken_over | given | {"replaces": replaced}))


def taken_over_by(row: type[OwnedRow]) -> tuple[str, ...]:
    """The columns that a row in the place of another takes over from it."""
    return tuple(name for name in columns_of(row) if name not in row.its_own | _OF_EACH_ROW)


def alter(act: Act, row: type[OwnedRow], row_id: str, /, **values: ColumnValue) -> bool:
    """Change columns of a row, with its Change and a new version; False when they stood like that already.

    What has a voice of its own (`Kind.voices`) gets that of who speaks. `NotFound` when the plan has no such row.
    """
    before = current(act, row, row_id)
    return _alter(act, row, row_id, before, values | _voices(act, row, before, values))


def _alter(act: Act, row: type[OwnedRow], row_id: str, before: Values, values: Values) -> bool:
    after = {name: value for name, value in values.items() if before[name] != value}
    if not after:
        return False
    _require(act, row, before, after)
    _record(act, row, row_id, "alter", {name: before[name] for name in after}, after)
    changed = after | ({"version": int(before["version"] or 0) + 1} if "version" in before else {})
    new = {f"new_{name}": value for name, value in changed.items()}
    _altering(row, tuple(sorted(changed))).run(act.session, new | _key(act, row_id))
    return True


def move(act: Act, row: type[OwnedRow], column: str, old: str, new: str) -> None:
    """Let all standing rows that refer to `old` in this column refer to `new`."""
    for row_id in referring(act, row, column, old):
        alter(act, row, row_id, **{column: new})


def referring(act: Act, row: type[OwnedRow], column: str, ref: str) -> tuple[str, ...]:
    """The ids of all standing rows that refer to `ref` in this column, in the order in which they were kept."""
    found = _referring(row, column).run(act.session, {"of_plan": act.plan_id, "old": ref})
    return tuple(row_id for (row_id,) in found)


def current(act: Act, row: type[OwnedRow], row_id: str) -> Mapping[str, ColumnValue]:
    """A row as it stands, by column; `NotFound` when the plan has no such row."""
    found = find(act, row, row_id)
    if found is None:
        raise NotFound("The plan does not have this line.")
    return found


def find(act: Act, row: type[OwnedRow], row_id: str) -> Mapping[str, ColumnValue] | None:
    """A row as it stands, by column, or None."""
    found = _finding(row).run(act.session, _key(act, row_id))
    return dict(zip(columns_of(row), found[0], strict=True)) if found else None


def exists(act: Act, row: type[OwnedRow], row_id: str) -> bool:
    """Whether the plan has this row, withdrawn or not."""
    return bool(_looking(row).run(act.session, _key(act, row_id)))


def table_with(act: Act, row_id: str) -> type[OwnedRow]:
    """Which table a line of the plan is in, by its id alone; `NotFound` when the plan does not have it."""
    for row in OwnedRow.__subclasses__():
        if exists(act, row, row_id):
            return row
    raise NotFound("The plan does not have this line.")


def touched(act: Act) -> frozenset[str]:
    """The ids of the rows that an act added or changed so far."""
    changes = _of_act().run(act.session, {"of_plan": act.plan_id, "of_act": act.id})
    return frozenset(row for _, row, *_ in changes)


def undo(act: Act, undone: str) -> bool:
    """Take back all Changes of an earlier act, as new Changes; False when there is nothing left to take back.

    What was added is withdrawn, what was altered goes back, except where somebody altered it again since. `Refused`
    when the plan was agreed on since, in a conversation that is over; then nothing of the act is taken back.
    """
    act = replace(act, event="undo")
    changes = _of_act().run(act.session, {"of_plan": act.plan_id, "of_act": undone})
    taken_back = [_undo_one(act, _row_of(of), row, kind, before, after) for of, row, kind, before, after in changes]
    return any(taken_back)


def _undo_one(act: Act, row: type[OwnedRow], row_id: str, kind: str, before: str | None, after: str) -> bool:
    if kind == "add":
        takes_back = "withdrawn_at" in table_of(row).columns and current(act, row, row_id)["withdrawn_at"] is None
        return takes_back and alter(act, row, row_id, withdrawn_at=act.instant)
    stands = current(act, row, row_id)
    was: dict[str, ColumnValue] = json.loads(before or "{}")
    became: dict[str, ColumnValue] = json.loads(after)
    back = {name: value for name, value in was.items() if stands[name] == became[name]}
    return _alter(act, row, row_id, stands, back)  # in the voice of before


def holds(value: ColumnValue) -> bool:
    """Whether a column holds something: an empty list is nothing."""
    return value not in (None, "[]")


def _voices(act: Act, row: type[OwnedRow], before: Values, new: Values) -> dict[str, ColumnValue]:
    """By column that tells whose answer stands in others (`Kind.voices`): who speaks, where one of these changes;
    nobody, where they hold nothing any more."""
    voices = kind_of(table_of(row).name).voices
    said = {voices[name] for name in voices if name in new and new[name] != before.get(name)} - new.keys()
    held = {voices[name] for name in voices if holds(new.get(name, before.get(name)))}
    return {by: act.by if by in held else None for by in said}


def _require(act: Act, row: type[OwnedRow], values: Values, new: Values = NO_VALUES) -> None:
    """`NotAllowed` when who speaks may not write a row, in the scope it has or in the one that it gets.

    Asked here for every row, so that no writer can forget it: about the row, or the whole that a part is added to.
    """
    kind = kind_of(table_of(row).name)
    if not kind.kept_by_program:
        scopes = (*_scopes(act, kind, values, new), *_scopes(act, kind, {**values, **new}, new))
        whole = values.get(kind.parent_column) if kind.parent != "edition" else None  # it is still to be made
        line = values["id"] if new else whole
        for scope in dict.fromkeys(scopes):
            act.require(scope if line is None or kind.name == "plan" else scope._replace(line=str(line)))


def _scopes(act: Act, kind: Kind, values: Values, new: Values) -> Iterator[Scope]:
    """What a row belongs to: its topic and life domain; for a part those of its whole, for the plan itself those of
    the columns that change."""
    if kind.name == "plan":
        yield from (Scope(topic or HOW_WE_TALK) for name, topic in PLAN_FIELDS.items() if name in new)
        return
    domain = values.get(kind.column(kind.domain)) if kind.domain else None
    whole = kind_of(kind.parent) if kind.parent and kind.parent != "edition" and domain is None else None
    if whole is not None:
        yield from _scopes(act, whole, current(act, _row_of(whole.name), str(values[kind.parent_column])), NO_VALUES)
        return
    topic = kind.topic or values.get("topic") or f"{values.get('chapter')}-read-back"
    named = scope_topic(str(topic), str(values.get("field"))) if kind.name == "detail" else str(topic)
    yield Scope(named, None if domain is None else str(domain))


def _row_of(table: str) -> type[OwnedRow]:
    return next(row for row in OwnedRow.__subclasses__() if table_of(row).name == table)


def _record(
    act: Act,
    row: type[OwnedRow],
    row_id: str,
    kind: str,
    before: Mapping[str, ColumnValue] | None,
    after: Mapping[str, ColumnValue],
) -> int:
    """Write one Change and give its number."""
    line: dict[str, ColumnValue] = {
        "of_plan": act.plan_id, "plan_id": act.plan_id, "act": act.id, "at": act.instant, "on_date": act.day,
        "by": act.by, "conversation": act.conversation, "kind": kind, "of": table_of(row).name, "row": row_id,
        "before": None if before is None else _json(before), "after": _json(after),
    }
    ((seq,),) = _recording().run(act.session, line)
    told = {**line, "seq": int(seq)}
    act.tell(tuple(told[name] for name in CHANGE_COLUMNS), withdraws=after.get("withdrawn_at") is not None)
    return int(seq)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _key(act: Act, row_id: str) -> dict[str, ColumnValue]:
    return {"key_id": row_id, "key_plan": act.plan_id}


def _where(row: type[OwnedRow]) -> tuple[ColumnElement[bool], ...]:
    columns = table_of(row).columns
    return columns.plan_id == bindparam("key_plan"), columns.id == bindparam("key_id")


@cache
def _recording() -> CompiledStatement:
    table = table_of(ChangeRow)
    last = func.coalesce(func.max(table.c.seq), literal_column("0"))
    before = select(last).where(table.c.plan_id == bindparam("of_plan"))
    return CompiledStatement(
        insert(table).values(seq=before.scalar_subquery() + literal_column("1")).returning(table.c.seq)
    )


@cache
def _empty(row: type[OwnedRow]) -> Mapping[str, ColumnValue]:
    return MappingProxyType(dict.fromkeys(columns_of(row)) | {"version": 1})


@cache
def _adding(row: type[OwnedRow]) -> CompiledStatement:
    return CompiledStatement(insert(table_of(row)))


@cache
def _altering(row: type[OwnedRow], names: tuple[str, ...]) -> CompiledStatement:
    new: dict[str, BindParameter[ColumnValue]] = {name: bindparam(f"new_{name}") for name in names}
    return CompiledStatement(update(table_of(row)).where(*_where(row)).values(new))


@cache
def _finding(row: type[OwnedRow]) -> CompiledStatement:
    return CompiledStatement(select(*table_of(row).columns).where(*_where(row)))


@cache
def _looking(row: type[OwnedRow]) -> CompiledStatement:
    return CompiledStatement(select(literal_column("1")).select_from(table_of(row)).where(*_where(row)))


@cache
def _referring(row: type[OwnedRow], column: str) -> CompiledStatement:
    table = table_of(row)
    refer = (table.c.plan_id == bindparam("of_plan"), table.c[column] == bindparam("old"))
    return CompiledStatement(select(table.c.id).where(*refer, table.c.withdrawn_at.is_(None)).order_by(table.c.seq))


@cache
def _of_act() -> CompiledStatement:
    table = table_of(ChangeRow)
    told = select(table.c.of, table.c.row, table.c.kind, table.c.before, table.c.after)
    whose = (table.c.plan_id == bindparam("of_plan"), table.c.act == bindparam("of_act"))
    return CompiledStatement(told.where(*whose).order_by(table.c.seq.desc()))
