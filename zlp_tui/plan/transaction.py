"""One transaction on the plans, as the store opens it and as everything in `plan/` writes and reads through it.

Not the session of an ORM: there are no objects to follow, and one of those costs as much as the commit itself. Only
the store's connection stands behind it, so whoever just reads imports no SQLAlchemy, and `plan/` knows no driver.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from zlp_tui.plan.audit_line import AuditEntry

SQLITE: Final = "sqlite"
"""The database that plans are kept in, by the name that its statements are compiled under."""

ColumnValue = str | int | None
"""What a column of a plan holds; instants, dates and lists are kept as text."""

StatementValues = Sequence[ColumnValue] | Mapping[str, ColumnValue]
"""The values of a statement, in order or by name."""


class Connection(Protocol):
    """What a transaction needs of the store's connection to a database."""

    @property
    def dialect(self) -> str:
        """For which database the statements that it runs are compiled."""
        ...

    def run(self, sql: str, values: StatementValues, *, of_many: bool = False) -> list[tuple[Any, ...]]:
        """Run one statement; its rows. `Refused` when a rule of the tables does not allow it."""
        ...


class Transaction:
    """A connection inside a transaction. It lives as long as the `with` block that gave it, and no longer."""

    __slots__ = ("_connection", "refused", "told")

    def __init__(self, connection: Connection) -> None:
        self._connection: Connection | None = connection
        self.told: list[AuditEntry] = []
        """What is told in the logs of plans when the block ends: nothing is committed without it."""
        self.refused: list[AuditEntry] = []
        """What is told whether the block ends well or not."""

    @property
    def dialect(self) -> str:
        """For which database the statements that it runs are compiled."""
        return self.connection().dialect

    def connection(self) -> Connection:
        """The store's connection; RuntimeError when the block has ended."""
        if self._connection is None:
            raise RuntimeError("the session is closed")
        return self._connection

    def run(self, sql: str, values: StatementValues, *, of_many: bool = False) -> list[tuple[Any, ...]]:
        """Run one statement; its rows. Text that is no text is `Unreadable`; in rows `of_many` plans it has marks
        instead, so that one of them does not close the others.

        `Refused` when a rule of the tables does not allow it; other errors of the driver are the store's to tell.
        """
        return self.connection().run(sql, values, of_many=of_many)

    def tell(self, entry: AuditEntry) -> None:
        """Tell of something in the log of its plan, when the block ends."""
        joined = self.told[-1].joined(entry) if self.told else None
        if joined is None:
            self.told.append(entry)
        else:
            self.told[-1] = joined

    def close(self) -> None:
        """The block has ended: what is run after it would be a transaction of its own."""
        self._connection = None
