"""`WhoLookedScreen`: who looked into the plan and what they did there, by day, as its log tells."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue


class WhoLookedScreen(BaseListScreen):
    """Only to read."""

    help_page = "who-looked"
    route = "who-looked"
    ACTIONS = (PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK._replace(main=True))

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")

    def heading(self) -> str:
        return self.tr("Who looked into my plan?")

    def sheet(self) -> Sheet:
        looked, tr = self.desk.history.who_looked(), self.tr
        lines = []
        if not looked.sound:
            lines.append(LineItem(tr("Something in this list was changed by somebody. Type: zlp audit NAME --verify"),
                                  look="strong"))
        if looked.days:
            told = tr("Write a code down: it shows later whether somebody changed this list.")
            lines += [LineItem(told, look="quiet"), LineItem("")]
        for day in looked.days:
            lines += [LineItem(day.title, look="here"), *map(LineItem, day.lines)]
            lines.append(LineItem(tr("code: {code}", code=day.code), look="quiet"))
        if not looked.locked:
            told = tr("This plan has no lock. Who can open its file can also change this list.")
            lines += [LineItem(""), LineItem(told, look="quiet")]
        return RowsSheet(tuple(lines))

    def chosen(self, ref: str) -> None:
        """Nothing can be chosen here."""
