"""The right of one window to write one plan, and its units of work on it (decision 0019)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from zlp_tui.errors import StoreError, StoreReadOnly
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.lock import plan_lock
from zlp_tui.store.store import Store


class PlanClaim:
    """A claim on one plan of a store. While another window has it, this one can only read; other plans are free.

    It begins without a right to write: `take` asks for it, and so does every unit of work. `wrote` is called after each
    of these.
    """

    def __init__(self, store: Store, plan_id: str, wrote: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._wrote = wrote
        self._plan = plan_id
        self._lock = plan_lock(store.path, plan_id)
        self._refused: StoreError | None = None
        """Why the right was not given when it was asked for last; that may end."""

    @property
    def read_only(self) -> bool:
        """Whether this plan can only be read here."""
        return self._why is not None

    def told_read_only(self, tr: Catalogue) -> str:
        """Why nothing can be written here, in one sentence; empty when it can."""
        return tr(self._why.message, **self._why.values) if self._why else ""

    @property
    def _why(self) -> StoreError | None:
        return self._store.refusal or self._refused

    def take(self, patience: float = 0.0) -> bool:
        """Take the right to write, waiting at most `patience` seconds, and keep it until `release`; whether we have it.
        """
        if self._store.refusal is not None:
            return False
        try:
            with translating():
                taken = self._lock.take(patience)
        except StoreError as error:
            self._refused = error
            return False
        self._refused = None if taken else StoreReadOnly(
            "This plan is open in another window. Until it is closed there, you can only read here."
        )
        return taken

    def look_again(self) -> bool:
        """Whether the right was refused, or nothing could be written, and it is ours now: others may have written
        meanwhile."""
        refused = self._why is not None
        self._store.look_again()
        return refused and self.take()

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One unit of work on this plan, as `Store.writing`. `StoreReadOnly` while another window has the plan."""
        if not self.take() and self._why is not None:
            raise self._why.with_traceback(None)
        with self._store.writing() as session:
            yield session
            ((seq,),) = session.run("SELECT max(seq) FROM change WHERE plan_id = ?", (self._plan,))
        self._store.wrote(self._plan, seq or 0)
        self._wrote()

    def release(self) -> None:
        """Let go of the right; may be called again."""
        self._lock.release()


class NoteClaim(PlanClaim):
    """Writes a note beside whoever has the plan open: a row of its own and its Change, whose number the store gives.

    So it waits for nothing but the writing of another, as between two plans. For nothing else: what replaces, ends or
    answers something must be written by who has the plan and sees it (decision 0039).
    """

    def take(self, patience: float = 0.0) -> bool:
        """Whether the store can be written; the plan stays with who has it."""
        return self._store.refusal is None
