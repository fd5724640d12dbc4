"""`LetterScreen`: the plan as a letter in the client's words."""

from __future__ import annotations

from typing import ClassVar

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import NOTE, TRACE
from screens.parts.actions import ARROWS, BACK, ENTER, EXPORT, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, REDO, UNDO, Action
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.letter_sheet import LetterSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS, LetterPart, PlanLength
from zlp_tui.i18n import Catalogue, message


class LetterScreen(BaseListScreen):
    """The plan to read together: whole, on one page, or in a minute."""

    help_page = "plan"
    route = "letter"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", message("Who said this?"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP,
        Action("plan-length", message("Shorter or longer"), "turn(1)", shown=ARROWS),
        Action("agreements", message("Agreements"), "navigate('agreements')", "a"),
        Action("note", message("Note it"), "note", "g"),
        EXPORT,
        Action("disagree", message("Not agreed"), "disagree", "e", spare=True),
        Action("choices", message("Choices"), "navigate('choices')", "k", spare=True),
        Action("search-plan", message("Search in this plan"), "navigate('search-plan')", "z", spare=True),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: BrowsableLines = BrowsableLines(self.early, self.turn)
        self.length: PlanLength = "whole"
        self._told: tuple[LetterPart, ...] = ()

    def heading(self) -> str:
        match self.length:
            case "page":
                return self.tr("The plan of {name}, on one page", name=self.desk.plan_name)
            case "short":
                return self.tr("The plan of {name}, in one minute", name=self.desk.plan_name)
            case _:
                return self.tr("The plan of {name}", name=self.desk.plan_name)

    def read(self) -> None:
        self._told = ()
        self._told = self.parts()

    def sheet(self) -> Sheet:
        if self._told:
            return LetterSheet(self._told)
        return RowsSheet((
            LineItem(self.tr("Your plan will stand here"), look="here"),
            LineItem(self.tr("In your own words, as you say them in the conversation."), look="quiet"),
        ))

    def parts(self) -> tuple[LetterPart, ...]:
        """What is read, in the length that is chosen."""
        return self.desk.letter(self.length)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "turn" and self.length == "whole" and not self._told:
            return False
        return super().check_action(action, parameters)

    def turn(self, by: int) -> None:
        """A shorter form of the plan, or a longer one; after the shortest comes the whole again."""
        self.length = PLAN_LENGTHS[(PLAN_LENGTHS.index(self.length) + by) % len(PLAN_LENGTHS)]
        self.list.show_another()
        self.show_all()

    def action_turn(self, by: int) -> None:
        """As the arrows do, for a click on the key row and for the palette."""
        self.turn(by)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)

    def action_note(self) -> None:
        self.navigator.navigate(NOTE, self.list.marked)


class PlanPageScreen(LetterScreen):
    """The same, opened on one page: to take home after a talk."""

    route = "plan-page"
    ACTIONS = LetterScreen.ACTIONS

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.length = "page"
