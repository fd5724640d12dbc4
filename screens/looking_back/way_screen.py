"""`WayScreen`: how it came to a line: the way of one wish over the talks, the oldest first (M32)."""

from __future__ import annotations

from collections.abc import Callable

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.sheets.trace_sheet import told_step
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.i18n import Catalogue, message


class WayScreen(BaseListScreen):
    """What was wished, agreed on and done, and what was said of it. Choosing a line leads to where it comes from."""

    help_page = "plan"
    ACTIONS = (
        Action("open", message("Where does this come from?"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")
        self.ref = ref
        self.steps: tuple[TraceStep, ...] = ()

    def follow(self, to: Callable[[str], str]) -> None:
        self.ref = to(self.ref)

    def heading(self) -> str:
        return self.tr("How did it come to this?")

    def read(self) -> None:
        self.steps = ()
        self.steps = self.desk.history.way(self.ref)

    def sheet(self) -> Sheet:
        items = [item for step in self.steps for item in (*told_step(step), LineItem(""))]
        return RowsSheet(tuple(items[:-1]))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)
