"""`AnswerList`: a list that answers a question, with the keys that pick from it or put it in order."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from screens.parts.early_keys import ENTER_KEY, EarlyKeys
from screens.parts.line_list import LineList
from screens.steps.mistyped_letters import MistypedLetters


class AnswerList(LineList):
    """A digit is the line with that number, unless it is part of mistyped text or comes too early.

    `now` is a clock in seconds; `moved` is called when Enter may do something else now. A subclass says what a line is
    taken for.
    """

    PAGES = False

    def __init__(
        self, early: EarlyKeys, *, now: Callable[[], float], moved: Callable[[], None], id: str | None = None
    ) -> None:
        super().__init__(early, id=id)
        self._moved = moved
        self.mistyped = MistypedLetters(now)

    def mark_moved(self) -> None:
        self._moved()

    def action_choose(self) -> None:
        """Enter: choose, unless it ends mistyped text or came too early."""
        if not self.early.is_early(ENTER_KEY) and not self.mistyped.end():
            self.choose()

    def on_key(self, event: events.Key) -> None:
        """A digit takes a line; letters go to the screen."""
        if self.take_digit(event.character or ""):
            event.stop()
        elif event.is_printable and event.key != "space":
            self.mistyped.note()

    def take_digit(self, typed: str) -> bool:
        """Take the line with this number; False when it is none, or is part of mistyped text."""
        if self.mistyped.going_on or not super().take_digit(typed):
            return False
        self.mistyped.end()
        return True
