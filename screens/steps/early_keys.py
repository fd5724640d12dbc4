"""`EarlyKeys`: recognises a key that was meant for the question before, or that repeats because it is held down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

TOO_EARLY: Final = 0.3
"""Seconds after a list appeared, or after the same key, in which a key answers nothing."""


class EarlyKeys:
    """Times keys of one list by `now`, a clock in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._appeared = float("-inf")
        self._last: dict[str, float] = {}

    def appeared(self) -> None:
        """Another list is shown."""
        self._appeared, self._last = self._now(), {}

    def is_early(self, key: str) -> bool:
        """Whether this key comes too soon to answer anything; asked once for each press."""
        at = self._now()
        before = self._last.get(key, self._appeared)
        self._last[key] = at
        return at - before < TOO_EARLY
