"""Choosing a passphrase: four words that are suggested or words of one's own, and these typed once more."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.keyholding import PlanLock
from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue

TAKE: Final = "take"
ANOTHER: Final = "another"
OWN: Final = "own"


class PassphraseWizard:
    """`chosen` is called with the words once they were typed twice; `back` leads to what was asked before."""

    def __init__(
        self, lock: PlanLock, tr: Catalogue, heading: str, chosen: Callable[[str], WizardStep],
        back: Callable[[], WizardQuestion] | None,
    ) -> None:
        self._lock = lock
        self._tr = tr
        self._heading = heading
        self._chosen = chosen
        self._back = back
        self._words = ""

    def ask(self) -> WizardQuestion:
        """Suggest four words, other ones each time."""
        self._words = self._lock.suggested_passphrase()
        return self._suggested()

    def _suggested(self) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("With which words does the lock open?"), self._picked,
            told=(
                tr("Tell nobody these words."), tr("Make a picture of them in your head. Then you remember them."),
            ),
            code=(self._words,),
            options=(
                WizardOption(TAKE, tr("I take these words")), WizardOption(ANOTHER, tr("Four other words")),
                WizardOption(OWN, tr("I think of words myself")),
            ),
            back=self._back,
        )

    def _picked(self, picked: str, typed: str) -> WizardQuestion:
        if picked == TAKE:
            return self._once_more(self._words, self._suggested)
        return self._own() if picked == OWN else self.ask()

    def _own(self) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Which words do you choose?"), self._typed,
            told=(tr("Four words are good. A sentence that only you know is good too."),),
            field="secret", starter=tr("Type the words"), back=self._suggested,
        )

    def _typed(self, picked: str, typed: str) -> WizardQuestion:
        self._lock.require_passphrase(typed)
        return self._once_more(typed, self._own)

    def _once_more(self, words: str, back: Callable[[], WizardQuestion]) -> WizardQuestion:
        tr = self._tr

        def typed_again(picked: str, typed: str) -> WizardStep:
            if not same_words(typed, words):
                raise Refused("These are other words. Go back to see them, or type them again.")
            return self._chosen(words)

        return WizardQuestion(
            self._heading, tr("Type the words once more."), typed_again,
            told=(tr("Then you are sure of them. Capital letters make no difference."),),
            field="secret", starter=tr("Type the words"), back=back,
        )


def same_words(one: str, other: str) -> bool:
    """Whether both are one passphrase: as keys compare them, without case and with single spaces."""
    return _plain(one) == _plain(other)


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).casefold()).split())
