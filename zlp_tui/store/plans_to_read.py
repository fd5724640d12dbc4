"""The plans of this computer to read only: what commands that print and the list of home need.

Light: without plans nothing of the store is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from zlp_tui.access_point import AccessPoint
from zlp_tui.store.files.file_header import holds_plans

if TYPE_CHECKING:
    from zlp_tui.errors import StoreError
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.store import Store


class PlansToRead(Protocol):
    """Plans in one file, or each in a file of its own. Errors are those of `Store`."""

    def listing(self) -> AbstractContextManager[Transaction | None]:
        """One look at all plans at the same moment, for lists; None where there are none yet."""

    def store_of(self, plan: str) -> Store:
        """The store of one plan, open until `close`."""

    def reading_of(self, plan: str) -> AbstractContextManager[Transaction]:
        """One look at one plan, of which nothing stays open that was not."""

    def tell_listed(self, plans: Collection[str], at: datetime) -> None:
        """Tell in the logs of these plans, by id, that words of theirs stand in a list: once a day. What cannot be told
        now is told with the next list."""

    def damaged(self) -> tuple[str, ...]:
        """The plans that the last listing left out, because their file cannot be read; by id."""

    def why_unseen(self, plan: str) -> StoreError | None:
        """Why a plan of this id or name may be here that no listing has; None when there is no such plan."""

    def close(self) -> None:
        """Let go of all files; may be called again."""


class OneFileToRead:
    """All plans in one file, which is neither made nor, to list them, brought up to date."""

    def __init__(
        self, file: Path, *, clock: Callable[[], datetime], at: Callable[[], AccessPoint] = AccessPoint
    ) -> None:
        self._file: Final = file
        self._clock = clock
        self._at = at
        self._store: Store | None = None

    @contextmanager
    def listing(self) -> Iterator[Transaction | None]:
        """The plans of the file."""
        if not holds_plans(self._file):
            yield None  # the very first start: that needs no driver
            return
        from zlp_tui.store.files.file_reader import reading_file

        with reading_file(self._file) as session:
            yield session

    def store_of(self, plan: str) -> Store:
        """The file."""
        from zlp_tui.store.store import open_store

        if self._store is None:
            self._store = open_store(self._file, clock=self._clock, read_only=True, at=self._at())
        return self._store

    def reading_of(self, plan: str) -> AbstractContextManager[Transaction]:
        """The file, which stays open."""
        return self.store_of(plan).reading()

    def tell_listed(self, plans: Collection[str], at: datetime) -> None:
        """Tell it in the file; one of an older program has no log."""
        if not plans:
            return
        from zlp_tui.errors import StoreError
        from zlp_tui.store.files.file_reader import reading_todays_file
        from zlp_tui.store.lists.listed_plans import listed, not_told_of

        with suppress(StoreError):  # the list is there all the same
            with reading_todays_file(self._file) as session:
                new = not_told_of(session, plans, at) if session is not None else ()
            if new:  # else the file is not opened to be written
                self.store_of("").tell(*(listed(plan, at) for plan in new))

    def damaged(self) -> tuple[str, ...]:
        """None: who cannot read the file reads no plan."""
        return ()

    def why_unseen(self, plan: str) -> StoreError | None:
        """None: every plan is listed."""
        return None

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None
