"""`PracticeHomeScreen`: the list of example plans, opened from home."""

from __future__ import annotations

from screens.home.home_screen import OPEN, PREPARE, SEARCH, TODAY, HomeScreen
from screens.parts.actions import HELP, HELP_TOO, THEME, Action
from zlp_tui.i18n import message


class PracticeHomeScreen(HomeScreen):
    """The list of example plans to practise with."""

    ACTIONS = (
        OPEN, TODAY, PREPARE, SEARCH, THEME, HELP, HELP_TOO,
        Action("stop-practising", message("Stop practising"), "quit", "escape,q"),
    )

    def heading(self) -> str:
        return self.tr("zlp · to practise")
