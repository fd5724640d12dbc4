"""One transaction on the plans, as the store opens it and as everything in `plan/` writes and reads through it.

Not the session of an ORM: there are no objects to follow, and one of those costs as much as the commit itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from zlp_tui.errors import Refused


class Session:
    """A connection inside a transaction. It lives as long as the `with` block that gave it, and no longer."""

    __slots__ = ("_connection", "_driver")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = connection.connection.driver_connection

    def connection(self) -> Connection:
        """The connection, for statements that are built where they are needed."""
        return self._connection

    def run(self, sql: str, values: Sequence[str | int | None]) -> list[tuple[Any, ...]]:
        """Run one prepared statement straight on the driver; its rows.

        `Refused` when a rule of the tables does not allow it; other errors of the driver are the store's to tell.
        """
        if self._driver is None:
            raise RuntimeError("the session is closed")
        try:
            rows: list[tuple[Any, ...]] = self._driver.execute(sql, values).fetchall()
        except dbapi2.IntegrityError:
            raise Refused("This does not fit with the rest of the plan, so it was not kept.") from None
        return rows
