"""`MistypedLetters`: recognises text typed into a list. The Enter that ends it must not pick anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

QUIET: Final = 1.0
"""Seconds after a letter from which a digit or a space is no part of the text any more."""


class MistypedLetters:
    """Lasts from the first letter to an arrow key, a click or Enter. `now` is a clock in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.came = False
        """Whether letters were typed, and nothing after them."""
        self._now = now
        self._last = 0.0
        self._over: Callable[[], None] | None = None

    @property
    def going_on(self) -> bool:
        """Whether what comes now is still part of the text: it comes right after a letter."""
        return self.came and self._now() - self._last < QUIET

    def note(self, over: Callable[[], None] | None = None) -> None:
        """A letter was typed; `over` is called at the end."""
        self.came, self._over, self._last = True, over or self._over, self._now()

    def end(self) -> bool:
        """End it; returns whether letters were typed."""
        came, over = self.came, self._over
        self.forget()
        if over is not None:
            over()
        return came

    def forget(self) -> None:
        """Reset it: another question is shown."""
        self.came, self._over = False, None
