"""What all tables of a plan share: TEXT and INTEGER columns for STRICT tables, named constraints, a key per plan.

A plan is a closed graph: every row carries its `plan_id`, and every reference is checked within that plan. A row's key
is (plan_id, id) and tables have no rowid, so all of a plan lies together on disk and one index serves every look-up.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Final, get_args

from sqlalchemy import INTEGER, TEXT, CheckConstraint, ForeignKeyConstraint, MetaData, Table
from sqlalchemy.orm import declared_attr
from sqlalchemy.schema import SchemaItem
from sqlmodel import Field, SQLModel

from zlp_tui.plan.dialects import STRICT, HasShape, IsJson
from zlp_tui.plan.queries.column_shapes import Shape
from zlp_tui.plan.view import DOMAINS
from zlp_tui.text import LIMIT, NAME_LIMIT

_DAY: Final = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
_TIME: Final = "[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]"

SHAPE: Final = "shape"
"""Under this name a constraint tells how a value of its column is read (`queries/column_shapes.py`)."""

_NAMES: Final = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class BaseRow(SQLModel):
    """The base of every table. Tables hold no rules and do not validate: the writers beside them do."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=_NAMES)

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        """`SmallStep` is kept in `small_step`, `DraftRow` in `draft`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__.removesuffix("Row")).lower()


class OwnedRow(BaseRow):
    """A row of one plan. `seq` is the number of the Change that added it."""

    unrecorded: ClassVar[frozenset[str]] = frozenset()
    """Columns that are kept out of the history, because they are long and can never change."""
    its_own: ClassVar[frozenset[str]] = frozenset()
    """Columns that a row in the place of another does not take over; every other column it does."""

    plan_id: str = Field(primary_key=True, sa_type=TEXT)
    id: str = Field(primary_key=True, sa_type=TEXT)
    seq: int = Field(sa_type=INTEGER)


def text_column() -> str:
    """A column of text that is always there. Like SQLModel's own `Field`, it is declared as what it will hold."""
    column: str = Field(sa_type=TEXT)
    return column


def nullable_text() -> str | None:
    """A column of text, or nothing."""
    column: str | None = Field(default=None, sa_type=TEXT, nullable=True)
    return column


def integer_column() -> int:
    """A column of a whole number, or of 0 and 1, that is always there."""
    column: int = Field(sa_type=INTEGER)
    return column


def nullable_integer() -> int | None:
    """A column of a whole number, or of 0 and 1, or nothing."""
    column: int | None = Field(default=None, sa_type=INTEGER, nullable=True)
    return column


def table_args(*items: SchemaItem, kind: Mapping[str, bool] = STRICT) -> tuple[Any, ...]:
    """`__table_args__` of a table of the plan: its own constraints, the reference to its plan, STRICT."""
    return (*items, ForeignKeyConstraint(["plan_id"], ["plan.plan_id"]), kind)


def reference(column: str, table: str) -> ForeignKeyConstraint:
    """A reference to another row of the same plan."""
    return ForeignKeyConstraint(["plan_id", column], [f"{table}.plan_id", f"{table}.id"])


def check_one_of(column: str, values: object) -> CheckConstraint:
    """Only the values of a Literal, or of a tuple of words."""
    allowed = values if isinstance(values, tuple) else get_args(values)
    condition = f"{column} IN ({', '.join(repr(word) for word in allowed)})"
    return CheckConstraint(condition, name=column, info={SHAPE: list(allowed)})


def check_domain(column: str = "domain") -> CheckConstraint:
    """Only one of the ten life domains."""
    return check_one_of(column, DOMAINS)


def check_yes_no(column: str) -> CheckConstraint:
    """Only 0 and 1."""
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


def check_date(column: str) -> CheckConstraint:
    """Only the shape of an ISO date."""
    return CheckConstraint(HasShape(column, _DAY), name=column, info={SHAPE: "date"})


def check_instant(column: str) -> CheckConstraint:
    """Only the shape that `moment.instant` gives: UTC, to the millisecond."""
    return CheckConstraint(HasShape(column, f"{_DAY}T{_TIME}Z"), name=column, info={SHAPE: "instant"})


def check_words(column: str, limit: int = LIMIT) -> CheckConstraint:
    """Something, and not too long."""
    return CheckConstraint(f"length({column}) BETWEEN 1 AND {limit}", name=column)


def check_name(column: str) -> CheckConstraint:
    """Something on one line, and not too long."""
    return check_words(column, NAME_LIMIT)


def check_list(column: str) -> CheckConstraint:
    """Only a JSON array."""
    return CheckConstraint(IsJson(column, "array"), name=column, info={SHAPE: "list"})


def check_object(column: str) -> CheckConstraint:
    """Only a JSON object."""
    return CheckConstraint(IsJson(column, "object"), name=column, info={SHAPE: "object"})


@cache
def table_of(row: type[BaseRow]) -> Table:
    """The table that rows of this class are kept in."""
    return BaseRow.metadata.tables[str(row.__tablename__)]


def shapes_of(table: Table) -> dict[str, Shape]:
    """How the values of a table's columns are read, for those whose constraints tell."""
    checks = (check for check in table.constraints if isinstance(check, CheckConstraint))
    told = (check for check in checks if SHAPE in check.info)
    return {str(check.name).removeprefix(f"ck_{table.name}_"): check.info[SHAPE] for check in told}


@cache
def columns_of(row: type[BaseRow]) -> tuple[str, ...]:
    """The names of the columns of a table, in their order."""
    return tuple(table_of(row).columns.keys())
