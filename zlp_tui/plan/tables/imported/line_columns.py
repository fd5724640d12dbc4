"""The columns that hold a line of the view: the way back of `queries/assemble.py`, by the same declarations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Final

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.tables.all_tables import ROWS
from zlp_tui.plan.tables.columns import OwnedRow, table_of
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import PlanView, Voice, When

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def columns_of_line(kind: Kind, line: DataclassInstance) -> dict[str, ColumnValue]:
    """The columns that fields of a line are read from."""
    if isinstance(line, PlanView):
        values = {name: getattr(line, name) for name in _OF_PLAN}
        return {name: _kept(value) for name, value in values.items()} | deciders_kept(line.deciders)
    own = [own.name for own in fields(line) if own.name not in (*kind.derived, "seq")]
    columns = {kind.column(name): _kept(getattr(line, name)) for name in own}
    columns.pop("id", None)
    return columns


_OF_PLAN: Final = (
    "address", "deciding_role", "deciding_by", "ended_on", "ended_because", "ended_by", "drawn_up_with", "drawn_up_by",
)


def _kept(value: object) -> ColumnValue:
    """A field as a column keeps it."""
    if isinstance(value, Voice):
        return value.id
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return json.dumps(value)
    if value is None or isinstance(value, (str, int)):
        return value
    raise TypeError(type(value))


def deciders_kept(deciders: tuple[str, ...]) -> dict[str, ColumnValue]:
    """Who decides: the first, and the others where there are any."""
    first, *others = deciders or (None,)
    return {"decider": first, "others_deciding": json.dumps(others) if others else None}


def when_kept(when: When | None) -> dict[str, ColumnValue]:
    """When a small step is done."""
    if when is None:
        return {"words": None, "weekdays": "[]"}
    parts = {"parts_of_day": json.dumps(when.parts_of_day) if when.parts_of_day else None}
    return {own.name: _kept(getattr(when, own.name)) for own in fields(When)} | parts


@cache
def rows_of_kinds() -> Mapping[str, type[OwnedRow]]:
    """The rows of all kinds, by name."""
    names = {kind.name for kind in KINDS}
    return {table_of(row).name: row for row in ROWS if issubclass(row, OwnedRow) and table_of(row).name in names}


@cache
def references_of(row: type[OwnedRow]) -> frozenset[str]:
    """The columns that the database holds to a row that is there, and that may be empty."""
    return frozenset(column.name for column in table_of(row).columns if column.foreign_keys and column.nullable)
