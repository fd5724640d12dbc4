"""`LookBackOfferScreen`: asks, when a plan is opened whose look back is due, whether to look back now or later (C1)."""

from __future__ import annotations

from collections.abc import Callable

from screens.bases.base_question_screen import BaseQuestionScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP
from screens.steps.participants import plan_title
from screens.steps.question_text import QuestionContent
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Selectable
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role

NOW, LATER = "now", "later"


class LookBackOfferScreen(BaseQuestionScreen):
    """One question above the conversation, of which nothing is marked. `later` is called when it may wait.

    Whoever types goes on with the conversation: `pass_on` gets what was typed, so no key is lost here.
    """

    help_page = "evaluation"
    ACTIONS = (CHOOSE, HELP, BACK)

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, later: Callable[[], None], pass_on: Callable[[str], None]
    ) -> None:
        super().__init__(desk, tr, navigator)
        self._later = later
        self._pass_on = pass_on

    def heading(self) -> str:
        return plan_title(self.desk, self.tr)

    def question(self) -> QuestionContent:
        return QuestionContent("", self.tr("It is time to look back together."), self.tr("Shall we do that now?"))

    def offered(self) -> Pick:
        tr = self.tr
        now = Selectable(NOW, tr("Yes, look back now"))
        return Pick((now, Selectable(LATER, tr("Later"), tr("Then we go on where we were."))))

    def picked(self, ids: tuple[str, ...]) -> None:
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        if ids == (NOW,):
            self.action_show_role(Role.LOOK_BACK)
        else:
            self.action_back()

    def how_to_choose(self) -> str:
        return self.tr("Choose with the arrows and Enter.")

    def action_back(self) -> None:
        """Later: on with the conversation."""
        self._later()
        super().action_back()

    def typed_in_list(self, letters: str) -> None:
        """They were meant for the question below."""
        self.action_back()
        self._pass_on(letters)
