"""`MistypedLetters`: recognises text typed into a list. The Enter that ends it must not pick anything."""

from __future__ import annotations

from collections.abc import Callable


class MistypedLetters:
    """Lasts from the first letter to an arrow key, a click or Enter."""

    def __init__(self) -> None:
        self.came = False
        """Whether letters were typed, and nothing after them."""
        self._over: Callable[[], None] | None = None

    def note(self, over: Callable[[], None] | None = None) -> None:
        """A letter was typed; `over` is called at the end."""
        self.came, self._over = True, over or self._over

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
