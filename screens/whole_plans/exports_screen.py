"""`ExportsScreen`: the forms in which this plan is taken along, on paper or as a file."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.option_lines import option_lines
from zlp_tui.conversation.ports.wizard import WizardDone


class ExportsScreen(BaseListScreen):
    """Each form with one sentence on who it is for, what is taken home first."""

    help_page = "exports"
    route = "exports"
    ACTIONS = (CHOOSE, HELP, HELP_TOO, BACK)

    def heading(self) -> str:
        return self.tr("On paper")

    def asks_answer(self) -> bool:
        return True

    def sheet(self) -> Sheet:
        asked = LineItem(self.tr("What is to be taken along?"), look="strong")
        return RowsSheet((asked, *option_lines(self.desk.exports.forms(), numbered=True)))

    def numbered(self) -> tuple[str, ...]:
        return tuple(form.id for form in self.desk.exports.forms())

    def chosen(self, ref: str) -> None:
        if ref:
            self.notice.clear()
            self.navigator.run_wizard(self.desk.exports.begin(ref), self._done)

    def _done(self, done: WizardDone) -> None:
        self.show_all()
        if done.told:
            self.notice.show(done.told)
