"""Making a keyholder: a name, a passphrase, and the recovery code."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.keyholding import PlanLock, ShownCode
from zlp_tui.conversation.ports.wizard import WizardQuestion, WizardStep, WizardWork
from zlp_tui.conversation.wizards.keys.passphrase_wizard import PassphraseWizard
from zlp_tui.conversation.wizards.keys.recovery_code_wizard import RecoveryCodeWizard
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.text import clean_name, same_name


class NewKeyholderWizard:
    """`make` makes a keyholder with a name and a passphrase; `then` says what comes after the code was written down.

    `told` says why somebody gets a key, `taken` are the names that others have here. `back` leads to what was asked
    before.
    """

    def __init__(
        self, lock: PlanLock, tr: Catalogue, *, make: Callable[[str, str], ShownCode], then: Callable[[], WizardStep],
        told: tuple[str, ...], taken: tuple[str, ...] = (), back: Callable[[], WizardQuestion] | None = None,
    ) -> None:
        self._lock = lock
        self._tr = tr
        self._make = make
        self._then = then
        self._told = told
        self._taken = taken
        self._back = back
        self._name = ""
        self._heading = tr("A key of one's own")

    def ask(self) -> WizardQuestion:
        """Who it is."""
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("What is your name?"), self._named,
            told=(*self._told, tr("Your name is seen when zlp begins.")),
            field="words", starter=tr("Type your name"), back=self._back,
        )

    def _named(self, picked: str, typed: str) -> WizardQuestion:
        name = clean_name(typed).text
        if not name:
            raise Refused("There is no name in this.")
        if any(same_name(taken, name) for taken in self._taken):
            raise Refused("Somebody here has this name already. Choose a name that tells you apart.")
        self._name = name
        return PassphraseWizard(self._lock, self._tr, self._heading, self._chosen, self.ask).ask()

    def _chosen(self, words: str) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardQuestion:
            code = self._make(self._name, words)
            return RecoveryCodeWizard(code, self._tr, self._heading, self._then, self._lock.write_code_page).ask()

        return WizardWork(self._tr("The key is being made. One moment please."), run)
