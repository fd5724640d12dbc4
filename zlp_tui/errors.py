"""One family of errors. Each says, in one plain sentence, what happened and what to do; the cause goes to the log."""

from __future__ import annotations

from typing import ClassVar


class ZlpError(Exception):
    """Something a user must hear about. `message` is an English message id of the catalogue, with `{named}` places.

    `values` fill the places. They may hold names of files and of the script, and numbers; never what somebody said.
    """

    exit_code: ClassVar[int] = 1
    """With what the command ends that cannot go on."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class Refused(ZlpError):
    """An answer that cannot be kept as it was typed (a date that is none, an e-mail without @). The text stays."""


class Doubtful(Refused):
    """An answer that may not be meant as it was understood, such as a day that is over. It is asked about once: the
    same answer again is kept. `values` may hold the days that were understood.
    """


class Unanswered(ZlpError):
    """Words that say there is no answer (“I do not know”). Nothing is kept; the message is a kind word, no fault."""


class NotAllowed(ZlpError):
    """The person may not do this (`plan/access.py`)."""


class NotFound(ZlpError):
    """No plan, topic or line fits what was asked for."""


class Ambiguous(ZlpError):
    """More than one plan or line fits; `choices` are their names or words, told apart, each with its id."""

    def __init__(self, message: str, /, choices: tuple[tuple[str, str], ...] = (), **values: object) -> None:
        super().__init__(message, **values)
        self.choices = choices


class StoreError(ZlpError):
    """The store cannot be used as asked. Nothing said earlier is harmed."""


class StoreBusy(StoreError):
    """Another window is writing; try again shortly."""


class StoreReadOnly(StoreError):
    """This window, file or folder can only be read."""


class StoreFull(StoreError):
    """The disk is full or fails; the text stays where it was typed."""


class StoreDamaged(StoreError):
    """The file is empty, damaged, or not ours."""


class Unreadable(StoreDamaged):
    """A line of one plan cannot be read; the other plans can."""


class StoreNewer(StoreError):
    """The file was made by a newer version of the program."""


class WrongPassphrase(ZlpError):
    """The passphrase or recovery code does not open the keys, or it is too soon to try again."""

    exit_code = 3


class KeysDamaged(StoreDamaged):
    """A file with keys is empty, damaged, or of something else."""

    exit_code = 4


class NoKey(StoreError):
    """There is no keyholder here, or this one has no key that opens the plan."""

    exit_code = 5


class ScriptBroken(ZlpError):
    """A file of the script cannot be used; `values` hold file, line and what to do."""
