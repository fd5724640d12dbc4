"""Then and now: what was said beside what is said now, topic by topic, and in words what became of it (L41, V69)."""

from __future__ import annotations

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.plan_page import PlanPage
from screens.routes import EDITIONS, HISTORY, LETTER, RESULTS, TRACE
from screens.sheets.then_and_now_sheet import ThenAndNowSheet
from screens.topic_actions import page_action, topic_action
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import PairPart, ThenAndNow
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role


class ThenAndNowScreen(PlanPage):
    """An edition beside the plan as it is, or beside a later edition. Choosing a line leads to its history."""

    help_page = "then-and-now"
    here = "then-and-now"
    wide = True

    def __init__(
        self, desk: Desk, say: Catalogue, navigator: Navigator, then: int | None = None, now: int | None = None
    ) -> None:
        super().__init__(desk, say, navigator)
        self.list: BrowsableLines = BrowsableLines(self.turn)
        self.then = then
        self.now = now
        self.only_changed = False
        self.shown: ThenAndNow | None = None

    def heading(self) -> str:
        return self.say("Then and now")

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

    def show_all(self, select: str | None = None) -> None:
        try:
            self.shown = self.desk.over_time.then_and_now(self.then, self.now)
        except NotFound as gone:
            self.shown = None
            self.notice.refuse(self.say(gone.message, **gone.values))
        super().show_all(select)

    def sheet(self) -> Sheet:
        say = self.say
        if self.shown is None:
            return RowsSheet((
                LineItem(say("Then and now"), look="here"),
                LineItem(say("When you agree on the plan, it is kept as it is then."), look="quiet"),
                LineItem(say("After that you see here what stayed and what changed."), look="quiet"),
            ))
        parts = self._parts(self.shown)
        if not parts:
            return RowsSheet((LineItem(say("Everything is still as it was then."), look="quiet"),))
        then, now = say("Then · {when}", when=self.shown.then), say("Now · {when}", when=self.shown.now)
        reached = frozenset(goal.id for goal in self.desk.view.goals if goal.status == "reached")
        return ThenAndNowSheet(parts, then, now, reached)

    def _parts(self, shown: ThenAndNow) -> tuple[PairPart, ...]:
        """All of it, topics in which something changed first; or only what is not as it was."""
        if not self.only_changed:
            return tuple(sorted(shown.parts, key=lambda part: all(pair.kind == "still" for pair in part.pairs)))
        left = (
            PairPart(part.title, tuple(pair for pair in part.pairs if pair.kind != "still"), part.pictogram)
            for part in shown.parts
        )
        return tuple(part for part in left if part.pairs)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(HISTORY, ref)

    def turn(self, by: int) -> None:
        """An older or a newer edition as then."""
        if self.shown is None or self.shown.then_number is None:
            return
        last = self.shown.now_number
        numbers = sorted(line.number for line in self.desk.over_time.editions() if last is None or line.number < last)
        at = numbers.index(self.shown.then_number) + by if self.shown.then_number in numbers else 0
        if 0 <= at < len(numbers):
            self.choose(numbers[at], self.now)
        else:
            self.notice.show(self.say("There is no older one.") if by < 0 else self.say("There is no newer one."))

    def switch(self) -> None:
        """Only what changed, or everything."""
        self.only_changed = not self.only_changed
        self.list.show_another()
        self.show_all()

    def _trace(self) -> None:
        if self.list.marked is not None:
            self.navigator.navigate(TRACE, self.list.marked)

    def actions(self) -> tuple[Action, ...]:
        say, navigator = self.say, self.navigator
        everything = say("Everything") if self.only_changed else say("Only what changed")
        if self.shown is None:
            return (
                *topic_action(self.desk, navigator, Role.AGREE, "talk", say("Agree on the plan"), "h", main=True),
                self.help_action(), self.back_action(),
            )
        return (
            Action("history", say("What stood here before?"), self.list.action_choose, (), "Enter", main=True),
            Action("switch", everything, self.switch, ("x",), "x"),
            Action("other", say("Older or newer"), lambda: self.turn(-1), (), "←→"),
            Action("editions", say("Kept plans"), lambda: navigator.navigate(EDITIONS), ("e",), "e"),
            Action("letter", say("My plan"), lambda: navigator.navigate(LETTER), ("l",), "l", spare=True),
            *page_action(self.desk, "results", Action("results", say("What came of it"),
                lambda: navigator.navigate(RESULTS),
                                                      ("r",), "r", spare=True)),
            Action("on", say("Read on"), lambda: self.list.action_page(1), ("pagedown",), on_row=False),
            Action("before", say("Page before"), lambda: self.list.action_page(-1), ("pageup",), on_row=False),
            Action("trace", say("Where does this come from?"), self._trace, ("v",), on_row=False),
            self.help_action(),
            self.back_action(),
        )
