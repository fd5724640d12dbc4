"""Copies that nobody asks for: when a plan is closed, and while it is open for long. In a thread: no key waits for it.

A copy that could not be made is tried again the next time; the list of copies shows how old the newest one is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from time import monotonic

from zlp_tui.conversation.session.locked_plans.plan_copies import HALF_AN_HOUR, PlanCopies
from zlp_tui.errors import ZlpError
from zlp_tui.store.kept_copies.copies import CopyReason
from zlp_tui.store.store import Store

A_MOMENT = 1.0
"""Seconds that whoever leaves the program waits for a copy at most. One that is not ready then does not come to be."""


class AutomaticCopies:
    """Copies the plans that one window has open. To be called in the window's own thread."""

    def __init__(self, copies: PlanCopies, clock: Callable[[], datetime]) -> None:
        self._copies = copies
        self._clock = clock
        self._since: dict[str, datetime] = {}
        """Since when there was no copy of a plan while it was open here."""
        self._running: dict[str, threading.Thread] = {}

    def opened(self, plan: str) -> None:
        """A plan is on the table."""
        self._since[plan] = self._clock()

    def wrote(self, plan: str, store: Store) -> None:
        """Something was kept in a plan: it is copied if that was long ago."""
        now = self._clock()
        if now - self._since.setdefault(plan, now) >= HALF_AN_HOUR:
            self._since[plan] = now
            self._copy(plan, "while-open", store)

    def closed(self, plan: str, store: Store) -> None:
        """A plan is off the table: it is copied if it changed."""
        self._copy(plan, "closed", store)

    def finish(self, patience: float | None = A_MOMENT) -> None:
        """Wait so many seconds for all copies that are being made; None for as long as it takes."""
        until = None if patience is None else monotonic() + patience
        for thread in tuple(self._running.values()):
            thread.join(None if until is None else max(0.0, until - monotonic()))

    def _copy(self, plan: str, why: CopyReason, store: Store) -> None:
        before = self._running.get(plan)

        def copy() -> None:
            if before is not None:
                before.join()
            with suppress(ZlpError, OSError):
                self._copies.copy_if_changed(plan, why, store)

        self._running[plan] = threading.Thread(target=copy, name="copy", daemon=True)
        self._running[plan].start()
