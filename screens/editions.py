"""The editions of the plan: each as it was agreed on, with who was there and what everybody says of it (C9)."""

from __future__ import annotations

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.plan_page import PlanPage
from screens.routes import THEN_AND_NOW
from screens.sheets.editions_sheet import EditionsSheet
from screens.topic_actions import topic_action
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import EditionLine
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role


class EditionsScreen(PlanPage):
    """All editions, the newest first. Choosing one puts it beside the plan as it is now."""

    help_page = "editions"
    here = "editions"

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self.editions: tuple[EditionLine, ...] = ()

    def heading(self) -> str:
        return self.say("Kept plans")

    def sheet(self) -> Sheet:
        self.editions = self.desk.over_time.editions()
        if self.editions:
            agreed = self.desk.view.agreed_editions
            says = {edition.number: tuple(one.says for one in edition.consent) for edition in agreed}
            return EditionsSheet(self.editions, says, lambda people: self.say("{people} were there", people=people))
        return RowsSheet((
            LineItem(self.say("What do we agree on together?"), look="here"),
            LineItem(self.say("When you agree on the plan, it is kept as it is then."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(THEN_AND_NOW, int(ref), None)

    def beside_the_next(self) -> None:
        """The marked edition beside the one that came after it."""
        if self.list.marked is None:
            return
        then = int(self.list.marked)
        later = [edition.number for edition in self.editions if edition.number > then]
        if later:
            self.navigator.navigate(THEN_AND_NOW, then, min(later))
        else:
            self.notice.show(self.say("There is no newer one."))

    def actions(self) -> tuple[Action, ...]:
        say = self.say
        agree = topic_action(
            self.desk, self.navigator, Role.AGREE, "agree", say("Agree on the plan"), "h", main=not self.editions
        )
        if not self.editions:
            return (*agree, self.help_action(), self.back_action())
        return (
            Action("beside", say("Beside the plan of now"), self.list.action_choose, (), "Enter", main=True),
            Action("next", say("Beside the next one"), self.beside_the_next, ("s",), "s"),
            *agree,
            self.help_action(),
            self.back_action(),
        )
