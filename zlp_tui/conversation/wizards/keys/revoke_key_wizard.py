"""Taking a key back: what that does and does not undo is said before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.plan_keyholding import Keyring
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.i18n import Catalogue

YES: Final = "yes"
NO: Final = "no"


class RevokeKeyWizard:
    """From the question whose to the plan with another key."""

    def __init__(self, ring: Keyring, tr: Catalogue) -> None:
        self._ring = ring
        self._tr = tr
        self._heading = tr("Take a key back")

    def ask(self) -> WizardQuestion:
        """Whose."""
        tr = self._tr
        others = {
            other.id: other.name or tr("Somebody whose name is not known here")
            for other in self._ring.openers() if not other.mine
        }
        return WizardQuestion(
            self._heading, tr("Whose key do you take back?"),
            lambda picked, typed: self._sure(picked, others[picked]),
            options=tuple(WizardOption(key, name) for key, name in others.items()),
        )

    def _sure(self, key: str, name: str) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Shall {name} no longer have a key?", name=name),
            lambda picked, typed: self._take(key, name) if picked == YES else WizardDone(kept=False),
            told=(
                tr("The plan gets another lock. The old key does not fit it."),
                tr("What {name} has read, {name} knows. A copy from before stays readable.", name=name),
                tr("What is said from now on is not in that copy."),
            ),
            options=(WizardOption(YES, tr("Yes, take the key back")), WizardOption(NO, tr("No"))), back=self.ask,
        )

    def _take(self, key: str, name: str) -> WizardWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> WizardQuestion:
            self._ring.take_back(key)
            return former_file(self._ring, tr, tr("{name} has no key to this plan any more.", name=name))

        return WizardWork(tr("The plan gets another lock. One moment please."), run)


def former_file(ring: Keyring, tr: Catalogue, told: str = "") -> WizardQuestion:
    """Whether all is right, so that the file under the earlier key may go."""

    def answer(picked: str, typed: str) -> WizardStep:
        if picked != YES:
            return WizardDone()
        ring.remove_former()
        return WizardDone(tr("The file of before is gone."))

    return WizardQuestion(
        tr("Who has a key?"), tr("Is everything there?"), answer,
        told=(
            *((told,) if told else ()), tr("The file of before is still here. The old key fits it."),
            tr("Look at the plan in peace. After that this file can go."),
        ),
        options=(WizardOption(NO, tr("I look first")), WizardOption(YES, tr("It is right. Throw the old file away"))),
    )
