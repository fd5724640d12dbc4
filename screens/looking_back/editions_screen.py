"""`EditionsScreen`: the editions of the plan that were agreed on (C9)."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.bases.base_plan_screen import AGREE
from screens.navigation.navigator import Navigator
from screens.navigation.routes import EDITION, THEN_AND_NOW
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, Action, ScreenCommand
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.editions_sheet import EditionsSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.history_queries import EditionLine
from zlp_tui.i18n import Catalogue, message


class EditionsScreen(BaseListScreen):
    """All editions, the newest first. Choosing one opens it to read."""

    help_page = "editions"
    route = "editions"
    ACTIONS = (
        Action("open", message("Read this plan"), "choose", shown=ENTER, main=True),
        Action("then-and-now", message("Beside the plan of now"), "beside_now", "s"),
        Action("beside-next", message("Beside the next one"), "beside_next", "x"),
        AGREE, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.editions: tuple[EditionLine, ...] = ()

    def heading(self) -> str:
        return self.tr("Kept plans")

    def sheet(self) -> Sheet:
        self.editions = self.desk.history.editions()
        if self.editions:
            return EditionsSheet(self.editions, lambda people: self.tr("{people} were there", people=people))
        return RowsSheet((
            LineItem(self.tr("What do we agree on together?"), look="here"),
            LineItem(self.tr("When you agree on the plan, it is kept as it is then."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        self.navigator.navigate(EDITION, int(ref))

    def action_beside_now(self) -> None:
        """The marked edition beside the plan as it is now."""
        if self.list.marked is not None:
            self.navigator.navigate(THEN_AND_NOW, int(self.list.marked), None)

    def action_beside_next(self) -> None:
        """The marked edition beside the one that came after it."""
        if self.list.marked is None:
            return
        then = int(self.list.marked)
        later = [edition.number for edition in self.editions if edition.number > then]
        if later:
            self.navigator.navigate(THEN_AND_NOW, then, min(later))
        else:
            self.notice.show(self.tr("There is no newer one."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("choose", "beside_now", "beside_next"):
            return bool(self.editions) and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        return command._replace(main=not self.editions) if action is AGREE else command
