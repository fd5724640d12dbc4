"""`ThenAndNowScreen`: two editions of the plan side by side, or one beside the plan as it is now (L41, V69)."""

from __future__ import annotations

from typing import Final

from screens.bases.base_list_screen import BaseListScreen
from screens.bases.base_plan_screen import AGREE
from screens.navigation.navigator import Navigator
from screens.navigation.routes import HISTORY
from screens.parts.actions import ARROWS, BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action, ScreenCommand
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.then_and_now_sheet import ThenAndNowSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.history_queries import ThenAndNow
from zlp_tui.i18n import Catalogue, message

ONLY_CHANGED: Final = Action("only-changed", message("Only what changed"), "switch", "x")


class ThenAndNowScreen(BaseListScreen):
    """An edition beside the plan as it is, or beside a later edition. Choosing a line leads to its history."""

    help_page = "then-and-now"
    route = "then-and-now"
    wide = True
    ACTIONS = (
        AGREE._replace(main=True),
        Action("open", message("What stood here before?"), "choose", shown=ENTER, main=True),
        ONLY_CHANGED,
        Action("previous", message("Older or newer"), "turn(-1)", shown=ARROWS),
        Action("editions", message("Kept plans"), "navigate('editions')", "b"),
        Action("letter", message("My plan"), "navigate('letter')", "l", spare=True),
        Action("results", message("What came of it"), "navigate('results')", "r", spare=True),
        PAGE_DOWN._replace(on_row=False), PAGE_UP,
        Action("trace", message("Where does this come from?"), "trace", "v", on_row=False),
        HELP, HELP_TOO, BACK,
    )

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, then: int | None = None, now: int | None = None
    ) -> None:
        super().__init__(desk, tr, navigator)
        self.list: BrowsableLines = BrowsableLines(self.early, self.turn)
        self.then = then
        self.now = now
        self.only_changed = False
        self.shown: ThenAndNow | None = None

    def heading(self) -> str:
        return self.tr("Then and now")

    def reopened(self, *arguments: object) -> None:
        match arguments:
            case (int() | None as then, int() | None as now):
                self.choose(then, now)

    def choose(self, then: int | None, now: int | None) -> None:
        """Show other editions beside each other."""
        self.then, self.now = then, now
        self.list.show_another()
        self.notice.clear()
        self.show_all()

    def read(self) -> None:
        self.shown = None
        self.shown = self.desk.history.then_and_now(self.then, self.now)

    def sheet(self) -> Sheet:
        tr = self.tr
        if self.shown is None:
            return RowsSheet((
                LineItem(tr("Then and now"), look="here"),
                LineItem(tr("When you agree on the plan, it is kept as it is then."), look="quiet"),
                LineItem(tr("After that you see here what stayed and what changed."), look="quiet"),
            ))
        parts = self.shown.only_changed if self.only_changed else self.shown.changed_first
        if not parts:
            return RowsSheet((LineItem(tr("Everything is still as it was then."), look="quiet"),))
        then, now = tr("Then · {when}", when=self.shown.then), tr("Now · {when}", when=self.shown.now)
        reached = frozenset(goal.id for goal in self.desk.view.goals if goal.status == "reached")
        return ThenAndNowSheet(parts, then, now, reached)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(HISTORY, ref)

    def turn(self, by: int) -> None:
        """An older or a newer edition as then."""
        if self.shown is None or self.shown.then_number is None:
            return
        last = self.shown.now_number
        numbers = sorted(line.number for line in self.desk.history.editions() if last is None or line.number < last)
        at = numbers.index(self.shown.then_number) + by if self.shown.then_number in numbers else 0
        if 0 <= at < len(numbers):
            self.choose(numbers[at], self.now)
        else:
            self.notice.show(self.tr("There is no older one.") if by < 0 else self.tr("There is no newer one."))

    def action_switch(self) -> None:
        """Only what changed, or everything."""
        self.only_changed = not self.only_changed
        self.list.show_another()
        self.show_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "show_role":
            return self.shown is None and super().check_action(action, parameters)
        if action in ("choose", "switch", "turn", "page", "trace"):
            return self.shown is not None and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        again_all = action is ONLY_CHANGED and self.only_changed
        return command._replace(label=self.tr("Everything")) if again_all else command

    def action_turn(self, by: int) -> None:
        self.turn(by)
