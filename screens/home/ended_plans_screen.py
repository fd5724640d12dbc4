"""`EndedPlansScreen`: the list of plans that have ended, opened from home."""

from __future__ import annotations

from screens.home.home_screen import OPEN, SEARCH, HomeScreen
from screens.parts.actions import HELP, HELP_TOO, THEME, Action
from screens.parts.line_layout import LineItem, RowsSheet
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.i18n import message


class EndedPlansScreen(HomeScreen):
    """The list of plans that have ended: they can be read, and taken up again."""

    ACTIONS = (OPEN, SEARCH, THEME, HELP, HELP_TOO, Action("close-ended", message("Back"), "quit", "escape,q"))
    FINDS_ENDED = False

    def heading(self) -> str:
        return self.tr("Plans that have ended")

    def question(self) -> str:
        return self.tr("Which plan do you want to look at?")

    def _fill(self, plans: tuple[PlanListItem, ...]) -> None:
        if self._plans:
            super()._fill(plans)
            return
        self.ask.show_lines((LineItem(self.tr("There are no plans that have ended."), look="here"),))
        self.list.show(RowsSheet(()))
