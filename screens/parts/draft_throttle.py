"""Keeping what is typed and not yet said: at most one write per 0.4 s, and at once when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.timer import Timer

WAIT: Final = 0.4


class DraftThrottle:
    """A throttle, not a debounce: somebody who types on is kept as well.

    `later` starts a timer (a widget's `set_timer`); `keep` writes what is typed now.
    """

    def __init__(self, later: Callable[[float, Callable[[], None]], Timer], keep: Callable[[], None]) -> None:
        self._later = later
        self._keep = keep
        self._timer: Timer | None = None

    def touch(self) -> None:
        """Something was typed: it is written within 0.4 s."""
        if self._timer is None:
            self._timer = self._later(WAIT, self.flush)

    def flush(self) -> None:
        """Write now what is not written yet."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._keep()

    def forget(self) -> None:
        """What was typed is said: there is nothing to keep any more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
