"""`CopiesScreen`: the copies of this plan, and going back to one."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.option_lines import option_lines
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption


class CopiesScreen(BaseListScreen):
    """What can be done, and below it each copy with its day and size."""

    help_page = "copies"
    route = "copies"
    ACTIONS = (CHOOSE, HELP, HELP_TOO, BACK)

    def heading(self) -> str:
        return self.tr("Copies")

    def asks_answer(self) -> bool:
        return True

    def sheet(self) -> Sheet:
        tr, copies = self.tr, self.desk.copies
        if copies is None:
            return RowsSheet((
                LineItem(tr("This plan has no lock yet, so no copies either."), look="here"),
                LineItem(tr("With the list of plans stands: Put a lock on the plans."), look="quiet"),
            ))
        rows = [LineItem(sentence, look="quiet") for sentence in copies.told()]
        acts, back = tr("What do you want to do?"), tr("Go back to a copy")
        options = [WizardOption(act, label, group=acts) for act, label in copies.acts()]
        kept = [WizardOption(copy.id, copy.label, copy.note, back) for copy in copies.copies()]
        none = () if kept else (LineItem(""), LineItem(tr("There is no copy yet."), look="strong"))
        return RowsSheet((*rows, *option_lines((*options, *kept), numbered=True), *none))

    def numbered(self) -> tuple[str, ...]:
        copies = self.desk.copies
        return () if copies is None else (*(act for act, _ in copies.acts()), *(copy.id for copy in copies.copies()))

    def chosen(self, ref: str) -> None:
        copies = self.desk.copies
        if copies is not None and ref:
            self.notice.clear()
            self.navigator.run_wizard(copies.begin(ref), self._done)

    def _done(self, done: WizardDone) -> None:
        """Show the copies of now; a plan that went back to one is closed."""
        if done.replaced:
            self.navigator.leave_plan(done.told)
            return
        self.show_all()
        if done.told:
            self.notice.show(done.told)
