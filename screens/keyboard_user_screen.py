"""`KeyboardUserScreen`: asks who types, once in a sitting, so that words stand with who says them (decision 0017)."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult

from screens.base_plan_screen import BasePlanScreen
from screens.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP
from screens.parts.column import Column
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.enter_label import choose_label
from screens.steps.participants import at_table
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.likely_keyboard_users import likely_keyboard_users
from zlp_tui.conversation.ports.turn import Pick, Selectable
from zlp_tui.i18n import Catalogue

AROUND = 6
"""How many lines stand around the list at most: top line, message and keys."""


class KeyboardUserScreen(BasePlanScreen):
    """The people of the plan, who typed last first, and a field for a name. `then` goes on with what was begun."""

    help_page = "keyboard"
    ACTIONS = (CHOOSE, HELP, BACK)
    DEFAULT_CSS = "KeyboardUserScreen { & Column { padding: 1 2 0 2; } & MessageLine { margin-top: 1; } }"

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, then: Callable[[], None]) -> None:
        super().__init__(desk, tr, navigator)
        self._then = then
        self.asking = QuestionText()
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                said=self._named, typed=self._typed, too_much=self.notice.clear, picked=self._picked,
                ordered=lambda ids: None, read=self._named, unmarked=self._nothing_marked, moved=self.refresh_enter,
                enter=self.enter_in_field, now=navigator.now,
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
        self.top.show(tr("Who types?"), *at_table(self.desk, tr))
        self.asking.put(
            QuestionContent("", tr("Who is at the keyboard?"), tr("Then words stand with the person who says them.")),
            "around",
        )
        self.entry.appeared()
        self.entry.put(Pick(self._people(), can_add=True), "")
        self._fit()
        self.keys.show(self.actions())
        self.entry.focus_first()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._fit()

    def _fit(self) -> None:
        inner = min(76, self.app.size.width) - 4
        self.entry.fit(inner, self.app.size.height - AROUND - self.asking.lines_in(inner))

    def _people(self) -> tuple[Selectable, ...]:
        last, typed_last = self.desk.last_keyboard_user, self.tr("typed the last time too")
        return tuple(
            Selectable(person.id, person.called, typed_last if person == last else person.relation or "")
            for person in likely_keyboard_users(self.desk)
        )

    def _picked(self, ids: tuple[str, ...]) -> None:
        self._sits(lambda: self.desk.sit_at_keyboard(ids[0]))

    def _named(self) -> None:
        """Enter in the field: who goes by this name types."""
        if not self.entry.typed:
            self._nothing_marked()
            return
        self._sits(lambda: self.desk.sit_at_keyboard(self.desk.join(self.entry.typed)[0].id))

    def _sits(self, sit: Callable[[], None]) -> None:
        """Go on once it is known; chosen twice in one go, the first did it."""
        if self.is_active and self.attempt(sit):
            self.navigator.back()
            self._then()

    def _typed(self) -> None:
        self.notice.clear()
        self.refresh_enter()

    def enter_in_field(self) -> str:
        return self.tr("Next") if self.entry.typed else self.tr("Type something first")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self.is_mounted and self.focused is not self.entry.pick:
            return False  # the field's border says it
        return super().check_action(action, parameters)

    def enter_label(self) -> str:
        if self.focused is self.entry.pick:
            return choose_label(self.entry.pick.marked, self.tr)
        return super().enter_label()

    def _nothing_marked(self) -> None:
        self.notice.tell(self.tr("Choose who types with the arrows and Enter. Or type a name."))

    async def on_key(self, event: events.Key) -> None:
        """A digit chooses, and letters that were typed in the list are a name."""
        if self.is_active and event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            if not self.entry.take_digit(event.character or ""):
                self.entry.field.type(event.character or "")

    def action_choose(self) -> None:
        """What Enter does in the list or in the field."""
        if self.entry.typed:
            self._named()
        else:
            self.entry.pick.action_choose()
