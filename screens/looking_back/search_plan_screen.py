"""`SearchPlanScreen`: finds words in the plan and in its editions, with who said them and when (L48)."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import EDITION, TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.parts.search_field import SearchField
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import FoundWords
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue, message
from zlp_tui.text import one_line


class SearchPlanScreen(BaseListScreen):
    """A field for what one looks for, and below it what was found. Enter in the field looks, on a line goes there."""

    help_page = "search-plan"
    route = "search-plan"
    ACTIONS = (
        Action("open", message("Go there"), "choose", shown=ENTER, main=True),
        Action("search", message("Search"), "search", "z"),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")
        self.field = SearchField(self.early, lambda: None, tr("What do you look for?"))
        self._found: tuple[FoundWords, ...] = ()
        self._looked_for = ""

    def body(self) -> ComposeResult:
        with Column():
            yield self.field
            yield self.list
            yield self.notice

    def heading(self) -> str:
        return self.tr("Search in the plan of {name}", name=self.desk.plan_name)

    def start(self) -> None:
        self.field.focus()

    def sheet(self) -> Sheet:
        tr = self.tr
        if not self._looked_for:
            return RowsSheet((LineItem(tr("Words of anybody, agreements, notes, and plans of before."), look="quiet"),))
        self._found = self.desk.history.search(self._looked_for)
        if not self._found:
            return RowsSheet((
                LineItem(tr("Nothing was found"), look="here"),
                LineItem(tr("Try one word, or another one."), look="quiet"),
            ))
        lines: list[LineItem] = []
        for number, found in enumerate(self._found):
            held = tr("in plan {number}", number=found.edition) if found.edition and found.quote.ref else ""
            quote = replace(found.quote, intro=" · ".join(filter(None, (found.quote.intro, held))))
            lines += (*((LineItem(""),) if number else ()), quote_line(quote)._replace(ref=str(number)))
        return RowsSheet(tuple(lines))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field looks for what stands there; what is found can be chosen at once."""
        event.stop()
        self._looked_for = one_line(self.field.value)
        if self.attempt(self.show_all) and self._found and self._looked_for:
            self.list.focus()

    async def on_key(self, event: events.Key) -> None:
        """The arrow down goes from the field to what was found."""
        if self.field.has_focus and event.key == "down" and self._found:
            event.stop()
            self.list.focus()

    def chosen(self, ref: str) -> None:
        found = self._found[int(ref)]
        if found.edition is not None:
            self.navigator.navigate(EDITION, found.edition)
            return
        try:
            self.desk.trace(found.quote.ref)
        except NotFound:
            self.notice.tell(self.tr("There is no more to tell about this."))
        else:
            self.navigator.navigate(TRACE, found.quote.ref)

    def take_words(self, words: str) -> None:
        self.field.append_words(words)

    def action_search(self) -> None:
        """Go to the field."""
        self.field.focus()
