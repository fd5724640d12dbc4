"""`HomeLock`: how the plans of one `ZLP_HOME` are kept, and who unlocks them. The only place that decides it.

With a keyholder each plan has a locked file of its own; without one all plans stand in one file. Implements `PlanLock`.
What opens locks is imported where it is used: it is not for the first picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zlp_tui import places
from zlp_tui.access_point import AccessPoint, AccessSource
from zlp_tui.conversation.ports.keyholding import (
    KeyholderName,
    Locked,
    LockState,
    MoveProgress,
    NoKeyholder,
    PublicKey,
    ShownCode,
    Unlocked,
)
from zlp_tui.errors import Refused, StoreBusy, StoreError
from zlp_tui.keys.holder_names import holder_names, keyholders

if TYPE_CHECKING:
    from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies
    from zlp_tui.keys.derivation import Cost
    from zlp_tui.keys.keyholder import UnlockedKeyholder
    from zlp_tui.keys.recovery_code import RecoveryCode
    from zlp_tui.store.plan_stores import PlanStores
    from zlp_tui.store.plans_to_read import PlansToRead

_WHILE_ANOTHER_RECKONS: Final = 15.0
"""Seconds to wait for another window that makes a keyholder, which derives two keys."""


class HomeLock:
    """The lock of one home. `cost` is what a new passphrase is made to cost; None for as much as it should. `source` is
    the face by which it is used, for the logs of plans."""

    def __init__(
        self, home: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str], cost: Cost | None = None,
        source: AccessSource | None = None,
    ) -> None:
        self._home = home
        self._clock = clock
        self._new_id = new_id
        self._cost = cost
        self._source = source
        self._who: UnlockedKeyholder | None = None

    def state(self) -> LockState:
        """How it is now."""
        if self._who is not None:
            return Unlocked(KeyholderName(self._who.id, self._who.name))
        if not has_keyholders(self._home):
            return NoKeyholder(places.store_file(self._home).exists())
        return Locked(tuple(KeyholderName(*known) for known in holder_names(self._folder)))

    @property
    def who(self) -> UnlockedKeyholder:
        """Who unlocked. `StoreError` while nobody did."""
        if self._who is None:
            raise StoreError("The plans are closed. Please open them again.")
        return self._who

    def suggested_passphrase(self) -> str:
        """Four words of our own list, other ones each time."""
        from zlp_tui.keys.word_list import suggested_passphrase, word_list

        return suggested_passphrase(word_list(places.data()))

    def require_passphrase(self, passphrase: str) -> None:
        """`Refused` for a passphrase that is too short to be one."""
        from zlp_tui.keys.keyholder import require_passphrase

        require_passphrase(passphrase)

    def make_keyholder(self, name: str, passphrase: str) -> RecoveryCode:
        """Make a keyholder, who has unlocked by it; the recovery code. Errors as of `PlanLock`."""
        from zlp_tui.store.files.file_header import holds_plans

        holds_plans(places.store_file(self._home))  # what cannot be moved is told before
        made, code = self._make(name, passphrase, first=self._who is None)
        self._who = self._here(made)
        return code

    def new_keyholder(self, name: str, passphrase: str) -> tuple[UnlockedKeyholder, RecoveryCode]:
        """Make a keyholder beside whoever unlocked; the recovery code too."""
        return self._make(name, passphrase, first=False)

    def _make(self, name: str, passphrase: str, *, first: bool) -> tuple[UnlockedKeyholder, RecoveryCode]:
        from zlp_tui.keys.atomic_file import make_private_folder, remove_leftovers
        from zlp_tui.keys.derivation import USUAL
        from zlp_tui.keys.keyholder import make_keyholder
        from zlp_tui.store.files.driver_transaction import translating
        from zlp_tui.store.files.lock import store_lock

        self.require_passphrase(passphrase)
        with translating():
            make_private_folder(self._home)
            lock = store_lock(self._folder)
            if not lock.take(_WHILE_ANOTHER_RECKONS):
                raise StoreBusy("Another window is writing just now. Please try again.")
            try:
                if first and has_keyholders(self._home):
                    raise Refused("Another window chose a passphrase here just now. Start zlp again.")
                remove_leftovers(self._folder)
                return make_keyholder(self._folder, name, passphrase, self._new_id(), cost=self._cost or USUAL)
            finally:
                lock.release()

    def unlock(self, holder: str, passphrase: str) -> None:
        """Give the passphrase of a keyholder. Errors as of `PlanLock`."""
        from zlp_tui.keys.keyholder import unlock

        self._who = self._here(unlock(self._folder, holder, passphrase, self._clock()))

    def require_words_of(self, holder: str, passphrase: str) -> None:
        """`unlock`, but whoever unlocked stays so: somebody else only shows that they know their words."""
        from zlp_tui.keys.keyholder import unlock

        unlock(self._folder, holder, passphrase, self._clock())

    def recover(self, holder: str, code: str) -> None:
        """The same by the recovery code."""
        from zlp_tui.keys.keyholder import recover
        from zlp_tui.keys.recovery_code import RecoveryCode

        self._who = self._here(recover(self._folder, holder, RecoveryCode.typed(code)))

    def _here(self, who: UnlockedKeyholder) -> UnlockedKeyholder:
        """Whoever unlocked, with keys that are used from here."""
        from dataclasses import replace  # a list of plans without a lock needs it for nothing

        return replace(who, keys=who.keys.used_at(self.access_point()))

    def access_point(self) -> AccessPoint:
        """This computer and the face, for the logs of plans. It is made where there is none yet."""
        from zlp_tui.store.files.access_point_file import computer_id

        return AccessPoint(computer_id(places.access_point_file(self._home), self._new_id), self._source)

    def change_passphrase(self, passphrase: str) -> None:
        """Give whoever unlocked another passphrase."""
        from zlp_tui.keys.derivation import USUAL
        from zlp_tui.keys.keyholder import change_passphrase

        change_passphrase(self._folder, self.who, passphrase, cost=self._cost or USUAL)

    def new_code(self) -> RecoveryCode:
        """A recovery code that opens nothing yet."""
        from zlp_tui.keys.recovery_code import RecoveryCode

        return RecoveryCode.random()

    def use_code(self, code: ShownCode) -> None:
        """Make it the one of whoever unlocked."""
        from zlp_tui.keys.derivation import USUAL
        from zlp_tui.keys.keyholder import renew_recovery
        from zlp_tui.keys.recovery_code import RecoveryCode

        typed = RecoveryCode.typed(" ".join(code.groups))
        renew_recovery(self._folder, self.who, typed, cost=self._cost or USUAL)

    def write_code_page(self, folder: Path, lines: Iterable[str]) -> Path:
        """Write a page with a recovery code for its owner alone; its path."""
        from zlp_tui.keys.code_file import write_code_page

        return write_code_page(folder, lines, self._home)

    def public_key(self) -> PublicKey:
        """The public key of whoever unlocked."""
        from zlp_tui.keys.public_key import public_line, spoken
        from zlp_tui.keys.word_list import word_list

        public = self.who.keys.public
        return PublicKey(public_line(public), spoken(public, word_list(places.data())))

    @property
    def has_plans_to_move(self) -> bool:
        """Whether plans stand in the one file of before, or what is left of it."""
        file = places.store_file(self._home)
        return file.exists() or file.is_symlink() or file.with_name(f"{file.name}-wal").exists()

    def move(self, progress: MoveProgress) -> tuple[str, ...]:
        """Move these plans for whoever unlocked; their ids. Errors as of `PlanLock`."""
        from zlp_tui.store.own_files.move_plans import move_plans

        return move_plans(
            places.store_file(self._home), places.plans_folder(self._home), self.who.keys, clock=self._clock,
            new_id=self._new_id, progress=progress,
        ).plans

    def unlocked_copies(self) -> tuple[Path, ...]:
        """The files of before the move, which are not locked."""
        from zlp_tui.store.own_files.move_plans import moved_files

        return moved_files(places.store_file(self._home))

    def remove_unlocked_copies(self) -> tuple[Path, ...]:
        """Remove them; what went."""
        from zlp_tui.store.own_files.move_plans import remove_moved

        return remove_moved(places.store_file(self._home))

    def copies(self) -> PlanCopies:
        """The copies of the plans. `StoreError` while these are locked."""
        from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies

        return PlanCopies(self._home, self.who.keys, clock=self._clock, new_id=self._new_id)

    def names_of_keys(self) -> Mapping[str, str]:
        """What the owners of public keys, in hexadecimal digits, are called by whoever unlocked; none while nobody
        did."""
        if self._who is None:
            return {}
        from zlp_tui.conversation.session.locked_plans.plan_keys import owners_known

        return {owner.public.hex(): owner.name for owner in owners_known(self._folder, self._who)}

    def lock(self) -> None:
        """Let go of the keys."""
        self._who = None

    def stores(self, *, durable: bool = True, patience: float | None = None) -> PlanStores:
        """The plans, to read and write. `StoreError` while they are locked; else as of `open_store`.

        `patience`: how many seconds a write waits for another window; None for as long as a key may go unanswered.
        """
        from zlp_tui.store.plan_stores import OneFile, OwnFiles
        from zlp_tui.store.store import A_MOMENT, open_store

        wait = A_MOMENT if patience is None else patience
        if not has_keyholders(self._home):
            file = places.store_file(self._home)
            return OneFile(open_store(
                file, clock=self._clock, durable=durable, patience=wait, at=self.access_point()
            ))
        self._remove_leftovers()
        return OwnFiles(
            places.plans_folder(self._home), self._folder / self.who.id, self.who.keys, clock=self._clock,
            durable=durable, patience=wait,
        )

    def _remove_leftovers(self) -> None:
        """Throw away what was being made here when its maker was stopped; in a plan's own folder when it is opened."""
        from zlp_tui.keys.atomic_file import remove_leftovers

        for folder in (places.plans_folder(self._home), places.taken_in_folder(self._home), self._folder):
            remove_leftovers(folder)
        remove_leftovers(self._folder / self.who.id)

    def to_read(self) -> PlansToRead:
        """The plans, to read only; no file is made. Errors as of `stores`."""
        if not has_keyholders(self._home):
            from zlp_tui.store.plans_to_read import OneFileToRead

            return OneFileToRead(places.store_file(self._home), clock=self._clock, at=self.access_point)
        from zlp_tui.store.plan_stores import OwnFiles

        return OwnFiles(
            places.plans_folder(self._home), self._folder / self.who.id, self.who.keys, clock=self._clock,
            read_only=True,
        )

    @property
    def _folder(self) -> Path:
        return places.keyholders_folder(self._home)


def has_keyholders(home: Path) -> bool:
    """Whether plans of this home are locked, each in a file of its own."""
    return bool(keyholders(places.keyholders_folder(home)))
