"""A transaction on a connection of the driver: from BEGIN to COMMIT or ROLLBACK, with errors as a user is told them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2

from zlp_tui.errors import Refused
from zlp_tui.plan.queries.column_shapes import unreadable
from zlp_tui.plan.transaction import StatementValues, Transaction
from zlp_tui.store.files.error_mapping import translated
from zlp_tui.store.files.sqlite_triggers import AGREED_ON

if TYPE_CHECKING:
    from zlp_tui.plan.audit_line import AuditEntry, AuditSeal

DIALECT: Final = "sqlite"
"""For which database statements are compiled here."""


class DriverConnection:
    """A connection of the driver, as a `Transaction` of a plan runs statements on it."""

    __slots__ = ("driver",)

    dialect = DIALECT

    def __init__(self, driver: dbapi2.Connection) -> None:
        self.driver = driver

    def run(self, sql: str, values: StatementValues, *, of_many: bool = False) -> list[tuple[Any, ...]]:
        """Run one statement; its rows. `Refused` when a rule of the tables does not allow it, `Unreadable` for text
        that is no text; in rows `of_many` plans that has marks instead."""
        try:
            rows: list[tuple[Any, ...]] = self.driver.execute(sql, values).fetchall()
        except dbapi2.IntegrityError as error:
            if str(error) == AGREED_ON:
                raise Refused("The plan was agreed on. That stays as it is, and you can go on from here.") from None
            raise Refused("This does not fit with the rest of the plan, so it was not kept.") from None
        except dbapi2.OperationalError as error:
            if not is_undecodable(error):
                raise
            if not of_many:
                raise unreadable() from None  # the driver's error quotes the words
            return self._with_marks(sql, values)
        return rows

    def _with_marks(self, sql: str, values: StatementValues) -> list[tuple[Any, ...]]:
        """Slower: every text goes through Python."""
        usual = self.driver.text_factory
        self.driver.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            rows: list[tuple[Any, ...]] = self.driver.execute(sql, values).fetchall()
        finally:
            self.driver.text_factory = usual
        return rows


def is_undecodable(error: dbapi2.Error) -> bool:
    """Whether the driver could not read a text as UTF-8. It has no code for that."""
    return getattr(error, "sqlite_errorcode", None) is None and str(error).startswith("Could not decode")


def driver_of(session: Transaction) -> dbapi2.Connection:
    """The driver's connection of a transaction: for tests and measurements that look at the file itself."""
    connection = session.connection()
    if not isinstance(connection, DriverConnection):
        raise TypeError("this transaction is of another store")
    return connection.driver


@contextmanager
def transaction(
    connection: dbapi2.Connection, begin: str, seal: AuditSeal | None = None
) -> Iterator[Transaction]:
    """From `begin` to COMMIT, or to ROLLBACK when the block or the commit raises.

    What is told in it goes into the log of its plan, sealed, in the same transaction; what was refused in it also where
    nothing else of it stays. `seal`: None for a file that is not locked.
    """
    connection.execute(begin)
    session = Transaction(DriverConnection(connection))
    try:
        yield session
        _log(session, (*session.told, *session.refused), seal)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        _tell_refused(connection, session, seal)
        raise
    finally:
        session.close()


def _tell_refused(connection: dbapi2.Connection, session: Transaction, seal: AuditSeal | None) -> None:
    if session.refused:
        with suppress(dbapi2.Error):  # why it was refused is what the user is told
            connection.execute("BEGIN IMMEDIATE")
            try:
                _log(session, session.refused, seal)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def _log(session: Transaction, entries: Sequence[AuditEntry], seal: AuditSeal | None) -> None:
    if entries:  # who only lists plans tells nothing, and need not load how that is done
        from zlp_tui.plan.audit_line import AuditSeal
        from zlp_tui.plan.queries.audit_log import append

        append(session, entries, seal or AuditSeal())


@contextmanager
def translating() -> Iterator[None]:
    """Errors of the driver and the system, as errors that a user can be told."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        raise translated(error) from error
