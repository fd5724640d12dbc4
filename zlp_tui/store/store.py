"""Where plans are kept: one file, opened once, and one unit of work at a time.

`with store.writing() as session:` is one transaction: on disk when the block ends, nothing of it kept when it raises.
`with store.reading() as session:` sees one moment of the file. No session outlives its block.

Who may write which plan is claimed beside it (`plan_claim.py`). A transaction that writes is alone: others wait for it,
by the lock of SQLite itself.

SQLAlchemy is not needed to make a file, open it and read it: only bringing an old one up to date imports it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.access_point import NOWHERE, AccessPoint
from zlp_tui.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.audit_line import AuditEntry, AuditSeal
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.access_mode import access_mode, cannot_write, opened_to_stay
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.driver_transaction import DriverConnection, transaction, translating
from zlp_tui.store.files.file_header import holds_plans
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.files.open_file import FileStamp, OpenedFile, holds, is_whole, kept_apart, stamp_of
from zlp_tui.store.files.private_files import make_private

PATIENCE: Final = 1.0
"""How many seconds a command waits for another window that writes."""
A_MOMENT: Final = 0.25
"""How many seconds a window waits for another: a key must be answered. What is refused then is tried again."""


class Store:
    """An open file of plans. Each thread that uses it has one connection of its own, open until `close`."""

    def __init__(
        self, path: Path, key: bytes | None, *, mode: str, refusal: StoreError | None, durable: bool = True,
        patience: float = A_MOMENT, may_write: bool = True, keyholder: str | None = None, at: AccessPoint = NOWHERE,
        connection: dbapi2.Connection | None = None,
    ) -> None:
        """`connection`: one to this file that was opened already, as any other is here."""
        self.seal = AuditSeal.of_file(key, keyholder, at)
        """What lines of the log are sealed with."""
        self._connect = partial(connect, path, key, durable=durable, patience=patience)
        self._key = key
        self._durable = durable
        self._mode = mode
        self._here = threading.local()
        self._unused = [] if connection is None else [connection]
        """For the first thread that asks for one."""
        self._open: list[dbapi2.Connection] = [*self._unused]
        self._one_at_a_time = threading.Lock()
        self._closed = False
        self._may_write = may_write
        self.path = path
        self.refusal = refusal
        """Why nothing at all can be written here; None when it can."""
        self._file = stamp_of(path)
        self._log: FileStamp | None = None
        """The log beside the file, as it was when we wrote last."""
        self._written: dict[str, int] = {}
        """The number of the last Change that we wrote, by plan."""
        self._guard: dbapi2.Connection | None = None

    @property
    def read_only(self) -> bool:
        """Whether this store can only be read."""
        return self.refusal is not None

    def told_read_only(self, tr: Catalogue) -> str:
        """Why nothing can be written here, in one sentence; empty when it can."""
        return "" if self.refusal is None else tr(self.refusal.message, **self.refusal.values)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One unit of work that is committed at its end. Raises our own errors: `StoreBusy`, `StoreFull`, …."""
        if not self.look_again() and self.refusal is not None:
            raise self.refusal.with_traceback(None)
        with self._unit() as session:
            yield session

    def tell(self, *entries: AuditEntry) -> bool:
        """Tell in the log that a plan is read, also where it is only read here; whether that could be told.

        False where nothing can be written: a plan on a stick that cannot be written, or on a full disk, is read all the
        same, as somebody may need it now. `StoreBusy` where another writes for so long that it cannot be told; in a
        file that is not locked that is False too, as it can be read without us.

        It does not wait for the disk: the next thing that is said does. A power cut may take the last lines of who
        read.
        """
        if self._mode != "rw" or self._is_reading():
            return False
        try:
            with self._not_waiting(), self._unit() as session:
                for entry in entries:
                    session.tell(entry)
        except (StoreFull, StoreReadOnly):
            return False
        except StoreBusy:
            if self._key is not None:
                raise
            return False
        return True

    @contextmanager
    def _not_waiting(self) -> Iterator[None]:
        """Let no transaction wait for the disk meanwhile."""
        if not self._durable:
            yield
            return
        connection = self._connection()
        connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            connection.execute("PRAGMA synchronous = FULL")

    @contextmanager
    def _unit(self) -> Iterator[Transaction]:
        try:
            with (
                translating(), self._turn(),
                transaction(self._connection(), "BEGIN IMMEDIATE", self.seal) as session,
            ):
                self._require_same_file()
                yield session
                self._require_same_file()
            self._file, self._log = stamp_of(self.path), stamp_of(self._beside("-wal"))
        except (_ReplacedError, StoreError) as error:
            if isinstance(error, StoreError) and self._is_here():
                raise
            self.refusal = self._keep_apart()
            raise self.refusal from None

    def look_again(self) -> bool:
        """Whether nothing could be written when the file was opened, for want of room or a right, and now it can be:
        others may have written meanwhile."""
        if self._mode == "rw" or not self._may_write or self._closed or self._is_reading():
            return False
        self._let_go()  # a file that is read without one beside it lets nobody else in
        with suppress(dbapi2.Error, StoreError):
            self._mode, self.refusal, _ = access_mode(self.path, self._key)
        if self._mode != "rw":
            return False
        make_private(self.path)
        self._file = stamp_of(self.path)
        return True

    def _is_reading(self) -> bool:
        return any(connection.in_transaction for connection in self._open)

    def wrote(self, plan_id: str, seq: int) -> None:
        """Remember the last Change that was written of a plan: a file without it is not ours."""
        self._written[plan_id] = seq

    def _is_here(self) -> bool:
        """Whether the file still has its name."""
        return self._file is None or self._file.is_file_of(stamp_of(self.path))

    def _require_same_file(self) -> None:
        """What is written into a file that no longer has its name is lost, and one that another program wrote over is
        damaged by it. A sync client does both. Another window changes the file too: then all that we wrote is in it."""
        now = stamp_of(self.path)
        if not self._is_here():
            raise _ReplacedError
        if now != self._file:
            with closing(self._connect(mode=self._mode)) as fresh:
                if not holds(fresh, self._written):
                    raise _ReplacedError
            self._file = now

    def _keep_apart(self) -> StoreReadOnly:
        """Keep the plans that are open in a file of their own, if that can be; the sentence that says so.

        The log beside the file is of the plans that are open, and would be read into the file that stands there now.
        """
        kept = kept_apart(self._connection(), self.path, self._key, self._written)
        with suppress(dbapi2.Error, OSError):
            if self._is_here():
                self._guard = self._keeping_log_out()
            if self.path.exists() and self._log is not None and self._log.is_file_of(stamp_of(self._beside("-wal"))):
                for name in ("-wal", "-shm"):
                    self._beside(name).unlink(missing_ok=True)
        if kept is None:
            return StoreReadOnly(
                "Another file with plans stands in this place now, so nothing more is kept here. "
                "Please start zlp again."
            )
        return StoreReadOnly(
            "Another file with plans stands in this place now. Nothing more is kept here. What was open stands in "
            "{file}.", file=kept.name,
        )

    def _keeping_log_out(self) -> dbapi2.Connection:
        """A connection that stays open longest: the last one that closes writes the log into the file, but for one that
        may only read."""
        guard = connect(self.path, self._key, mode="ro")
        guard.execute("BEGIN")
        with suppress(dbapi2.DatabaseError):
            guard.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return guard

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(f"{self.path.name}{ending}")

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One look at the plans, all at the same moment. Inside `writing` it sees what is being written."""
        with translating():
            connection = self._connection()
            if connection.in_transaction:
                yield Transaction(DriverConnection(connection))
            else:
                with transaction(connection, "BEGIN") as session:
                    yield session

    def require_whole(self) -> None:
        """`StoreDamaged` when a page cannot be read: before something is written that nobody looks at."""
        with translating():
            if not is_whole(self._connection()):
                raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.")

    @contextmanager
    def apart(self) -> Iterator[OpenedFile]:
        """The file by a connection of its own, which `close` leaves alone: to copy it in another thread. `StoreError`
        for a file without a key, or whose key was let go of."""
        if self._key is None:
            raise StoreError("The plans are closed. Please open them again.")
        with translating(), closing(self._connect(mode=self._mode)) as connection:
            yield OpenedFile(connection, self._key, self.seal if self._mode == "rw" else None)

    def close(self) -> None:
        """Let go of the file for good; may be called again."""
        self._closed = True
        self._let_go()
        if self._guard is not None:
            self._guard.close()
            self._guard = None

    @contextmanager
    def let_go_for(self, key_of_now: Callable[[], bytes]) -> Iterator[None]:
        """Let go of the file while another one takes its place on purpose; after that it is that one, with its key."""
        self._let_go()
        try:
            yield
        finally:
            self._key = key_of_now()
            self.seal = self.seal.for_key(self._key)
            self._connect = partial(self._connect.func, self.path, self._key, **self._connect.keywords)
            self._file, self._log = stamp_of(self.path), None

    def rest(self) -> None:
        """Let go of the file and of its key until `wake`: meanwhile nothing can be read or written."""
        self._closed = True
        self._let_go()
        self._key = None
        self._connect = partial(self._connect.func, self.path, None, **self._connect.keywords)
        self.seal = self.seal.for_key(None)

    def wake(self, key: bytes) -> None:
        """Have the file again as it is now, with its key of now: another window may have replaced it meanwhile."""
        self._key = key
        self._connect = partial(self._connect.func, self.path, key, **self._connect.keywords)
        self.seal = self.seal.for_key(key)
        self._file, self._log = stamp_of(self.path), None
        self._written.clear()
        self._closed = False

    def _let_go(self) -> None:
        """Close the connections of all threads; each opens another when it needs one."""
        self._unused.clear()
        while self._open:
            self._open.pop().close()
        self._here = threading.local()

    def _connection(self) -> dbapi2.Connection:
        """This thread's own connection: opening one costs more than a commit does."""
        if self._closed:
            raise StoreError("The plans are closed. Please open them again.")
        connection: dbapi2.Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self._here.connection = self._another()
        return connection

    def _another(self) -> dbapi2.Connection:
        with suppress(IndexError):
            return self._unused.pop()
        connection = self._connect(mode=self._mode)
        self._open.append(connection)
        return connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One unit of work at a time in this process; between processes SQLite sees to that."""
        if not self._one_at_a_time.acquire(timeout=PATIENCE):
            raise StoreBusy("Another window is writing just now. Please try again.")
        try:
            yield
        finally:
            self._one_at_a_time.release()


class _ReplacedError(Exception):
    """The file at the path is not the one that was opened, was written over, or is gone."""


def open_store(
    path: Path, key: bytes | None = None, *, clock: Callable[[], datetime], read_only: bool = False,
    durable: bool = True, patience: float = A_MOMENT, keyholder: str | None = None,
    at: AccessPoint = NOWHERE,
) -> Store:
    """Open the file of plans at this path, and make it when there is none yet.

    A file of an older program is brought up to date on a copy first, also for whoever only reads it (`clock` names the
    copy that stays). Without `durable` a power cut may take all of it: for plans to practise with.
    `patience`: how many seconds to wait for another that writes. `keyholder` and `at`: by whose key it is opened and
    from where, for the log.
    `StoreDamaged`, `StoreNewer`, `StoreReadOnly`, `StoreFull` or `StoreBusy` when that cannot be.
    """
    with translating():
        if not holds_plans(path, key):
            _make(path, key, read_only)
        connection, (mode, refusal, version) = opened_to_stay(path, key, durable=durable, patience=patience)
        if mode == "rw":
            make_private(path)
        if version < SCHEMA:
            _bring_up_to_date(path, key, clock, may_write=mode == "rw")
        refusal = cannot_write() if read_only and refusal is None else refusal
        return Store(
            path, key, mode=mode, refusal=refusal, durable=durable, patience=patience, may_write=not read_only,
            keyholder=keyholder, at=at, connection=connection,
        )


def _make(path: Path, key: bytes | None, read_only: bool) -> None:
    if read_only:
        raise StoreReadOnly("There are no plans here yet.")
    from zlp_tui.store.files.create import create  # a file is made once

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = store_lock(path)
    if not lock.take(PATIENCE):
        raise StoreBusy("Another window is writing just now. Please try again.")
    try:
        if not path.exists():
            create(path, key)
    finally:
        lock.release()


def _bring_up_to_date(path: Path, key: bytes | None, clock: Callable[[], datetime], *, may_write: bool) -> None:
    if not may_write:
        raise StoreReadOnly("These plans are of an older zlp and this folder cannot be written.")
    from zlp_tui.store.files.migrate import migrate, plain_errors  # Alembic, which is hardly ever needed

    with plain_errors():
        migrate(path, key, clock())
