"""What others added or changed since who speaks looked last, by topic and with who and when (L63, M17)."""

from __future__ import annotations

from collections.abc import Callable

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.plan_page import PlanPage, called
from screens.routes import TRACE
from screens.steps.board_sheet import quote_line
from screens.waiting import new_in_words
from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue


class NewSinceScreen(PlanPage):
    """To read, and to trace. Whoever goes away from it has seen it."""

    help_page = "new-since"
    here = "new-since"

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self.list: LongLines = LongLines(id="list")

    def heading(self) -> str:
        return self.say("New for {name}", name=called(self.desk, self.desk.voice.id))

    def sheet(self) -> Sheet:
        new, say = self.desk.over_time.new_since(), self.say
        if not new.count:
            return RowsSheet((
                LineItem(say("Nothing is new"), look="here"),
                LineItem(say("You have seen everything that others said."), look="quiet"),
            ))
        lines = [LineItem(new_in_words(new, say), look="strong")]
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

    def leave(self) -> None:
        """It is seen: to where we came from."""
        if self._seen():
            self.navigator.back()

    def _seen(self) -> bool:
        return self.desk.read_only or self.attempt(self.desk.follow_up.looked)

    def commands(self) -> tuple[Action, ...]:
        """All that leads away from here is another way of having seen it."""
        elsewhere = (action._replace(run=self._then(action.run)) for action in super().commands()[len(self.actions()):])
        return (*self.actions(), *elsewhere)

    def _then(self, go: Callable[[], None]) -> Callable[[], None]:
        def seen_then_go() -> None:
            if self._seen():
                go()

        return seen_then_go

    def actions(self) -> tuple[Action, ...]:
        say = self.say
        return (
            Action("trace", say("Who said this?"), self.list.action_choose, (), "Enter", main=True),
            Action("on", say("Read on"), lambda: self.list.action_page(1), ("pagedown",), "PgDn"),
            Action("before", say("Page before"), lambda: self.list.action_page(-1), ("pageup",), on_row=False),
            self.help_action(),
            Action("back", say("Seen"), self.leave, ("escape",), "Esc"),
        )
