"""`LookBackOfferScreen`: asks, when a plan is opened whose look back is due, whether to look back now or later (C1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import events
from textual.app import ComposeResult

from screens.base_plan_screen import BasePlanScreen
from screens.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP
from screens.parts.column import Column
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.enter_label import choose_label
from screens.steps.participants import at_table, plan_title
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Selectable
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role

NOW, LATER = "now", "later"
AROUND: Final = 6
"""How many lines stand around the list at most: top line, message and keys."""


class LookBackOfferScreen(BasePlanScreen):
    """One question above the conversation, of which nothing is marked. `later` is called when it may wait.

    Whoever types goes on with the conversation: `pass_on` gets what was typed, so no key is lost here.
    """

    help_page = "evaluation"
    ACTIONS = (CHOOSE, HELP, BACK)
    DEFAULT_CSS = "LookBackOfferScreen { & Column { padding: 1 2 0 2; } & MessageLine { margin-top: 1; } }"

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, later: Callable[[], None], pass_on: Callable[[str], None]
    ) -> None:
        super().__init__(desk, tr, navigator)
        self._later = later
        self._pass_on = pass_on
        self.asking = QuestionText()
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                said=lambda: None, typed=self.notice.clear, too_much=self.notice.clear, picked=self._picked,
                ordered=lambda ids: None, read=lambda: None, unmarked=self._nothing_marked, moved=self.refresh_enter,
                enter=lambda: "", now=navigator.now,
            ),
            tr,
        )

    def body(self) -> ComposeResult:
        with Column():
            yield self.asking
            yield self.entry
            yield self.notice

    def on_mount(self) -> None:
        tr = self.tr
        self.top.show(plan_title(self.desk, tr), *at_table(self.desk, tr))
        self.asking.put(
            QuestionContent("", tr("It is time to look back together."), tr("Shall we do that now?")), "around"
        )
        self.entry.appeared()
        self.entry.put(
            Pick((
                Selectable(NOW, tr("Yes, look back now")),
                Selectable(LATER, tr("Later"), tr("Then we go on where we were.")),
            )),
            "",
        )
        self._fit()
        self.keys.show(self.actions())
        self.entry.focus_first()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._fit()

    def _fit(self) -> None:
        inner = min(76, self.app.size.width) - 4
        self.entry.fit(inner, self.app.size.height - AROUND - self.asking.lines_in(inner))

    def _picked(self, ids: tuple[str, ...]) -> None:
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        topic = self.desk.topic_for(Role.LOOK_BACK) if ids == (NOW,) else None
        if topic is not None:
            self.navigator.show_topic(topic)
        else:
            self.action_back()

    def _nothing_marked(self) -> None:
        self.notice.tell(self.tr("Choose with the arrows and Enter."))

    def enter_label(self) -> str:
        if self.focused is self.entry.pick or self.marks_enter():
            return choose_label(self.entry.pick.marked, self.tr)
        return super().enter_label()

    def action_back(self) -> None:
        """Later: on with the conversation."""
        self._later()
        super().action_back()

    async def on_key(self, event: events.Key) -> None:
        """A digit chooses; letters were meant for the question below."""
        if self.is_active and event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            if not self.entry.take_digit(event.character or ""):
                self._typed_on(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted was meant for the question below."""
        event.stop()
        self._typed_on(event.text)

    def _typed_on(self, text: str) -> None:
        self.action_back()
        self._pass_on(text)

    def action_choose(self) -> None:
        """What Enter does in the list."""
        self.entry.pick.action_choose()
