"""The plan as a letter in the client's words. Each quote leads to who said it, when, and what came of it."""

from __future__ import annotations

from screens.disagreed import disagreed
from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.plan_page import PlanPage, called
from screens.routes import AGREEMENTS, CHOICES, DISAGREE, NOTE, TRACE
from screens.sheets.letter_sheet import LetterSheet
from screens.topic_actions import page_action
from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue


class LetterScreen(PlanPage):
    """The whole plan to read together."""

    help_page = "plan"
    here = "letter"

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self.list: LongLines = LongLines(id="list")

    def heading(self) -> str:
        return self.say("The plan of {name}", name=called(self.desk, self.desk.view.client))

    def sheet(self) -> Sheet:
        parts = self.desk.letter()
        if parts:
            return LetterSheet(parts, disagreed(self.desk, self.say))
        return RowsSheet((
            LineItem(self.say("Your plan will stand here"), look="here"),
            LineItem(self.say("In your own words, as you say them in the conversation."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)

    def _note(self) -> None:
        self.navigator.navigate(NOTE, self.list.marked)

    def _disagree(self) -> None:
        if self.list.marked is not None:
            self.navigator.navigate(DISAGREE, self.list.marked)

    def actions(self) -> tuple[Action, ...]:
        say, navigator = self.say, self.navigator
        return (
            Action("trace", say("Who said this?"), self.list.action_choose, (), "Enter", main=True),
            Action("on", say("Read on"), lambda: self.list.action_page(1), ("pagedown",), "PgDn"),
            Action("before", say("Page before"), lambda: self.list.action_page(-1), ("pageup",), on_row=False),
            *page_action(self.desk, "agreements",
                         Action("agreements", say("Agreements"), lambda: navigator.navigate(AGREEMENTS), ("a",), "a")),
            Action("note", say("Note it"), self._note, ("g",), "g"),
            Action("disagree", say("Not agreed"), self._disagree, ("o",), "o", spare=True),
            *page_action(self.desk, "choices",
                         Action("choices", say("Choices"),
                             lambda: navigator.navigate(CHOICES), ("k",), "k", spare=True)),
            self.undo_action(),
            self.help_action(),
            self.back_action(),
        )
