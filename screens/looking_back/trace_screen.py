"""`TraceScreen`: where a line of the plan comes from: agreement, goal, wish, who said it and when (M31)."""

from __future__ import annotations

from collections.abc import Callable

from screens.bases.base_list_screen import BaseListScreen
from screens.follow_up.statement_presenter import StatementPresenter
from screens.navigation.navigator import Navigator
from screens.navigation.routes import DISAGREE, HISTORY, STATEMENT, WAY
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, REDO, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.long_lines import LongLines
from screens.sheets.stacked_sheet import StackedSheet
from screens.sheets.trace_sheet import TraceSheet, told_step
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.i18n import Catalogue, message


class TraceScreen(BaseListScreen):
    """The way back from one line. Choosing a stop leads to saying it differently or taking it back."""

    help_page = "plan"
    ACTIONS = (
        Action(
            "open", message("Look at this"), "choose", shown=ENTER, main=True,
            help_msgid=message("Say differently or take back"),
        ),
        Action("talk", message("Talk about this"), "talk", "h"),
        Action("history", message("What stood here before?"), "history", "b"),
        Action("way", message("How did it come to this?"), "way", "r"),
        Action("disagree", message("Not agreed"), "disagree", "e", spare=True),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str) -> None:
        super().__init__(desk, tr, navigator)
        self.list: LongLines = LongLines(self.early, id="list")
        self.ref = ref
        self.steps: tuple[TraceStep, ...] = ()
        self.came_of: tuple[TraceStep, ...] = ()

    def heading(self) -> str:
        return self.tr("Where does this come from?")

    def read(self) -> None:
        self.steps = self.came_of = ()
        self.steps = self.desk.trace(self.ref)
        self.came_of = self.desk.history.came_of(self.ref)

    def sheet(self) -> Sheet:
        tr = self.tr
        sheet = TraceSheet(
            self.steps,
            comes_from=tr("this comes from"),
            also=tr("and also from"),
            asked=lambda question: tr("Asked was: {question}", question=question),
            before=lambda words: tr("Before: {words}", words=words),
        )
        came_of = [item for step in self.came_of for item in (*told_step(step), LineItem(""))]
        after = RowsSheet((LineItem(tr("This came of it"), look="here"), LineItem(""), *came_of[:-1]))
        not_there = RowsSheet((LineItem(tr("This line is no longer in the plan."), look="here"),))
        stands = StatementPresenter(self.desk, tr, self.ref).stands
        return StackedSheet((*(() if stands else (not_there,)), sheet, *((after,) if came_of else ())), gap=1)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(STATEMENT, ref, lambda: None)

    def action_talk(self) -> None:
        """Talk again about the line that is marked."""
        step = next((s for s in self.steps if s.ref == self.list.marked), None)
        if step is not None and step.place is not None:
            self.navigator.show_talk(step.place)

    def action_way(self) -> None:
        """The way of the wish that this line came from."""
        self.navigator.navigate(WAY, self.ref)

    def action_history(self) -> None:
        """All that the marked line said before."""
        self.navigator.navigate(HISTORY, self.list.marked or self.ref)

    def action_disagree(self) -> None:
        self.navigator.navigate(DISAGREE, self.list.marked or self.ref)

    def follow(self, to: Callable[[str], str]) -> None:
        self.ref = to(self.ref)
