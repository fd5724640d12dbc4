"""`ConversationsScreen`: the conversations that can be held about a plan, and which of them is held now."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.option_lines import numbers_of
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import RouteLine
from zlp_tui.i18n import Catalogue, message


class ConversationsScreen(BaseListScreen):
    """A first conversation, the whole plan, and what a script has more; choosing one goes on where it was left."""

    help_page = "conversations"
    route = "conversations"
    ACTIONS = (
        Action("open", message("Hold this conversation"), "choose", shown=ENTER, main=True),
        HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.lines: tuple[RouteLine, ...] = ()

    def heading(self) -> str:
        return self.tr("Which conversation?")

    def numbered(self) -> tuple[str, ...]:
        return tuple(line.id for line in self.lines)

    def sheet(self) -> Sheet:
        self.lines = self.desk.routes
        numbers = numbers_of(len(self.lines))
        items = [
            item for number, line in zip(numbers, self.lines, strict=True)
            for item in (LineItem(""), self._item(number, line))
        ]
        return RowsSheet(tuple(items[1:]))

    def _item(self, number: str, line: RouteLine) -> LineItem:
        note = f"{line.about}\n{line.how_long}"
        return LineItem(line.title, line.id, by=line.how_far, note=note, look="strong", sign=number)

    def start(self) -> None:
        super().start()
        here = next((line.id for line in self.lines if line.here), None)
        if here is not None:
            self.list.show(self.sheet(), select=here)

    def chosen(self, ref: str) -> None:
        self.navigator.take_route(ref)
