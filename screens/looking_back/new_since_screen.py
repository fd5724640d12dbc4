"""`NewSinceScreen`: what others added or changed since the keyboard user last looked, by topic (L63, M17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import KEYBOARD_USER, TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action, ScreenCommand
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue, message
from zlp_tui.new_lines_text import new_lines_text


class NewSinceScreen(BaseListScreen):
    """To read, and to trace. Whoever goes away from it has seen it."""

    help_page = "new-since"
    route = "new-since"
    ACTIONS = (
        Action("open", message("Who said this?"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK._replace(msgid=message("Seen")),
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")

    def start(self) -> None:
        super().start()
        if self.desk.keyboard_user is None:
            self.navigator.navigate(KEYBOARD_USER, self.show_all)

    def heading(self) -> str:
        who = self.desk.keyboard_user
        return self.tr("What is new?") if who is None else self.tr("New for {name}", name=who.called)

    def sheet(self) -> Sheet:
        new, tr = self.desk.history.new_since(), self.tr
        if self.desk.keyboard_user is None:
            return RowsSheet((LineItem(tr("Who looks? Say first who types."), look="quiet"),))
        first_time = tr("You look here for the first time. This tells of the last three days.")
        if not new.count:
            seen = tr("You have seen everything that others said.") if new.since else first_time
            return RowsSheet((LineItem(tr("Nothing is new"), look="here"), LineItem(seen, look="quiet")))
        first = () if new.since else (LineItem(first_time, look="quiet"),)
        lines = [LineItem(new_lines_text(tr, new.count, new.since), look="strong"), *first]
        for title, part in new.parts:
            lines.append(LineItem(title, look="here"))
            for number, line in enumerate(part):
                between = (LineItem(""),) if number else ()
                lines += (*between, self._new_line(line.quote.intro, quote_line(line.quote), line.on))
        return RowsSheet(tuple(lines))

    @staticmethod
    def _new_line(intro: str, line: LineItem, on: str) -> LineItem:
        """The introduction tells who and when already; where there is none, these stand beside the words."""
        return line._replace(by="") if intro else line._replace(note=on)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)

    def action_back(self) -> None:
        """It is seen: to where we came from."""
        if self._seen():
            self.navigator.back()

    def _seen(self) -> bool:
        return self.desk.read_only or self.attempt(self.desk.follow_up.looked)

    def plan_commands(self) -> Iterator[ScreenCommand]:
        """All that leads away from here is another way of having seen it."""
        for command in super().plan_commands():
            yield command._replace(run=self._then(command.run))

    def _then(self, go: Callable[[], None]) -> Callable[[], None]:
        def seen_then_go() -> None:
            if self._seen():
                go()

        return seen_then_go
