"""`DraftThrottle`: limits the writing of drafts to one per 0.4 s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.timer import Timer

WAIT: Final = 0.4


class DraftThrottle:
    """A throttle, not a debounce: a draft is also written while somebody goes on typing.

    `later` starts a timer (a widget's `set_timer`); `keep` writes the draft as it is when called.
    """

    def __init__(self, later: Callable[[float, Callable[[], None]], Timer], keep: Callable[[], None]) -> None:
        self._later = later
        self._keep = keep
        self._timer: Timer | None = None

    def touch(self) -> None:
        """Schedule a write within 0.4 s."""
        if self._timer is None:
            self._timer = self._later(WAIT, self.flush)

    def flush(self) -> None:
        """Write now, if a write is scheduled."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._keep()

    def forget(self) -> None:
        """Cancel the scheduled write: the text became an answer."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
