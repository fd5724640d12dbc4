"""Taking a key back: what that does and does not undo is said before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.key_dialogue import KeyDone, KeyOption, KeyQuestion, KeyStep, KeyWork
from zlp_tui.conversation.ports.plan_keyholding import Keyring
from zlp_tui.i18n import Catalogue

YES: Final = "yes"
NO: Final = "no"


class TakingAKeyBack:
    """From the question whose to the plan with another key."""

    def __init__(self, ring: Keyring, tr: Catalogue) -> None:
        self._ring = ring
        self._tr = tr
        self._heading = tr("Take a key back")

    def ask(self) -> KeyQuestion:
        """Whose."""
        tr = self._tr
        others = {
            other.id: other.name or tr("Somebody whose name is not known here")
            for other in self._ring.openers() if not other.mine
        }
        return KeyQuestion(
            self._heading, tr("Whose key do you take back?"),
            lambda picked, typed: self._sure(picked, others[picked]),
            options=tuple(KeyOption(key, name) for key, name in others.items()),
        )

    def _sure(self, key: str, name: str) -> KeyQuestion:
        tr = self._tr
        return KeyQuestion(
            self._heading, tr("Shall {name} no longer have a key?", name=name),
            lambda picked, typed: self._take(key, name) if picked == YES else KeyDone(kept=False),
            told=(
                tr("The plan gets another lock. The old key does not fit it."),
                tr("What {name} has read, {name} knows. A copy from before stays readable.", name=name),
                tr("What is said from now on is not in that copy."),
            ),
            options=(KeyOption(YES, tr("Yes, take the key back")), KeyOption(NO, tr("No"))), back=self.ask,
        )

    def _take(self, key: str, name: str) -> KeyWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> KeyQuestion:
            self._ring.take_back(key)
            return former_file(self._ring, tr, tr("{name} has no key to this plan any more.", name=name))

        return KeyWork(tr("The plan gets another lock. One moment please."), run)


def former_file(ring: Keyring, tr: Catalogue, told: str = "") -> KeyQuestion:
    """Whether all is right, so that the file under the earlier key may go."""

    def answer(picked: str, typed: str) -> KeyStep:
        if picked != YES:
            return KeyDone()
        ring.remove_former()
        return KeyDone(tr("The file of before is gone."))

    return KeyQuestion(
        tr("Who has a key?"), tr("Is everything there?"), answer,
        told=(
            *((told,) if told else ()), tr("The file of before is still here. The old key fits it."),
            tr("Look at the plan in peace. After that this file can go."),
        ),
        options=(KeyOption(NO, tr("I look first")), KeyOption(YES, tr("It is right. Throw the old file away"))),
    )
