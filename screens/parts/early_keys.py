"""`EarlyKeys`: recognises a key or a click that was meant for what stood here before, or that repeats by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

TOO_EARLY: Final = 0.3
"""Seconds after something appeared, or after the same key, in which a key chooses and answers nothing."""
ENTER_KEY: Final = "enter"
CLICK: Final = "click"
"""A click is as a key: the second one of a double click is not meant for what the first one brought."""

_WAY_IN: Final = re.compile(r"[a-z]|f\d+|ctrl\+.+", re.IGNORECASE)


class EarlyKeys:
    """Times the keys of one screen by `now`, a clock in seconds. All that chooses by key on the screen shares it."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._appeared = float("-inf")
        self._last: dict[str, float] = {}
        self._knows_the_way = False

    def appeared(self, by: str = "") -> None:
        """Something else to choose from is shown, or the screen is on top again.

        `by` is the key that opened the screen, where one did. A digit at once after a letter or a function key is of
        somebody who knows the way; after a digit, Enter or Esc it may be a slip.
        """
        self._appeared, self._last = self._now(), {}
        self._knows_the_way = _WAY_IN.fullmatch(by) is not None

    def typed(self) -> None:
        """Text was typed: the Enter that comes next is meant for it, however soon it comes."""
        self._last[ENTER_KEY] = float("-inf")

    def is_early(self, key: str) -> bool:
        """Whether this key, or a click, comes too soon to do anything; asked once for each press."""
        at = self._now()
        quick = self._knows_the_way and key.isdigit()
        before = self._last.get(key, float("-inf") if quick else self._appeared)
        self._last[key] = at
        return at - before < TOO_EARLY
