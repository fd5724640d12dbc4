"""`WeekScreen`: what is agreed for this week on one page, by day and part of the day (L106)."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.routes import AGREEMENTS
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from screens.parts.line_layout import Sheet
from screens.sheets.week_sheet import agreement_at, week_sheet
from zlp_tui.i18n import message


class WeekScreen(BaseListScreen):
    """The days of this week; Enter opens the agreement of a line."""

    help_page = "week"
    route = "week"
    ACTIONS = (
        Action("open", message("Look at this"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK,
    )

    def heading(self) -> str:
        return self.desk.history.week().title

    def sheet(self) -> Sheet:
        return week_sheet(self.desk.history.week(), self.tr)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(AGREEMENTS, agreement_at(ref))
