"""A conversation about keys, as both faces show it: a question, some work, another question, and what came of it.

Each step is a value that holds how it goes on. So a face knows nothing of keys: it shows what is asked, takes what is
chosen or typed, and has work done where keys are answered meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

WizardField = Literal["", "words", "secret"]
"""What is typed: nothing, words that may be seen, or words that only show when that is asked for."""


class WizardOption(NamedTuple):
    """Something to choose. `group` is the heading under which it stands, with those around it that have the same."""

    id: str
    label: str
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class WizardQuestion:
    """What is asked now. `heading` says what it is about, `told` stands below the question.

    `code` are lines to write down, to read aloud or to remember: they stand out. `answer` takes what was chosen, by id,
    and what was typed, one of them empty; a `ZlpError` says why it cannot be that, and the question stays. `back` leads
    to the question before; None leaves the conversation. `ready`: the first option is usual; Enter takes it.
    """

    heading: str
    question: str
    answer: Callable[[str, str], WizardStep]
    told: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    options: tuple[WizardOption, ...] = ()
    field: WizardField = ""
    starter: str = ""
    back: Callable[[], WizardQuestion] | None = None
    ready: bool = False

    def __repr__(self) -> str:
        return f"WizardQuestion({self.question!r})"  # never a code


@dataclass(frozen=True, slots=True)
class WizardWork:
    """Something that takes longer than a key may go unanswered. `run` tells how far it is, in one sentence.

    A `ZlpError` of it belongs to the question that led here. `may_stop`: it takes so long that somebody may leave the
    program meanwhile; then what it tells raises `WorkStopped`, and it goes on another time where it was.
    """

    told: str
    run: Callable[[Callable[[str], None]], WizardStep]
    may_stop: bool = False


class WorkStopped(Exception):
    """Somebody left the program while plans were moved."""


@dataclass(frozen=True, slots=True)
class WizardDone:
    """The end. `told` says what came of it; empty for nothing. `kept`: whether what was asked for was done.
    `replaced`: the plan on the table is another one now, so it is left."""

    told: str = ""
    kept: bool = True
    replaced: bool = False


WizardStep = WizardQuestion | WizardWork | WizardDone
