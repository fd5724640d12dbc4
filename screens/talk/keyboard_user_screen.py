"""`KeyboardUserScreen`: asks who types, once in a sitting, so that words stand with who says them (decision 0017)."""

from __future__ import annotations

from collections.abc import Callable

from screens.bases.base_question_screen import BaseQuestionScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP
from screens.steps.question_text import QuestionContent
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.likely_keyboard_users import likely_keyboard_users
from zlp_tui.conversation.ports.turn import Pick, Selectable
from zlp_tui.i18n import Catalogue


class KeyboardUserScreen(BaseQuestionScreen):
    """The people of the plan, who typed last first, and a field for a name. `then` goes on with what was begun."""

    help_page = "keyboard"
    ACTIONS = (CHOOSE, HELP, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, then: Callable[[], None]) -> None:
        super().__init__(desk, tr, navigator)
        self._then = then

    def heading(self) -> str:
        return self.tr("Who types?")

    def question(self) -> QuestionContent:
        tr = self.tr
        return QuestionContent(
            "", tr("Who is at the keyboard?"), tr("Then words stand with the person who says them.")
        )

    def offered(self) -> Pick:
        last, typed_last = self.desk.last_keyboard_user, self.tr("typed the last time too")
        people = tuple(
            Selectable(person.id, person.called, typed_last if person == last else person.relation or "")
            for person in likely_keyboard_users(self.desk)
        )
        return Pick(people, can_add=True)

    def picked(self, ids: tuple[str, ...]) -> None:
        self._sits(lambda: self.desk.sit_at_keyboard(ids[0]))

    def named(self) -> None:
        """Who goes by the name in the field types."""
        if not self.entry.typed:
            self.tell_how()
            return
        self._sits(lambda: self.desk.sit_at_keyboard(self.desk.join(self.entry.typed)[0].id))

    def _sits(self, sit: Callable[[], None]) -> None:
        """Go on once it is known; chosen twice in one go, the first did it."""
        if self.is_active and self.attempt(sit):
            self.navigator.back()
            self._then()

    def how_to_choose(self) -> str:
        return self.tr("Choose who types with the arrows and Enter. Or type a name.")

    def enter_in_field(self) -> str:
        return self.tr("Next") if self.entry.typed else self.tr("Type something first")

    def typed_in_list(self, letters: str) -> None:
        """They are a name."""
        self.entry.field.type(letters)

    def action_choose(self) -> None:
        """What Enter does in the list or in the field."""
        if self.entry.typed:
            self.named()
        else:
            super().action_choose()
