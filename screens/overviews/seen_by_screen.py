"""`SeenByScreen`: who reads the plan; and `SeenAsScreen`: the plan as one of them sees it (M07)."""

from __future__ import annotations

from typing import ClassVar

from screens.bases.base_list_screen import BaseListScreen, name_of
from screens.navigation.navigator import Navigator
from screens.navigation.routes import SEEN_AS
from screens.overviews.letter_screen import LetterScreen
from screens.parts.actions import ARROWS, BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.i18n import Catalogue, message


class SeenByScreen(BaseListScreen):
    """Everybody in the plan, with what they may read; Enter shows the plan as they see it."""

    help_page = "seen-by"
    route = "seen-by"
    ACTIONS = (
        Action("open", message("See it as they do"), "choose", shown=ENTER, main=True),
        PAGE_DOWN, PAGE_UP, HELP, HELP_TOO, BACK,
    )

    def heading(self) -> str:
        return self.tr("Who reads this plan?")

    def sheet(self) -> Sheet:
        people = self.desk.who_reads()
        if not people:
            return RowsSheet((LineItem(self.tr("Nobody else is in this plan yet."), look="quiet"),))
        unsaid = self.tr("reads only what they heard or said themselves")
        return RowsSheet(tuple(LineItem(who.title, who.id, note=who.hint or unsaid) for who in people))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(SEEN_AS, ref)


class SeenAsScreen(LetterScreen):
    """The plan as one person sees it: to look at, and nothing else."""

    help_page = "seen-by"
    route = "seen-as"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        PAGE_DOWN, PAGE_UP,
        Action("plan-length", message("Shorter or longer"), "turn(1)", shown=ARROWS),
        HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, person: str) -> None:
        super().__init__(desk, tr, navigator)
        self.person = person

    def heading(self) -> str:
        return self.tr("This is how {name} sees it", name=name_of(self.desk, self.person))

    def sheet(self) -> Sheet:
        parts = self.parts()
        if parts:
            return super().sheet()
        return RowsSheet((LineItem(self.tr("Nothing of this plan may be seen."), look="quiet"),))

    def parts(self) -> tuple[LetterPart, ...]:
        return self.desk.as_seen_by(self.person, self.length)

    def chosen(self, ref: str) -> None:
        """Nothing is opened: this is only to look at."""
