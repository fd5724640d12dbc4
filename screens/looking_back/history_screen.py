"""`HistoryScreen`: all changes of one line of the plan (L97)."""

from __future__ import annotations

from collections.abc import Callable

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from screens.parts.line_layout import Sheet
from screens.parts.long_lines import LongLines
from screens.sheets.history_sheet import HistorySheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.history_queries import HistoryLine
from zlp_tui.i18n import Catalogue, message


class HistoryScreen(BaseListScreen):
    """All changes of one line, the oldest first."""

    help_page = "then-and-now"
    ACTIONS = (
        Action("trace", message("Where does this come from?"), "trace", "v"),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")
        self.ref = ref
        self.lines: tuple[HistoryLine, ...] = ()

    def follow(self, to: Callable[[str], str]) -> None:
        self.ref = to(self.ref)

    def heading(self) -> str:
        return self.tr("What stood here before?")

    def read(self) -> None:
        self.lines = self.desk.history.history(self.ref)

    def sheet(self) -> Sheet:
        return HistorySheet(self.lines, was=self.tr("Before that"), is_=self.tr("After that"))

    def chosen(self, ref: str) -> None:
        """Nothing here can be chosen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The way back is that of the line the page is about: none of the lines here is marked."""
        return True if action == "trace" else super().check_action(action, parameters)

    def action_trace(self) -> None:
        self.navigator.navigate(TRACE, self.ref)
