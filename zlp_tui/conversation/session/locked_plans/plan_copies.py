"""`PlanCopies`: copies of plans with a lock, made and gone back to by whoever unlocked (decision 0053)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from zlp_tui import places
from zlp_tui.errors import NoKey, NotFound, StoreBusy, StoreDamaged, StoreError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import read_slots
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import DriverConnection, translating
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.kept_copies.copies import (
    CopyReason,
    PlanCopy,
    copies_of,
    copy_again,
    keep_all,
    keep_no_longer_all,
    make_copy,
    opened_copy,
    remove_surplus,
    stays,
)
from zlp_tui.store.kept_copies.plan_differences import PlanDifferences, plan_differences
from zlp_tui.store.kept_copies.restore_copy import Restored, is_damaged, restore_copy
from zlp_tui.store.kept_copies.second_folder import OURS, forget_second_folder, name_second_folder, second_folder
from zlp_tui.store.own_files.erase_plan import ErasedBecause, erase_plan, finish_erasing
from zlp_tui.store.own_files.file_copy import state_of
from zlp_tui.store.own_files.plan_folder import LockedFile, open_plan, plans_in, unlocked
from zlp_tui.store.store import PATIENCE, Store

HALF_AN_HOUR = timedelta(minutes=30)
"""A plan that is open for longer than this since its last copy is copied, if it changed."""


_CLIENT: Final = "SELECT name FROM person WHERE kind = 'client'"


class MadeCopy(NamedTuple):
    """A copy that was made. `missed` is the second folder where that is not there, or nothing could be put into it."""

    copy: PlanCopy
    missed: Path | None


class ComparedCopy(NamedTuple):
    """The file of a copy, that of the plan, and how many changes differ; both None where the plan cannot be read."""

    there: LockedFile
    here: LockedFile | None
    differs: PlanDifferences | None


class PlanCopies:
    """The copies of the plans of one home, with the keys of whoever unlocked."""

    def __init__(
        self, home: Path, keys: KeyPair, *, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._plans = places.plans_folder(home)
        self._copies = places.copies_folder(home)
        self._beside = places.taken_in_folder(home)
        self._erased = places.erased_folder(home)
        self._keys = keys
        self._clock = clock
        self._new_id = new_id

    def copies(self, plan: str) -> tuple[PlanCopy, ...]:
        """All copies of a plan, the newest first; one that is in both folders once."""
        found = {copy.name: copy for folder in reversed(self._folders()) for copy in copies_of(folder, plan)}
        return tuple(found[name] for name in sorted(found, reverse=True))

    def plans(self) -> tuple[str, ...]:
        """The plans of which there are copies, by id; also one that is not here any more."""
        return tuple(sorted({plan for folder in self._folders() for plan in plans_in(folder)}))

    def copy(self, plan: str, why: CopyReason = "asked", store: Store | None = None) -> MadeCopy:
        """Copy a plan as it is now; `store` is the one that has it open, if any. `StoreDamaged` for a plan that cannot
        be read whole, else errors as of `open_plan` and `make_copy`."""
        made = self._copy(plan, why, store, only_changed=False)
        if made is None:
            raise StoreError("The plans could not be read or kept.")
        return made

    def copy_if_changed(self, plan: str, why: CopyReason, store: Store | None = None) -> MadeCopy | None:
        """The same, unless the newest copy has all of it."""
        return self._copy(plan, why, store, only_changed=True)

    def last_copy_at(self, plan: str) -> datetime | None:
        """When the newest copy was made."""
        return next((copy.made_at for copy in copies_of(self._copies, plan)), None)

    def _copy(self, plan: str, why: CopyReason, store: Store | None, *, only_changed: bool) -> MadeCopy | None:
        if store is None:
            with closing(open_plan(self._plans, plan, self._keys, clock=self._clock, read_only=True)) as opened:
                return self._copy(plan, why, opened, only_changed=only_changed)
        lock = store_lock(store.path)
        if not lock.take(PATIENCE):
            raise StoreBusy("Another window is writing just now. Please try again.")
        try:
            with store.apart() as file:
                newest = next(iter(copies_of(self._copies, plan)), None)
                if only_changed and newest is not None and newest.state == state_of(file):
                    return None
                slots = read_slots(self._plans / plan, plan)
                made = make_copy(
                    file, plan, slots, self._copies, at=self._clock(), why=why, new_id=self._new_id
                )
        finally:
            lock.release()
        return MadeCopy(made, self._after(plan, made))

    def _after(self, plan: str, made: PlanCopy) -> Path | None:
        """Put the copy into the second folder too, and remove what need not stay; that folder, where it is away."""
        now = self._clock().astimezone()
        remove_surplus(self._copies, plan, now, spared=made.name)
        second = second_folder(self._copies)
        if second is None:
            return None
        if not second.is_dir():
            return second
        try:
            copy_again(made, plan, second / OURS)
            remove_surplus(second / OURS, plan, now, spared=made.name)
        except StoreError:
            return second
        return None

    def named(self, plan: str, name: str) -> PlanCopy:
        """The copy of this name; `NotFound` for none."""
        found = next((copy for copy in self.copies(plan) if copy.name == name), None)
        if found is None:
            raise NotFound("There is no copy of this moment. Which ones there are says: {command}",
                           command="zlp copies PLAN")
        return found

    def newest_whole(self, plan: str) -> PlanCopy | None:
        """The newest copy that can be opened and is as it was made; None where there is none (battery B09)."""
        for copy in self.copies(plan):
            with suppress(StoreDamaged, NoKey):
                opened_copy(copy, plan, self._keys)
                return copy
        return None

    def name_of(self, plan: str) -> str:
        """Whose plan it is, as its newest whole copy says; empty where there is none, or one has no key to it."""
        copy = self.newest_whole(plan)
        if copy is None:
            return ""
        file = opened_copy(copy, plan, self._keys)
        with translating(), closing(connect(file.path, file.key, mode="frozen")) as connection:
            found = DriverConnection(connection).run(_CLIENT, (), of_many=True)
        return str(found[0][0]) if found else ""

    def compared(self, plan: str, copy: PlanCopy) -> ComparedCopy:
        """A copy beside the plan. Errors as of `opened_copy`."""
        there = opened_copy(copy, plan, self._keys)
        if is_damaged(self._plans, plan, self._keys):
            return ComparedCopy(there, None, None)
        here = unlocked(self._plans, plan, self._keys)
        return ComparedCopy(there, here, plan_differences(here, there))

    def restore(self, plan: str, copy: PlanCopy) -> Restored:
        """Put a copy in the place of the plan. What is there is copied first, and nothing is removed until `confirm`.
        `StoreBusy` while another window has the plan; errors as of `opened_copy` and `restore_copy`."""
        source = opened_copy(copy, plan, self._keys)
        keep_all(self._copies, plan)
        second = second_folder(self._copies)
        if second is not None and (second / OURS / plan).is_dir():
            with suppress(StoreError):
                keep_all(second / OURS, plan)
        if not is_damaged(self._plans, plan, self._keys):
            self.copy_if_changed(plan, "restore")
        return restore_copy(self._plans, plan, self._keys, source, clock=self._clock, new_id=self._new_id)

    def waits(self, plan: str) -> bool:
        """Whether somebody has yet to say that what was restored is right."""
        return any(stays(folder, plan) for folder in self._folders())

    def confirm(self, plan: str) -> bool:
        """What was restored is right: from now on copies are removed again; whether that was still to be said."""
        waited = [keep_no_longer_all(folder, plan) for folder in self._folders()]  # in each of them
        return any(waited)

    def erase(self, plan: str, because: ErasedBecause) -> Path | None:
        """Erase a plan for good, with its keys and copies; the second folder where that is away, and copies may be
        left. `StoreBusy` while another window has it."""
        second = self.second
        erase_plan(self._all_folders(), self._erased, plan, at=self._clock(), because=because)
        return second if second is not None and not second.is_dir() else None

    def finish_erasing(self) -> None:
        """Go on with a plan of which not all was erased yet."""
        finish_erasing(self._all_folders(), self._erased)

    def _all_folders(self) -> tuple[Path, ...]:
        return (self._plans, self._beside, *self._folders())

    def is_damaged(self, plan: str) -> bool:
        """Whether the plan cannot be read whole. Errors as of `store.restore_copy.is_damaged`."""
        return is_damaged(self._plans, plan, self._keys)

    @property
    def second(self) -> Path | None:
        """The second folder that was named; it may be away."""
        return second_folder(self._copies)

    def name_second(self, folder: Path | None) -> None:
        """Keep copies there too from now on; None for here only. `Refused` for a folder that is not there."""
        if folder is None:
            forget_second_folder(self._copies)
        else:
            name_second_folder(self._copies, folder)

    def _folders(self) -> tuple[Path, ...]:
        second = second_folder(self._copies)
        return (self._copies,) if second is None or not second.is_dir() else (self._copies, second / OURS)
