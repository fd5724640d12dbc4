"""`ResultsScreen`: the results of an evaluation, compared with the one before it (V69, L41)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from screens.bases.base_list_screen import BaseListScreen, name_of
from screens.bases.base_plan_screen import LOOK_BACK
from screens.navigation.navigator import Navigator
from screens.navigation.routes import HISTORY
from screens.parts.actions import ARROWS, BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, Action, ScreenCommand
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.domains_then_now_sheet import BOTH, NOW, THEN, DomainsThenNowSheet, MarkWords
from screens.sheets.faces_sheet import FacesSheet
from screens.sheets.goal_results_sheet import GoalResultsSheet, GoalWords
from screens.sheets.stacked_sheet import StackedSheet
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.evaluation_pages import Results
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Enough, Evaluation, Face

LOOK_BACK_TOGETHER: Final = LOOK_BACK._replace(msgid=message("Look back together"))
ENOUGH: Final[Mapping[Enough, Face]] = {"yes": "good", "partly": "so-so", "no": "not-good"}
"""The face beside each answer to whether the plan helps enough."""


class ResultsScreen(BaseListScreen):
    """One evaluation beside the one before it. Choosing a goal leads to its history."""

    help_page = "evaluation"
    route = "results"
    wide = True
    ACTIONS = (
        Action("open", message("What stood here before?"), "choose", shown=ENTER, main=True),
        Action("previous", message("Earlier or later"), "turn(-1)", shown=ARROWS),
        PAGE_DOWN, PAGE_UP,
        LOOK_BACK_TOGETHER,
        Action("then-and-now", message("Then and now"), "navigate('then-and-now')", "s"),
        Action("letter", message("My plan"), "navigate('letter')", "l", spare=True),
        Action("editions", message("Kept plans"), "navigate('editions')", "b", spare=True),
        HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list: BrowsableLines = BrowsableLines(self.early, self.turn)
        self.evaluation: str | None = None
        self.shown: Results | None = None

    def heading(self) -> str:
        if self.shown is None:
            return self.tr("What came of it")
        return self.tr("What came of it · {when}", when=self.shown.evaluation.on)

    def read(self) -> None:
        self.shown = None
        self.shown = self.desk.history.results(self.evaluation)

    def sheet(self) -> Sheet:
        if self.shown is None:
            return RowsSheet((
                LineItem(self.tr("How is it going?"), look="here"),
                LineItem(self.tr("When you look back together, what came of it stands here."), look="quiet"),
            ))
        return StackedSheet(tuple(self._parts(self.shown)), gap=1)

    def _parts(self, shown: Results) -> Iterator[Sheet]:
        """What there is to tell, each part under its own title."""
        tr = self.tr
        yield RowsSheet(tuple(self._who(shown)))
        if shown.goals:
            yield self._titled(tr("What came of the goals"), self._goals(shown))
        if shown.wishes:
            yield self._titled(tr("How far each wish came"), self._wishes(shown))
        if any(domain.now or domain.then for domain in shown.domains):
            yield self._titled(tr("How it goes in each part of life"), self._domains(shown))
        if shown.quality:
            over_time = [(said.on, ENOUGH[said.says], said.words, said.by) for said in shown.quality]
            yield self._titled(tr("Does this plan help enough?"), FacesSheet(over_time))
        if shown.experience:
            yield self._titled(tr("How was this talk?"), self._faces(shown))
        following = next((line for line in self.desk.history.due() if line.what == "evaluation"), None)
        if following is not None:
            day = tr("That day has passed: {when}", when=following.when) if following.late else following.when
            when = LineItem(day, note=following.because, beside=True)
            yield RowsSheet((LineItem(tr("We look back again"), look="here"), when))

    def _titled(self, title: str, sheet: Sheet) -> Sheet:
        return StackedSheet((RowsSheet((LineItem(title, look="here"),)), sheet), gap=0)

    def _who(self, shown: Results) -> Iterator[LineItem]:
        """Who was there, whether it goes on, and what it is compared with."""
        if shown.evaluation.present:
            yield LineItem(self.tr("{people} were there", people=shown.evaluation.present), look="quiet")
        if shown.evaluation.open:
            yield LineItem(self.tr("We are not done with this yet."), look="quiet")

    def _goals(self, shown: Results) -> Sheet:
        held = self._held(shown)
        words = GoalWords(
            not_discussed=self.tr("Not talked about"), came_of_it=self.tr("What came of it"),
            why=self.tr("Why"), becomes=self.tr("The goal is now"),
        )
        goals = sorted(shown.goals, key=lambda goal: not goal.discussed)
        outcomes = [(goal, held.of_goal(goal.goal.ref) if held else None) for goal in goals]
        return GoalResultsSheet([(goal, outcome.decision if outcome else None) for goal, outcome in outcomes], words)

    def _wishes(self, shown: Results) -> Sheet:
        """The one figure, in words, and each wish with its steps."""
        lines = (quote_line(wish.wish) for wish in shown.wishes)
        return RowsSheet((LineItem(shown.wishes_met, look="strong"), LineItem(""), *lines))

    def _domains(self, shown: Results) -> Sheet:
        tr, before, on = self.tr, shown.before, shown.evaluation.on
        left_to_right = tr("from 0 at the left to 10 at the right")
        if before is None:
            legend = [f"{NOW} {on}   {left_to_right}"]
        else:
            legend = [f"{THEN} {tr('then, {when}', when=before.on)}", f"{NOW} {tr('now, {when}', when=on)}"]
            legend.append(f"{BOTH} {tr('then and now the same')}   {left_to_right}")
        words = MarkWords(tr("then"), tr("now")) if before else MarkWords("", "")
        lines = (*(LineItem(line, look="quiet") for line in legend), LineItem(""))
        return StackedSheet((RowsSheet(lines), DomainsThenNowSheet(shown.domains, words)), gap=0)

    def _faces(self, shown: Results) -> Sheet:
        held = self._held(shown)
        experience = held.experience if held is not None else ()
        faces: dict[str, Face] = {name_of(self.desk, told.person): told.face for told in experience}
        return FacesSheet([(name, faces.get(name), words, "") for name, words in shown.experience])

    def _held(self, shown: Results) -> Evaluation | None:
        return next((held for held in self.desk.view.evaluations if held.id == shown.evaluation.ref), None)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(HISTORY, ref)

    def turn(self, by: int) -> None:
        """An earlier or a later evaluation."""
        refs = [line.ref for line in reversed(self.desk.history.evaluations())]
        if self.shown is None:
            return
        at = refs.index(self.shown.evaluation.ref) + by
        if 0 <= at < len(refs):
            self.evaluation = refs[at]
            self.list.show_another()
            self.notice.clear()
            self.show_all()
        else:
            self.notice.show(self.tr("There is no earlier one.") if by < 0 else self.tr("There is no later one."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("choose", "turn", "page"):
            return self.shown is not None and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        if action is LOOK_BACK_TOGETHER:
            return command._replace(main=self.shown is None, spare=self.shown is not None)
        return command

    def action_turn(self, by: int) -> None:
        self.turn(by)
