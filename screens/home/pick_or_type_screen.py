"""`PickOrTypeScreen`: one question above the lists of plans, with answers to choose from and a field beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events

from screens.bases.asking_screen import AskingScreen
from screens.parts.actions import BACK, CHOOSE, HELP
from screens.parts.draft_throttle import DraftThrottle
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.turn import Pick, Selectable
from zlp_tui.i18n import Catalogue


class PickOrTypeQuestion(NamedTuple):
    """What is asked: a heading for the top line, the question, the answers, and what the field is for (empty: none).

    `typed` is what stands in the field at first.
    """

    heading: str
    question: QuestionContent
    options: tuple[Selectable, ...]
    starter: str = ""
    typed: str = ""


class PickOrTypeScreen(AskingScreen):
    """`answer` is called with the id of an answer and nothing, or with nothing and what was typed; what it refuses
    stays where it was typed. `back` closes the screen, and `keep` keeps what is typed so far."""

    ACTIONS = (CHOOSE, HELP, BACK)
    help_page = "today"

    def __init__(
        self, asked: PickOrTypeQuestion, *, tr: Catalogue, now: Callable[[], float], answer: Callable[[str, str], None],
        back: Callable[[], None], open_help: Callable[[str], None], keep: Callable[[str], None] = lambda typed: None,
    ) -> None:
        super().__init__(tr, now)
        self._keep = keep
        self._drafts = DraftThrottle(lambda wait, call: self.set_timer(wait, call), self._keep_typed, self.notice.clear)
        self._asked = asked
        self._answer = answer
        self._close = back
        self._open_help = open_help
        self.asking = QuestionText()
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                said=self._said, typed=self._typed, too_much=self.notice.clear, picked=self._picked,
                ordered=lambda ids: None, read=self._said, unmarked=self._tell_how, moved=self.refresh_enter,
                enter=self.enter_in_field, now=now,
            ),
            tr,
        )

    def on_mount(self) -> None:
        asked = self._asked
        self.top.show(asked.heading)
        self.asking.put(asked.question, "around")
        self.entry.appeared()
        self.entry.put(Pick(asked.options, can_add=bool(asked.starter)), asked.typed)
        if asked.starter:
            self.entry.field.put(asked.typed, asked.starter)
        self.fit()
        self.keys.show(self.actions())
        if asked.options:
            self.entry.focus_first()
        else:
            self.entry.field.focus()

    def _typed(self) -> None:
        self._drafts.touch()
        self.was_typed()

    def _keep_typed(self) -> bool:
        return self.attempt(lambda: self._keep(self.entry.typed))

    def write_typed(self) -> None:
        """Keep what is typed and not kept yet."""
        self._drafts.flush()

    def _tell_how(self) -> None:
        how = self.tr("Choose with the arrows and Enter.")
        self.notice.tell(f"{how} {self._asked.starter}." if self._asked.starter else how)

    def _picked(self, ids: tuple[str, ...]) -> None:
        if self.is_active and ids:  # chosen twice in one go: the first did it
            self._give(ids[0], "")

    def _said(self) -> None:
        if not self.entry.typed:
            self._tell_how()
        elif self.is_active:
            self._give("", self.entry.typed)

    def _give(self, picked: str, typed: str) -> None:
        self._drafts.flush()
        if self.attempt(lambda: self._answer(picked, typed)):
            self._drafts.forget()

    def enter_in_field(self) -> str:
        return self.tr("Keep it like this") if self.entry.typed else self.tr("Type something first")

    async def on_key(self, event: events.Key) -> None:
        """A digit chooses; letters are typed in the field, where there is one, with what came so soon after them that
        it missed the field."""
        in_field = self.focused is self.entry.field or self.entry.sends_letters_on
        takes = in_field if event.key in ("enter", "space") else event.is_printable
        if not self.is_active or not takes:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._said()
        elif in_field or not self.entry.take_digit(event.character or ""):
            self.typed_in_list(event.character or "")

    def typed_in_list(self, letters: str) -> None:
        if self._asked.starter:
            self.entry.field.type(letters)
            self._typed()
            self.entry.pick.mistyped.note()
        else:
            self._tell_how()

    def open_help(self, page: str) -> None:
        self._open_help(page)

    def action_choose(self) -> None:
        """What Enter does in the list or in the field."""
        if self.entry.typed:
            self._said()
        else:
            self.entry.pick.action_choose()

    def action_back(self) -> None:
        """Close the screen; what is typed stays."""
        self._drafts.flush()
        self._close()
