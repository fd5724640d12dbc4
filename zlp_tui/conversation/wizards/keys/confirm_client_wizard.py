"""Having the client show, by their own words, that they are here."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.wizard import WizardDone, WizardQuestion, WizardStep, WizardWork
from zlp_tui.i18n import Catalogue


class ConfirmClientWizard:
    """`require` raises where these are not the words of the client, whose `name` is told; it takes up to a second."""

    def __init__(self, name: str, require: Callable[[str], None], tr: Catalogue) -> None:
        self._name = name
        self._require = require
        self._tr = tr

    def ask(self) -> WizardQuestion:
        """The words of the client."""
        tr = self._tr
        return WizardQuestion(
            tr("At the table"), tr("Hello {name}. What are your words?", name=self._name), self._typed,
            told=(
                tr("With these words it is certain that {name} is here.", name=self._name),
                tr("Then {name} can also open what is folded away here.", name=self._name),
            ),
            field="secret", starter=tr("Type the words"),
        )

    def _typed(self, picked: str, typed: str) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardStep:
            self._require(typed)
            return WizardDone(self._tr("{name} is here, that is certain.", name=self._name))

        return WizardWork(self._tr("The words are being looked at. One moment please."), run)
