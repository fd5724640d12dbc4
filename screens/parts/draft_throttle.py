"""`DraftThrottle`: limits the writing of drafts to one per 0.4 s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.timer import Timer

WAIT: Final = 0.4
AGAIN: Final = 1.0
"""How long to wait, in seconds, after a write that was refused."""


class DraftThrottle:
    """A throttle, not a debounce: a draft is also written while somebody goes on typing.

    `later` starts a timer (a widget's `set_timer`); `keep` writes the draft as it is when called, and returns whether
    that succeeded. What was refused is tried again, by a timer and by every `flush`; `recovered` is called when it
    succeeds after all.
    """

    def __init__(
        self, later: Callable[[float, Callable[[], None]], Timer], keep: Callable[[], bool],
        recovered: Callable[[], None],
    ) -> None:
        self._later = later
        self._keep = keep
        self._recovered = recovered
        self._timer: Timer | None = None
        self._refused = False

    def touch(self) -> None:
        """Schedule a write within 0.4 s."""
        if self._timer is None:
            self._timer = self._later(WAIT, self.flush)

    def flush(self) -> None:
        """Write now, if a write is scheduled."""
        if self._timer is None:
            return
        self._timer.stop()
        self._timer = None
        if not self._keep():
            self._refused = True
            self._timer = self._later(AGAIN, self.flush)
        elif self._refused:
            self._refused = False
            self._recovered()

    def forget(self) -> None:
        """Cancel the scheduled write: the text became an answer."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
