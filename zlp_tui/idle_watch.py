"""`IdleWatch`: when a screen that nobody touches is to be locked, by time without a key and by the computer's sleep."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, Literal

MINUTES: Final = 5
"""How long nobody need touch a key before the screen is locked, unless the settings say otherwise."""
WARNED: Final = 60.0
"""Seconds before that in which it is announced; half of the time where that is shorter."""
SLEPT: Final = 2.0
"""Seconds of sleep that count as one: less is how far two clocks are read apart."""

IdleState = Literal["", "warn", "lock"]


def seconds_slept() -> float:
    """For how long this computer has slept since it started; always 0 where no clock tells."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    if boot is None:
        return 0.0
    return time.clock_gettime(boot) - time.monotonic()


class IdleWatch:
    """`now` gives seconds that pass while the computer is awake, `slept` those in which it was not; `minutes` is read
    when the watch begins."""

    def __init__(
        self, now: Callable[[], float], slept: Callable[[], float], minutes: Callable[[], int] = lambda: MINUTES
    ) -> None:
        self._now = now
        self._slept = slept
        self._read_minutes = minutes
        self._most = self._seconds = MINUTES * 60.0
        self._since = now()
        self._slept_before = slept()

    def begin(self) -> None:
        """From now on it counts."""
        self._most = self._seconds = self._read_minutes() * 60.0
        self._slept_before = self._slept()
        self.touched()

    def wished(self, minutes: int | None) -> None:
        """So many minutes are enough; None for as many as may be."""
        self._seconds = self._most if minutes is None else min(self._most, minutes * 60.0)

    def touched(self) -> None:
        """Somebody is here. That the computer slept before is not undone by it."""
        self._since = self._now()

    def state(self) -> IdleState:
        """What is to be done now."""
        idle = self._now() - self._since
        if idle >= self._seconds or self._slept() - self._slept_before >= SLEPT:
            return "lock"
        return "warn" if idle >= self._seconds - min(WARNED, self._seconds / 2) else ""
