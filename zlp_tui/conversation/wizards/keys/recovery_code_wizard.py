"""Showing a recovery code once, and asking for two groups of it, to see that it was written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from secrets import SystemRandom
from typing import Final

from zlp_tui.conversation.ports.keyholding import ShownCode
from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue

WRITTEN: Final = "written"
IN_A_FILE: Final = "file"
ON_A_LINE: Final = 4
ASKED: Final = 2


class RecoveryCodeWizard:
    """`then` says what comes once both groups were typed back, `write` writes lines into a folder."""

    def __init__(
        self, code: ShownCode, tr: Catalogue, heading: str, then: Callable[[], WizardStep],
        write: Callable[[Path, tuple[str, ...]], Path],
    ) -> None:
        self._code = code
        self._tr = tr
        self._heading = heading
        self._then = then
        self._write = write
        self._kept = ""
        """Where the code stands in a file, in one sentence."""
        numbers = range(1, len(code.groups) + 1)
        self._asked = sorted(SystemRandom().sample(numbers, ASKED))

    def ask(self) -> WizardQuestion:
        """The code, to be written down. There is no way back: the key is made."""
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Write this code on paper."),
            lambda picked, typed: self._file() if picked == IN_A_FILE else self._group(0),
            told=(self._kept,) if self._kept else self._why(),
            code=self._lines(),
            options=(
                WizardOption(WRITTEN, tr("The code is on paper")),
                WizardOption(IN_A_FILE, tr("Put the code in a file"), tr("to print it")),
            ),
            back=self.ask,
        )

    def _why(self) -> tuple[str, ...]:
        tr = self._tr
        return (
            tr("Are the words forgotten? Then this code opens the lock."),
            tr("The code is shown only now. Keep the paper in a safe place."),
            tr("Without the words and without the code nobody can open the plans."),
        )

    def _lines(self) -> tuple[str, ...]:
        groups = self._code.groups
        return tuple("  ".join(groups[at:at + ON_A_LINE]) for at in range(0, len(groups), ON_A_LINE))

    def _file(self) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("In which folder do you want the file?"), self._written,
            told=(
                tr("Choose a stick, for example. It is best not to leave the file on this computer."),
                tr("Who has this file can open the plans. Print it, and remove it then."),
            ),
            field="words", starter=tr("Type the folder, such as that of a stick"), back=self.ask,
        )

    def _written(self, picked: str, typed: str) -> WizardQuestion:
        tr = self._tr
        page = (tr("The recovery code of zlp"), "", *self._lines(), "", *self._why())
        file = self._write(Path(typed.strip()), page)
        self._kept = tr("The code stands in {file}. Print it, and remove that file then.", file=file)
        return self.ask()

    def _group(self, at: int) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Which is group {number} of the code?", number=self._asked[at]),
            partial(self._typed, at), told=(tr("Look on your paper, and type it here."),), field="words",
            starter=tr("Five letters and digits"), back=self.ask,
        )

    def _typed(self, at: int, picked: str, typed: str) -> WizardStep:
        if not self._code.has_group(self._asked[at], typed):
            raise Refused("This is not that group. Please look on the paper again.")
        return self._group(at + 1) if at + 1 < len(self._asked) else self._then()
