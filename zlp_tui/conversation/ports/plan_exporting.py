"""Ports to take a plan along: in which forms, for whom, and where the file comes to stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep
from zlp_tui.plan.view import Person


class KnownForm(NamedTuple):
    """A form of export: its id; what it is called, for whom it is in one sentence, and the heading under which it
    stands, as messages; whether it is the client's own, can be had in large letters, and holds words to read."""

    id: str
    title_msgid: str
    for_whom_msgid: str
    group_msgid: str
    for_client: bool
    comes_large: bool
    has_words: bool


class ExportOrder(NamedTuple):
    """What is asked for: a form, by id, for somebody of the plan, by id."""

    form: str
    reader: str
    large: bool = False


class FirstWords(NamedTuple):
    """How a file begins, and how many pages it has; None for what has none."""

    lines: tuple[str, ...]
    pages: int | None


NO_WORDS: Final = FirstWords((), None)
"""Of a file that is for other programs only."""


class PlanExporter(Protocol):
    """Makes files of one plan that is open. What it does takes long: not for a thread that answers keys."""

    def forms(self) -> tuple[KnownForm, ...]:
        """All forms, in the order in which they are offered."""

    def readers(self) -> tuple[Person, ...]:
        """For whom it can be made: the client first, then everybody else in the plan."""

    def folders(self) -> tuple[Path, ...]:
        """The folders of this user in which a file is found again, as far as they are there."""

    def first_words(self, order: ExportOrder) -> FirstWords:
        """How it begins, and how many pages it has, as it will stand there."""

    def write(self, order: ExportOrder, folder: Path, tell: Callable[[int, int], None]) -> Path:
        """Make the file and tell it in the log; its path. Where it is made of several, `tell` hears which comes now,
        and of how many. `Refused` for a folder in which nothing can be written."""

    def open(self, file: Path) -> None:
        """Show a file by the program that the system has for it. `Refused` where it has none."""


class ExportsOfPlan(Protocol):
    """The conversations to take the plan along, for both faces."""

    def forms(self) -> tuple[WizardOption, ...]:
        """All forms, each with its heading and one sentence on who it is for."""

    def begin(self, form: str) -> WizardStep:
        """The conversation about one form, by its id."""

    def ask(self) -> WizardQuestion:
        """Which form is wanted: for a face that shows no list of them."""


