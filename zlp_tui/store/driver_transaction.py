"""A transaction on a connection of the driver: from BEGIN to COMMIT or ROLLBACK, with errors as a user is told them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.error_mapping import translated


@contextmanager
def transaction(connection: dbapi2.Connection, begin: str) -> Iterator[Transaction]:
    """From `begin` to COMMIT, or to ROLLBACK when the block or the commit raises."""
    connection.execute(begin)
    session = Transaction(connection)
    try:
        yield session
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise
    finally:
        session.close()


@contextmanager
def translating() -> Iterator[None]:
    """Errors of the driver and the system, as errors that a user can be told."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        raise translated(error) from error
