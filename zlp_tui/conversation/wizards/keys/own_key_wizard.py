"""One's own key: other words, another recovery code, and the line by which somebody elsewhere gives one a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from zlp_tui.conversation.ports.keyholding import KeyholderName, PlanLock, ShownCode
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.conversation.wizards.keys.passphrase_wizard import PassphraseWizard
from zlp_tui.conversation.wizards.keys.recovery_code_wizard import RecoveryCodeWizard
from zlp_tui.i18n import Catalogue

READ: Final = "read"


class OwnKeyWizard:
    """Of who unlocked. What changes it asks for the words of now first: somebody else may sit here by now."""

    def __init__(self, lock: PlanLock, me: KeyholderName, tr: Catalogue) -> None:
        self._lock = lock
        self._me = me
        self._tr = tr
        self._heading = tr("My key")

    def ask(self) -> WizardQuestion:
        """What to do with it."""
        tr = self._tr
        acts = {"public": self.show, "passphrase": self.change_words, "recovery": self.new_code}
        labels = own_acts(tr)

        return WizardQuestion(
            self._heading, tr("What do you want to do?"), lambda picked, typed: acts[picked](),
            options=tuple(WizardOption(act, labels[act]) for act in acts),
        )

    def change_words(self) -> WizardQuestion:
        """Other words."""
        return self._words_of_now(
            lambda: PassphraseWizard(self._lock, self._tr, self._heading, self._change, None).ask()
        )

    def _change(self, words: str) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardDone:
            self._lock.change_passphrase(words)
            return WizardDone(self._tr("Your new words open the lock from now on."))

        return WizardWork(self._tr("The new words are being kept. One moment please."), run)

    def new_code(self) -> WizardQuestion:
        """Another recovery code."""
        return self._words_of_now(self._renewed)

    def _renewed(self) -> WizardQuestion:
        """It counts once it was typed back: who is called away before that has the code of before."""
        code = self._lock.new_code()
        return RecoveryCodeWizard(code, self._tr, self._heading, lambda: self._use(code), self._lock.write_code_page).ask()

    def _use(self, code: ShownCode) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardDone:
            self._lock.use_code(code)
            return WizardDone(self._tr("The code of before opens nothing any more."))

        return WizardWork(self._tr("The code is being made. One moment please."), run)

    def _words_of_now(self, then: Callable[[], WizardStep]) -> WizardQuestion:
        tr = self._tr

        def answer(picked: str, typed: str) -> WizardWork:
            def run(tell: Callable[[str], None]) -> WizardStep:
                self._lock.unlock(self._me.id, typed)
                return then()

            return WizardWork(tr("One moment please"), run)

        return WizardQuestion(
            self._heading, tr("{name}, what are your words now?", name=self._me.name), answer,
            told=(tr("Then we know that it is you."),), field="secret", starter=tr("Type the words"),
        )

    def show(self) -> WizardQuestion:
        """One's own line, and the words to compare."""
        tr, mine = self._tr, self._lock.public_key()
        return WizardQuestion(
            self._heading, tr("This is your key, for somebody on another computer."),
            lambda picked, typed: WizardDone(),
            told=(
                tr("Send the line to who gives you a key. It is no secret."),
                tr("Call each other then, and read the five words aloud."),
            ),
            code=(mine.line, " ".join(mine.words)),
            options=(WizardOption(READ, tr("Next")),),
        )


def own_acts(tr: Catalogue) -> Mapping[str, str]:
    """What one can do with one's own key, by its id, with its label."""
    return {
        "passphrase": tr("Other words for me"), "recovery": tr("A new code on paper for me"),
        "public": tr("Show my key to somebody elsewhere"),
    }
