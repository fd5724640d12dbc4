"""`EditionScreen`: one edition of the plan to read, as it was agreed on (C9)."""

from __future__ import annotations

from typing import ClassVar

from screens.navigation.navigator import Navigator
from screens.navigation.routes import THEN_AND_NOW, TRACE
from screens.overviews.letter_screen import LetterScreen
from screens.parts.actions import ARROWS, BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.i18n import Catalogue, message


class EditionScreen(LetterScreen):
    """The edition with a number: whole, on one page, or in a minute. Choosing a line tells who said it."""

    help_page = "editions"
    route = "edition"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", message("Who said this?"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP,
        Action("plan-length", message("Shorter or longer"), "turn(1)", shown=ARROWS),
        Action("then-and-now", message("Beside the plan of now"), "beside_now", "s"),
        HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, number: int) -> None:
        super().__init__(desk, tr, navigator)
        self.number = number

    def heading(self) -> str:
        return next((e.title for e in self.desk.history.editions() if e.number == self.number), "")

    def parts(self) -> tuple[LetterPart, ...]:
        return self.desk.history.read_edition(self.number, self.length)

    def chosen(self, ref: str) -> None:
        self.attempt(lambda: self._trace(ref))

    def _trace(self, ref: str) -> None:
        self.desk.trace(ref)  # `NotFound` for what was taken back since
        self.navigator.navigate(TRACE, ref)

    def action_beside_now(self) -> None:
        """This edition beside the plan as it is now."""
        self.navigator.navigate(THEN_AND_NOW, self.number, None)
