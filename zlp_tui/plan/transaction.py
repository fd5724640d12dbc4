"""One transaction on the plans, as the store opens it and as everything in `plan/` writes and reads through it.

Not the session of an ORM: there are no objects to follow, and one of those costs as much as the commit itself. Only
the driver stands behind it, so whoever just reads imports no SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlcipher3 import dbapi2

from zlp_tui.errors import Refused

ColumnValue = str | int | None
"""What a column of a plan holds; instants, dates and lists are kept as text."""


class Transaction:
    """A connection inside a transaction. It lives as long as the `with` block that gave it, and no longer."""

    __slots__ = ("_driver",)

    dialect: ClassVar[str] = "sqlite"
    """For which database the statements that it runs are compiled."""

    def __init__(self, driver: dbapi2.Connection) -> None:
        self._driver: dbapi2.Connection | None = driver

    def connection(self) -> dbapi2.Connection:
        """The connection of the driver; RuntimeError when the block has ended."""
        if self._driver is None:
            raise RuntimeError("the session is closed")
        return self._driver

    def run(self, sql: str, values: Sequence[ColumnValue] | Mapping[str, ColumnValue]) -> list[tuple[Any, ...]]:
        """Run one statement; its rows.

        `Refused` when a rule of the tables does not allow it; other errors of the driver are the store's to tell.
        """
        try:
            rows: list[tuple[Any, ...]] = self.connection().execute(sql, values).fetchall()
        except dbapi2.IntegrityError:
            raise Refused("This does not fit with the rest of the plan, so it was not kept.") from None
        return rows

    def close(self) -> None:
        """The block has ended: what is run after it would be a transaction of its own."""
        self._driver = None
