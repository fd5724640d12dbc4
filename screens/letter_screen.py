"""`LetterScreen`: the plan as a letter in the client's words."""

from __future__ import annotations

from screens.base_list_screen import BaseListScreen
from screens.disagreement_notes import disagreement_notes
from screens.navigator import Navigator
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, REDO, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.routes import NOTE, TRACE
from screens.sheets.letter_sheet import LetterSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue, message


class LetterScreen(BaseListScreen):
    """The whole plan to read together."""

    help_page = "plan"
    route = "letter"
    ACTIONS = (
        Action("open", message("Who said this?"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP,
        Action("agreements", message("Agreements"), "navigate('agreements')", "a"),
        Action("note", message("Note it"), "note", "g"),
        Action("disagree", message("Not agreed"), "disagree", "e", spare=True),
        Action("choices", message("Choices"), "navigate('choices')", "k", spare=True),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")

    def heading(self) -> str:
        return self.tr("The plan of {name}", name=self.desk.plan_name)

    def sheet(self) -> Sheet:
        parts = self.desk.letter()
        if parts:
            return LetterSheet(parts, disagreement_notes(self.desk, self.tr))
        return RowsSheet((
            LineItem(self.tr("Your plan will stand here"), look="here"),
            LineItem(self.tr("In your own words, as you say them in the conversation."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)

    def action_note(self) -> None:
        self.navigator.navigate(NOTE, self.list.marked)
