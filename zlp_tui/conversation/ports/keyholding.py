"""Whether the plans of this computer are locked, who holds a key, and how the plans are opened (decision 0043).

A face asks `PlanLock.state`, has somebody unlock or begin, and opens the front door after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, Protocol


class KeyholderName(NamedTuple):
    """Somebody who has a passphrase on this computer. `name` is empty where their file cannot be read."""

    id: str
    name: str


class NoKeyholder(NamedTuple):
    """Nobody has a passphrase here yet: plans, if there are any, stand in one file that is not locked."""

    has_plans: bool


class Locked(NamedTuple):
    """Plans are locked until one of these gives their passphrase."""

    holders: tuple[KeyholderName, ...]


class Unlocked(NamedTuple):
    """Somebody gave their passphrase."""

    holder: KeyholderName


LockState = NoKeyholder | Locked | Unlocked

MoveProgress = Callable[[int, int], None]
"""Is told how many plans were moved, of how many."""


class ShownCode(Protocol):
    """A recovery code, to be shown once. It is kept nowhere."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Eight groups of five letters and digits: what is shown and printed."""

    def has_group(self, number: int, typed: str) -> bool:
        """Whether somebody typed back this group, from 1."""


class PublicKey(NamedTuple):
    """One's own key as somebody elsewhere needs it to give one a key: a line to send, and words to compare by voice."""

    line: str
    words: tuple[str, ...]


class PlanLock(Protocol):
    """The lock on the plans of one computer, from opening the program to closing it."""

    def state(self) -> LockState:
        """How it is now. Quick: no key is reckoned, and nothing heavy is loaded."""

    def suggested_passphrase(self) -> str:
        """Four words of our own list, other ones each time."""

    def require_passphrase(self, passphrase: str) -> None:
        """`Refused` for a passphrase that is too short to be one."""

    def make_keyholder(self, name: str, passphrase: str) -> ShownCode:
        """Make a keyholder, who has unlocked by it; the recovery code. It takes about a second: not for a thread that
        answers keys.

        `Refused` without a name, for a name that another keyholder has, for a passphrase that is too short, and where
        nobody unlocked though there is a keyholder: another window made one just now;
        `StoreDamaged` when there are plans of before that cannot be read.
        """

    def unlock(self, holder: str, passphrase: str) -> None:
        """Give the passphrase of a keyholder, by id. It takes up to a second: not for a thread that answers keys.

        `WrongPassphrase` when it is wrong or too soon, `NoKey` and `KeysDamaged` as the keyholder's file is.
        """

    def recover(self, holder: str, code: str) -> None:
        """The same by the recovery code. `Refused` when there is a mistake in it, else as `unlock`."""

    def change_passphrase(self, passphrase: str) -> None:
        """Give whoever unlocked another passphrase. `Refused` when it is too short. No plan is touched."""

    def new_code(self) -> ShownCode:
        """A recovery code that opens nothing until it is used."""
        ...

    def use_code(self, code: ShownCode) -> None:
        """Make it the one of whoever unlocked; the one of before opens nothing any more. It takes about a second."""

    def write_code_page(self, folder: Path, lines: Iterable[str]) -> Path:
        """Write a page with a recovery code into a folder, for its owner alone; its path.

        `Refused` for a folder that is not there, or in which the plans are; `StoreFull` where it cannot be written.
        """
        ...

    def public_key(self) -> PublicKey:
        """That of whoever unlocked."""
        ...

    @property
    def has_plans_to_move(self) -> bool:
        """Whether plans stand in the one file of before, which must be moved before the front door is opened."""

    def move(self, progress: MoveProgress) -> tuple[str, ...]:
        """Move these plans, each into a locked file of its own, for whoever unlocked; their ids. Not for a thread that
        answers keys. What was stopped goes on the next time.

        `StoreBusy` when another window has them open; `StoreDamaged` when they cannot be read or did not come over.
        """

    def unlocked_copies(self) -> tuple[Path, ...]:
        """The files of before the move, which are not locked and stay until the user says that all is right."""

    def remove_unlocked_copies(self) -> tuple[Path, ...]:
        """Remove them; what went."""

    def lock(self) -> None:
        """Let go of the keys. Plans that are open must be closed first."""
