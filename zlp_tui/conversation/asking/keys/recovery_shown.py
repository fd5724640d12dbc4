"""Showing a recovery code once, and asking for two groups of it, to see that it was written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from secrets import SystemRandom
from typing import Final

from zlp_tui.conversation.ports.key_dialogue import KeyOption, KeyQuestion, KeyStep
from zlp_tui.conversation.ports.keyholding import ShownCode
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue

WRITTEN: Final = "written"
ON_A_LINE: Final = 4
ASKED: Final = 2


class RecoveryShown:
    """`then` says what comes once both groups were typed back."""

    def __init__(self, code: ShownCode, tr: Catalogue, heading: str, then: Callable[[], KeyStep]) -> None:
        self._code = code
        self._tr = tr
        self._heading = heading
        self._then = then
        numbers = range(1, len(code.groups) + 1)
        self._asked = sorted(SystemRandom().sample(numbers, ASKED))

    def ask(self) -> KeyQuestion:
        """The code, to be written down. There is no way back: the key is made."""
        tr, groups = self._tr, self._code.groups
        lines = (groups[at:at + ON_A_LINE] for at in range(0, len(groups), ON_A_LINE))
        return KeyQuestion(
            self._heading, tr("Write this code on paper."), lambda picked, typed: self._group(0),
            told=(
                tr("Are the words forgotten? Then this code opens the lock."),
                tr("The code is shown only now. Keep the paper in a safe place."),
                tr("Without the words and without the code nobody can open the plans."),
            ),
            code=tuple("  ".join(line) for line in lines),
            options=(KeyOption(WRITTEN, tr("The code is on paper")),),
            back=self.ask,
        )

    def _group(self, at: int) -> KeyQuestion:
        tr = self._tr
        return KeyQuestion(
            self._heading, tr("Which is group {number} of the code?", number=self._asked[at]),
            partial(self._typed, at), told=(tr("Look on your paper, and type it here."),), field="words",
            starter=tr("Five letters and digits"), back=self.ask,
        )

    def _typed(self, at: int, picked: str, typed: str) -> KeyStep:
        if not self._code.has_group(self._asked[at], typed):
            raise Refused("This is not that group. Please look on the paper again.")
        return self._group(at + 1) if at + 1 < len(self._asked) else self._then()
