"""`Strays`: letters that were typed where one picks. Whoever typed them meant words, so their Enter picks nothing."""

from __future__ import annotations

from collections.abc import Callable


class MistypedLetters:
    """From the first letter to an arrow, a click, or the Enter at the end of the letters: that one only ends them."""

    def __init__(self) -> None:
        self.came = False
        """Whether letters came, and nothing after them."""
        self._over: Callable[[], None] | None = None

    def note(self, over: Callable[[], None] | None = None) -> None:
        """A letter came; `over` is called when they have ended."""
        self.came, self._over = True, over or self._over

    def end(self) -> bool:
        """They have ended; whether there were any."""
        came, over = self.came, self._over
        self.forget()
        if over is not None:
            over()
        return came

    def forget(self) -> None:
        """What was typed belongs to a question that has gone."""
        self.came, self._over = False, None
