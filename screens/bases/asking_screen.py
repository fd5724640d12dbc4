"""`AskingScreen`: the layout and keys of one question with a list to choose from, and a field where there is one."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from textual import events
from textual.app import ComposeResult

from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.steps.answer_entry import AnswerEntry
from screens.steps.enter_label import choose_label
from screens.steps.question_text import QuestionText

AROUND: Final = 6
"""How many lines stand around the list at most: top line, message and keys."""


class AskingScreen(BaseScreen):
    """Subclasses make `asking` and `entry`, put the question in them, and say what becomes of an answer."""

    DEFAULT_CSS = "AskingScreen { & Column { padding: 1 2 0 2; } & MessageLine { margin-top: 1; } }"

    asking: QuestionText
    entry: AnswerEntry

    @abstractmethod
    def typed_in_list(self, letters: str) -> None:
        """Letters were typed while the list has the focus."""

    def take_words(self, words: str) -> None:
        if self.is_active:
            self.typed_in_list(words)

    def body(self) -> ComposeResult:
        with Column():
            yield self.asking
            yield self.entry
            yield self.notice

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.fit()

    def fit(self) -> None:
        """Give the list the lines that the window leaves it."""
        inner = min(76, self.app.size.width) - 4
        self.entry.fit(inner, self.app.size.height - AROUND - self.asking.lines_in(inner))

    def was_typed(self) -> None:
        """Something was typed in the field."""
        self.notice.clear()
        self.refresh_enter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self.is_mounted and self.focused is self.entry.field:
            return False  # the field's border says it
        return super().check_action(action, parameters)

    def enter_label(self) -> str:
        if self.focused is self.entry.pick or self.marks_enter():
            return choose_label(self.entry.pick.marked, self.tr)
        return super().enter_label()
