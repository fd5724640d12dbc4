"""Opening the lock: who it is, their words, and what to do when these are forgotten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from zlp_tui.conversation.ports.keyholding import KeyholderName, PlanLock
from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.i18n import Catalogue
from zlp_tui.text import folded

FORGOTTEN: Final = "forgotten"
ANOTHER: Final = "another"


def nameless(tr: Catalogue) -> str:
    """What a first keyholder is called who gave no name."""
    return tr("Owner")


class UnlockWizard:
    """From a lock that is closed to one that is open. What comes after the first question is imported then."""

    def __init__(self, lock: PlanLock, tr: Catalogue, holders: tuple[KeyholderName, ...]) -> None:
        self._lock = lock
        self._tr = tr
        self._holders = sorted(holders, key=lambda holder: folded(holder.name))
        self._heading = tr("The plans are locked")

    def ask(self) -> WizardQuestion:
        """Who it is, where there are several; else their words."""
        return self._words(self._holders[0]) if len(self._holders) == 1 else self._who()

    def _who(self) -> WizardQuestion:
        tr = self._tr
        options = tuple(WizardOption(each.id, each.name or tr("A key that cannot be read")) for each in self._holders)
        by_id = {each.id: each for each in self._holders}
        return WizardQuestion(
            self._heading, tr("Who wants to open the plans?"), lambda picked, typed: self._words(by_id[picked]),
            options=options,
        )

    def _words(self, holder: KeyholderName) -> WizardQuestion:
        tr = self._tr
        several = len(self._holders) > 1
        another = (WizardOption(ANOTHER, tr("I am somebody else")),) if several else ()
        unnamed = holder.name in ("", nameless(tr))
        return WizardQuestion(
            self._heading,
            tr("What are your words?") if unnamed else tr("Hello {name}. What are your words?", name=holder.name),
            partial(self._typed, holder),
            told=(tr("With your words the lock opens."),), field="secret", starter=tr("Type the words"),
            options=(WizardOption(FORGOTTEN, tr("I do not know the words any more")), *another),
            back=self._who if several else None,
        )

    def _typed(self, holder: KeyholderName, picked: str, typed: str) -> WizardStep:
        if picked == FORGOTTEN:
            return self._code(holder)
        if picked == ANOTHER:
            return self._who()
        return self._work(partial(self._lock.unlock, holder.id, typed), self._opened)

    def _work(self, open_lock: Callable[[], None], then: Callable[[], WizardStep]) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardStep:
            open_lock()
            return then()

        return WizardWork(self._tr("The lock is opening. One moment please."), run)

    def _opened(self) -> WizardStep:
        from zlp_tui.conversation.wizards.keys.lock_plans_wizard import move_on

        return move_on(self._lock, self._tr)

    def _code(self, holder: KeyholderName) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Which code is on your paper?"),
            lambda picked, typed: self._work(partial(self._lock.recover, holder.id, typed), self._new_words),
            told=(
                tr("There are eight groups of letters and digits."),
                tr("No paper either? Then only somebody else with a key can help."),
            ),
            field="words", starter=tr("Type the whole code"), back=partial(self._words, holder),
        )

    def _new_words(self) -> WizardQuestion:
        from zlp_tui.conversation.wizards.keys.passphrase_wizard import PassphraseWizard

        return PassphraseWizard(self._lock, self._tr, self._tr("New words"), self._change, None).ask()

    def _change(self, words: str) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardStep:
            self._lock.change_passphrase(words)
            return self._opened()

        return WizardWork(self._tr("The new words are being kept. One moment please."), run)
