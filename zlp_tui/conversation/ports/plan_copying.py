"""Ports for the copies of one plan: which there are, as they are told, and what is asked to make one or go back to one.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep

CopiesAct = Literal["copy", "right", "second"]
"""To make a copy now, to say that what was gone back to is right, and to choose a second folder."""


class KnownCopy(NamedTuple):
    """A copy: by what it is asked for, when it was made, how large it is in bytes, and why; empty where nobody knows.
    """

    name: str
    made_at: datetime
    size: int
    why: str


class CopyDifference(NamedTuple):
    """How many changes only the plan has, and the day of the last one, ISO; and how many only the copy has. `words`
    tells in sentences what would go and what would come back, as far as who looks may know."""

    only_here: int
    last_here: str
    only_there: int
    last_there: str
    words: tuple[str, ...] = ()


class CopyStore(Protocol):
    """The copies of one plan that is open. All that writes takes long: not for a thread that answers keys."""

    def copies(self) -> tuple[KnownCopy, ...]:
        """All copies, the newest first."""

    def copy(self) -> bool:
        """Copy the plan as it is now; whether it is in the second folder too, where there is one."""

    def differs(self, name: str) -> CopyDifference | None:
        """What differs between the plan and a copy; None where the plan cannot be read."""

    def restore(self, name: str) -> None:
        """Put a copy in the place of the plan. What was there stays beside it."""

    @property
    def is_damaged(self) -> bool:
        """Whether the plan cannot be read: then there is nothing to copy or to compare, and its file is kept aside."""

    @property
    def waits(self) -> bool:
        """Whether somebody has yet to say that what was gone back to is right."""

    def confirm(self) -> None:
        """It is right: old copies are removed again."""

    @property
    def second(self) -> Path | None:
        """The second folder, where one was named; it may be away."""

    def name_second(self, folder: str) -> None:
        """Keep copies in this folder too; empty for here only. `Refused` for one that is not there."""


class CopiesOfPlan(Protocol):
    """The conversations about the copies of one plan, for both faces."""

    def copies(self) -> tuple[WizardOption, ...]:
        """The copies, the newest first, to choose one: with its day, its size and why it was made."""

    def told(self) -> tuple[str, ...]:
        """What is told beside them: where they are kept, and whether something waits for somebody."""

    def acts(self) -> tuple[tuple[CopiesAct, str], ...]:
        """What can be done now, each with its label."""

    def begin(self, chosen: str) -> WizardStep:
        """The conversation about a copy, or to do one of the acts."""

    def ask(self) -> WizardQuestion:
        """Which copies there are, and what to do: for a face that shows no list of it."""
