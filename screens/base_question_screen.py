"""`BaseQuestionScreen`: one question above the conversation, with a list to choose from; nothing of it is marked."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from textual import events
from textual.app import ComposeResult

from screens.base_plan_screen import BasePlanScreen
from screens.navigator import Navigator
from screens.parts.column import Column
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.enter_label import choose_label
from screens.steps.participants import at_table
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick
from zlp_tui.i18n import Catalogue

AROUND: Final = 6
"""How many lines stand around the list at most: top line, message and keys."""


class BaseQuestionScreen(BasePlanScreen):
    """Subclasses say what is asked, and what becomes of a choice; one that takes a name too says what becomes of it."""

    DEFAULT_CSS = "BaseQuestionScreen { & Column { padding: 1 2 0 2; } & MessageLine { margin-top: 1; } }"

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.asking = QuestionText()
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                said=self.named, typed=self._typed, too_much=self.notice.clear, picked=self.picked,
                ordered=lambda ids: None, read=self.named, unmarked=self.tell_how, moved=self.refresh_enter,
                enter=self.enter_in_field, now=navigator.now,
            ),
            tr,
        )

    @abstractmethod
    def heading(self) -> str:
        """What stands in the top line."""

    @abstractmethod
    def question(self) -> QuestionContent:
        """What is asked."""

    @abstractmethod
    def offered(self) -> Pick:
        """What there is to choose from."""

    @abstractmethod
    def picked(self, ids: tuple[str, ...]) -> None:
        """One of them was chosen."""

    @abstractmethod
    def how_to_choose(self) -> str:
        """What is told when Enter is pressed and nothing is marked."""

    @abstractmethod
    def typed_in_list(self, letters: str) -> None:
        """Letters were typed while the list has the focus."""

    def named(self) -> None:
        """Enter in the field for a name, where there is one."""

    def enter_in_field(self) -> str:
        """What Enter does in that field, in words."""
        return ""

    def body(self) -> ComposeResult:
        with Column():
            yield self.asking
            yield self.entry
            yield self.notice

    def on_mount(self) -> None:
        self.top.show(self.heading(), *at_table(self.desk, self.tr))
        self.asking.put(self.question(), "around")
        self.entry.appeared()
        self.entry.put(self.offered(), "")
        self._fit()
        self.keys.show(self.actions())
        self.entry.focus_first()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._fit()

    def _fit(self) -> None:
        inner = min(76, self.app.size.width) - 4
        self.entry.fit(inner, self.app.size.height - AROUND - self.asking.lines_in(inner))

    def _typed(self) -> None:
        self.notice.clear()
        self.refresh_enter()

    def tell_how(self) -> None:
        """Say how one chooses."""
        self.notice.tell(self.how_to_choose())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self.is_mounted and self.focused is self.entry.field:
            return False  # the field's border says it
        return super().check_action(action, parameters)

    def enter_label(self) -> str:
        if self.focused is self.entry.pick or self.marks_enter():
            return choose_label(self.entry.pick.marked, self.tr)
        return super().enter_label()

    async def on_key(self, event: events.Key) -> None:
        """A digit chooses; letters belong elsewhere."""
        if self.is_active and event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            if not self.entry.take_digit(event.character or ""):
                self.typed_in_list(event.character or "")

    def action_choose(self) -> None:
        """What Enter does in the list."""
        self.entry.pick.action_choose()
