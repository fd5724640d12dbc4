"""What a look back came to: the life domains and the goals, then and now, as pictures and in words (V69, L41)."""

from __future__ import annotations

from collections.abc import Iterator

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.browsable_lines import BrowsableLines
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.plan_page import PlanPage, called
from screens.routes import EDITIONS, HISTORY, LETTER, THEN_AND_NOW
from screens.sheets.domains_then_now_sheet import BOTH, NOW, THEN, DomainsThenNowSheet, MarkWords
from screens.sheets.faces_sheet import FacesSheet
from screens.sheets.goal_results_sheet import GoalResultsSheet, GoalWords
from screens.sheets.stacked_sheet import StackedSheet
from screens.topic_actions import page_action, topic_action
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import Results
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Evaluation, Face
from zlp_tui.script.roles import Role


class ResultsScreen(PlanPage):
    """One evaluation beside the one before it. Choosing a goal leads to its history."""

    help_page = "evaluation"
    here = "results"
    wide = True

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self.list: BrowsableLines = BrowsableLines(self.turn)
        self.evaluation: str | None = None
        self.shown: Results | None = None

    def heading(self) -> str:
        if self.shown is None:
            return self.say("What came of it")
        return self.say("What came of it · {when}", when=self.shown.evaluation.on)

    def show_all(self, select: str | None = None) -> None:
        self.shown = self.desk.over_time.results(self.evaluation)
        super().show_all(select)

    def sheet(self) -> Sheet:
        if self.shown is None:
            return RowsSheet((
                LineItem(self.say("How is it going?"), look="here"),
                LineItem(self.say("When you look back together, what came of it stands here."), look="quiet"),
            ))
        return StackedSheet(tuple(self._parts(self.shown)), gap=1)

    def _parts(self, shown: Results) -> Iterator[Sheet]:
        """What there is to tell, each part under its own title."""
        say = self.say
        yield RowsSheet(tuple(self._who(shown)))
        if shown.goals:
            yield self._titled(say("What came of the goals"), self._goals(shown))
        if any(domain.now or domain.then for domain in shown.domains):
            yield self._titled(say("How it goes in each part of life"), self._domains(shown))
        if shown.quality:
            yield RowsSheet((LineItem(say("Does this plan help enough?"), look="here"), LineItem(shown.quality)))
        if shown.experience:
            yield self._titled(say("How was this talk?"), self._faces(shown))
        following = next((line for line in self.desk.over_time.due() if line.what == "evaluation"), None)
        if following is not None:
            day = say("That day has passed: {when}", when=following.when) if following.late else following.when
            when = LineItem(day, note=following.because, beside=True)
            yield RowsSheet((LineItem(say("We look back again"), look="here"), when))

    def _titled(self, title: str, sheet: Sheet) -> Sheet:
        return StackedSheet((RowsSheet((LineItem(title, look="here"),)), sheet), gap=0)

    def _who(self, shown: Results) -> Iterator[LineItem]:
        """Who was there, whether it goes on, and what it is compared with."""
        if shown.evaluation.present:
            yield LineItem(self.say("{people} were there", people=shown.evaluation.present), look="quiet")
        if shown.evaluation.open:
            yield LineItem(self.say("We are not done with this yet."), look="quiet")

    def _goals(self, shown: Results) -> Sheet:
        held = self._held(shown)
        words = GoalWords(
            not_discussed=self.say("Not talked about"), came_of_it=self.say("What came of it"),
            why=self.say("Why"), becomes=self.say("The goal is now"),
        )
        goals = sorted(shown.goals, key=lambda goal: not goal.discussed)
        outcomes = [(goal, held.of_goal(goal.goal.ref) if held else None) for goal in goals]
        return GoalResultsSheet([(goal, outcome.decision if outcome else None) for goal, outcome in outcomes], words)

    def _domains(self, shown: Results) -> Sheet:
        say, before, on = self.say, shown.before, shown.evaluation.on
        left_to_right = say("from 0 at the left to 10 at the right")
        if before is None:
            legend = [f"{NOW} {on}   {left_to_right}"]
        else:
            legend = [f"{THEN} {say('then, {when}', when=before.on)}", f"{NOW} {say('now, {when}', when=on)}"]
            legend.append(f"{BOTH} {say('then and now the same')}   {left_to_right}")
        words = MarkWords(say("then"), say("now")) if before else MarkWords("", "")
        lines = (*(LineItem(line, look="quiet") for line in legend), LineItem(""))
        return StackedSheet((RowsSheet(lines), DomainsThenNowSheet(shown.domains, words)), gap=0)

    def _faces(self, shown: Results) -> Sheet:
        held = self._held(shown)
        faces: dict[str, Face] = {called(self.desk, one.person): one.face for one in held.experience} if held else {}
        return FacesSheet([(name, faces.get(name), words) for name, words in shown.experience])

    def _held(self, shown: Results) -> Evaluation | None:
        return next((one for one in self.desk.view.evaluations if one.id == shown.evaluation.ref), None)

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(HISTORY, ref)

    def turn(self, by: int) -> None:
        """An earlier or a later evaluation."""
        refs = [line.ref for line in reversed(self.desk.over_time.evaluations())]
        if self.shown is None:
            return
        at = refs.index(self.shown.evaluation.ref) + by
        if 0 <= at < len(refs):
            self.evaluation = refs[at]
            self.list.show_another()
            self.notice.clear()
            self.show_all()
        else:
            self.notice.show(self.say("There is no earlier one.") if by < 0 else self.say("There is no later one."))

    def actions(self) -> tuple[Action, ...]:
        say, navigator = self.say, self.navigator
        then = Action("then-and-now", say("Then and now"),
            lambda: navigator.navigate(THEN_AND_NOW, None, None), ("s",), "s")
        editions = Action("editions", say("Kept plans"), lambda: navigator.navigate(EDITIONS), ("e",), "e", spare=True)
        look_back = topic_action(
            self.desk, navigator, Role.LOOK_BACK, "talk", say("Look back together"), "h", main=self.shown is None,
            spare=self.shown is not None,
        )
        rest = (
            *page_action(self.desk, "editions", then),
            Action("letter", say("My plan"), lambda: navigator.navigate(LETTER), ("l",), "l", spare=True),
            *page_action(self.desk, "editions", editions),
            self.help_action(),
            self.back_action(),
        )
        if self.shown is None:
            return (*look_back, *rest)
        return (
            Action("history", say("What stood here before?"), self.list.action_choose, (), "Enter", main=True),
            Action("other", say("Earlier or later"), lambda: self.turn(-1), (), "←→"),
            Action("on", say("Read on"), lambda: self.list.action_page(1), ("pagedown",), "PgDn"),
            Action("before", say("Page before"), lambda: self.list.action_page(-1), ("pageup",), on_row=False),
            *look_back,
            *rest,
        )
