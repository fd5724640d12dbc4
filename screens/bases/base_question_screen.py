"""`BaseQuestionScreen`: one question above the conversation, with a list to choose from; nothing of it is marked."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from screens.bases.asking_screen import AskingScreen
from screens.bases.base_plan_screen import BasePlanScreen
from screens.navigation.navigator import Navigator
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.participants import at_table
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick
from zlp_tui.i18n import Catalogue


class BaseQuestionScreen(AskingScreen, BasePlanScreen):
    """Subclasses say what is asked, and what becomes of a choice; one that takes a name too says what becomes of it."""

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.asking = QuestionText()
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                said=self.named, typed=self.was_typed, too_much=self.notice.clear, picked=self.picked,
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

    def named(self) -> None:
        """Enter in the field for a name, where there is one."""

    def enter_in_field(self) -> str:
        """What Enter does in that field, in words."""
        return ""

    def on_mount(self) -> None:
        self.top.show(self.heading(), *at_table(self.desk, self.tr))
        self.asking.put(self.question(), "around")
        self.entry.appeared()
        self.entry.put(self.offered(), "")
        self.fit()
        self.keys.show(self.actions())
        self.entry.focus_first()

    def tell_how(self) -> None:
        """Say how one chooses."""
        self.notice.tell(self.how_to_choose())

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
