"""`PrepareScreen`: one page for who prepares a talk, and the questions for the client to think about (M14, V75)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import ARROWS, BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action, ScreenCommand
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, Sheet
from screens.sheets.letter_sheet import LetterSheet
from screens.sheets.questions_sheet import QuestionsSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue, message

BEGIN: Final = Action("begin-talk", message("Begin the talk"), "begin_talk", "h")


class PrepareScreen(BaseListScreen):
    """Two pages beside each other: the carer's, and the questions. From the list of plans `begin` begins the talk, and
    the rest of the plan opens with it; Esc goes back to that list."""

    help_page = "prepare"
    route = "prepare"
    ACTIONS = (
        Action("open", message("Who said this?"), "choose", shown=ENTER, main=True),
        BEGIN, PAGE_DOWN, PAGE_UP,
        Action("questions-beforehand", message("Questions beforehand"), "turn(1)", shown=ARROWS),
        HELP, HELP_TOO, BACK,
    )

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, begin: Callable[[], None] | None = None
    ) -> None:
        super().__init__(desk, tr, navigator)
        self.list: BrowsableLines = BrowsableLines(self.early, self.turn)
        self._begin = begin
        self._questions = False

    def heading(self) -> str:
        if self._questions:
            return self.tr("To think about: {name}", name=self.desk.plan_name)
        return self.tr("Prepare: {name}", name=self.desk.plan_name)

    def participants(self) -> tuple[str, ...]:
        """Before the talk nobody sits at the table yet."""
        return () if self._begin is not None else super().participants()

    def sheet(self) -> Sheet:
        if not self._questions:
            return LetterSheet(self.desk.preparation())
        nothing = LineItem(self.tr("Nothing is left to ask in this plan."), look="here")
        return QuestionsSheet(self.desk.questions_beforehand(), nothing)

    def turn(self, by: int) -> None:
        """The other page."""
        self._questions = not self._questions
        self.list.show_another()
        self.show_all()

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(TRACE, ref)

    def commands(self) -> tuple[ScreenCommand, ...]:
        """Before the talk only what is on the row: the rest of the plan opens once everybody sits."""
        return self.actions() if self._begin is not None else super().commands()

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        return command._replace(label=self.tr("Prepare")) if action.call[0] == "turn" and self._questions else command

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "begin_talk":
            return self._begin is not None
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        self.turn(by)

    def action_begin_talk(self) -> None:
        """Ask who is here, and begin."""
        if self._begin is not None:
            self._begin()

    def action_back(self) -> None:
        """To where one came from; from the page before the talk to the list of plans."""
        if self._begin is not None:
            self.navigator.leave_plan()
        else:
            self.navigator.back()
