"""`KeysScreen`: who may open this plan, and what can be done about that."""

from __future__ import annotations

from typing import get_args

from screens.bases.base_list_screen import BaseListScreen
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.option_lines import option_lines
from zlp_tui.conversation.ports.plan_keyholding import KeysAct, KeysOfPlan
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption


class KeysScreen(BaseListScreen):
    """The names of who has a key, and below them the conversations about keys."""

    help_page = "lock"
    route = "keys"
    ACTIONS = (CHOOSE, HELP, HELP_TOO, BACK)

    def heading(self) -> str:
        return self.tr("Who has a key?")

    def asks_answer(self) -> bool:
        return True

    def on_screen_resume(self) -> None:
        """Keys are in no view: what is told of them may be from while the plans were locked."""
        super().on_screen_resume()
        self.attempt(self.show_all)

    def sheet(self) -> Sheet:
        tr, keys = self.tr, self.desk.keys
        if keys is None:
            return RowsSheet((
                LineItem(tr("This plan has no lock yet."), look="here"),
                LineItem(tr("Everybody on this computer can read it."), look="quiet"),
                LineItem(tr("With the list of plans stands: Put a lock on the plans."), look="quiet"),
            ))
        group = tr("What do you want to do?")
        acts = option_lines((WizardOption(act, label, group=group) for act, label in keys.acts()), numbered=True)
        return RowsSheet((
            LineItem(tr("Who can open this plan?"), look="here"),
            LineItem(tr("Whoever has a key can open this plan and read all of it."), look="quiet"),
            LineItem(""), *self._openers(keys), *acts,
        ))

    def _openers(self, keys: KeysOfPlan) -> tuple[LineItem, ...]:
        unknown = self.tr("Somebody whose name is not known here")
        return tuple(LineItem(opener.name or unknown, by=keys.told(opener)) for opener in keys.openers())

    def numbered(self) -> tuple[str, ...]:
        keys = self.desk.keys
        return () if keys is None else tuple(act for act, _ in keys.acts())

    def chosen(self, ref: str) -> None:
        keys = self.desk.keys
        acts: tuple[KeysAct, ...] = get_args(KeysAct)
        for act in acts:
            if act == ref and keys is not None:
                self.notice.clear()
                self.navigator.run_wizard(keys.begin(act), self._done)

    def _done(self, done: WizardDone) -> None:
        """Show who has a key now, and what came of it."""
        self.show_all()
        if done.told:
            self.notice.show(done.told)
