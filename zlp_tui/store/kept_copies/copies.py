"""Copies of one plan, each in a folder of its own: the file of that moment, and beside it its key, as it was sealed.

    copies/<plan>/20261128-153012/plan.db      all of the plan, with the key that it had
                                  slots.json   that key, sealed to everybody who could open the plan then
                                  copy.json    why it was made, and what tells whether the plan changed since
    copies/<plan>/stays                        nothing is removed here until somebody says that all is right

A folder is made beside its place and renamed whole, so half a copy is never listed (decision 0053).
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from zlp_tui.errors import StoreBusy, StoreDamaged, StoreError
from zlp_tui.file_lock import FileLock
from zlp_tui.keys.atomic_file import BEGUN, make_folder, make_private_folder, remove_leftovers, sync_folder, write_whole
from zlp_tui.keys.checked_json import read_checked, write_checked
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import FILE as SLOTS
from zlp_tui.keys.slots import PlanSlots, file_key, read_slots, write_slots
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.timestamps import instant
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.open_file import OpenedFile
from zlp_tui.store.kept_copies.copy_retention import copies_to_remove
from zlp_tui.store.own_files.file_copy import is_whole_copy, log_head, state_of, write_copy
from zlp_tui.store.own_files.plan_folder import FILE, LockedFile, require_plan, salt_of
from zlp_tui.store.own_files.plan_log import tell
from zlp_tui.store.store import PATIENCE

CopyReason = Literal["asked", "closed", "while-open", "key", "take-in", "restore"]
"""Why a copy was made: somebody asked for it, the plan was closed, it was open for long; or before its key, a plan that
was taken in or an older copy took the place of what was there."""

_REASONS: Final[tuple[CopyReason, ...]] = get_args(CopyReason)
_FORM: Final = "zlp-copy"
_NOTE: Final = "copy.json"
_STAYS: Final = "stays"
_LOCK: Final = "copies.lock"
_NAME: Final = re.compile(r"(\d{8}-\d{6})(?:-[2-9])?")
_MOMENT: Final = "%Y%m%d-%H%M%S"


class PlanCopy(NamedTuple):
    """A copy. `name` is its moment in universal time, and what it is asked for by; `size` is in bytes. `log` is the
    head of the log in it. `why`, `state` and `log` are empty where that is not known any more."""

    name: str
    made_at: datetime
    folder: Path
    size: int
    why: CopyReason | Literal[""]
    state: str
    log: str


def copies_of(folder: Path, plan: str) -> tuple[PlanCopy, ...]:
    """The copies of a plan, the newest first; whether one can be opened is seen when it is."""
    place = folder / plan
    if not place.is_dir():
        return ()
    found = [_copy(Path(entry.path), named[1]) for entry in os.scandir(place)
             if (named := _NAME.fullmatch(entry.name)) and entry.is_dir(follow_symlinks=False)]
    return tuple(sorted((copy for copy in found if copy is not None), key=lambda copy: copy.name, reverse=True))


def make_copy(
    file: OpenedFile, plan: str, slots: PlanSlots, folder: Path, *, at: datetime, why: CopyReason,
    new_id: Callable[[], str],
) -> PlanCopy:
    """Copy a plan that is open into `folder`, for everybody who has a slot now. Its log tells of it first, where it can
    be written. Errors as of `Store.reading`; `StoreFull` when it came out otherwise: then there is no copy. `StoreBusy`
    while another window makes one, or writes the plan."""
    place = folder / plan
    with _alone(place):
        if file.seal is not None:
            tell(file.connection, file.seal, AuditEntry(plan, instant(at), "backup"))
        file.connection.execute("BEGIN")
        name = next(name for name in _names(at) if not (place / name).exists())

        def fill(made: Path) -> None:
            write_copy(file, made / FILE)
            sealed = file_key(plan, salt_of(made / FILE), file.key, slots.may_open(), new_id)
            write_slots(made, PlanSlots(plan, (sealed,)))
            write_checked(made / _NOTE, _FORM, {
                "plan": plan, "why": why, "state": state_of(file), "log": log_head(file.connection),
            })

        make_folder(place / name, fill)
    made = _copy(place / name, name[:15])
    if made is None:
        raise StoreDamaged("This copy is damaged. Choose another one.")
    return made


def copy_again(copy: PlanCopy, plan: str, folder: Path) -> None:
    """Put a copy into a second folder too, byte for byte: nobody writes it any more. Nothing where it is there."""
    place = folder / plan
    with _alone(place):
        if (place / copy.name).exists():
            return

        def fill(made: Path) -> None:
            for name in (FILE, SLOTS, _NOTE):
                write_whole(made / name, (copy.folder / name).read_bytes())

        make_folder(place / copy.name, fill)


def remove_surplus(folder: Path, plan: str, now: datetime, spared: str = "") -> tuple[str, ...]:
    """Remove the copies that need not stay, but for one that was just made; the names of those that went. None while
    somebody has yet to say that what was restored is right."""
    with _alone(folder / plan):
        if stays(folder, plan):
            return ()
        found = copies_of(folder, plan)
        local = {copy.name: copy.made_at.astimezone(now.tzinfo) for copy in found}
        surplus = copies_to_remove(local.values(), now)
        gone = tuple(name for name, moment in local.items() if moment in surplus and name != spared)
        for name in gone:
            _remove(folder / plan / name)
        return gone


def stays(folder: Path, plan: str) -> bool:
    """Whether no copy of the plan is removed for now."""
    return (folder / plan / _STAYS).exists()


def keep_all(folder: Path, plan: str) -> None:
    """Remove no copy of the plan until `keep_no_longer_all`."""
    with translating():
        make_private_folder(folder / plan)
        if not stays(folder, plan):
            write_whole(folder / plan / _STAYS, b"until somebody says that all is right\n")


def keep_no_longer_all(folder: Path, plan: str) -> bool:
    """What was restored is right; whether that was still to be said."""
    with translating():
        waited = stays(folder, plan)
        (folder / plan / _STAYS).unlink(missing_ok=True)
        return waited


def opened_copy(copy: PlanCopy, plan: str, keys: KeyPair) -> LockedFile:
    """The file of a copy with its key, looked over. `NoKey` when this keyholder could not open the plan then,
    `StoreDamaged` or `KeysDamaged` for one that is not as it was made."""
    with translating():
        path = copy.folder / FILE
        file = LockedFile(path, read_slots(copy.folder, plan).key_of(salt_of(path), keys))
        with closing(connect(path, file.key, mode="frozen")) as connection:
            require_plan(connection, plan, path.name)
            if not is_whole_copy(connection, path.name) or copy.log not in ("", log_head(connection)):
                raise StoreDamaged("This copy is damaged. Choose another one.")
        return file


def _copy(folder: Path, moment: str) -> PlanCopy | None:
    try:
        size = (folder / FILE).stat().st_size
        made_at = _moment(moment)
    except (OSError, ValueError):
        return None
    try:
        note = read_checked(folder / _NOTE, _FORM)
        told, state, log = (note.text("why"), note.text("state"), note.text("log")) if note else ("", "", "")
    except StoreError:
        told, state, log = "", "", ""
    why: CopyReason | Literal[""] = next((reason for reason in _REASONS if reason == told), "")
    return PlanCopy(folder.name, made_at, folder, size, why, state, log)


def _moment(name: str) -> datetime:
    return datetime.strptime(name[:15], _MOMENT).replace(tzinfo=UTC)


def _names(at: datetime) -> Iterator[str]:
    """What a copy of this moment may be called; after so many of one second the folder is full of them."""
    name = at.astimezone(UTC).strftime(_MOMENT)
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10))
    raise StoreBusy("Another window is writing just now. Please try again.")


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Nobody else makes or removes a copy of this plan here; what was begun and not finished is thrown away."""
    with translating():
        make_private_folder(place)
        lock = FileLock(place / _LOCK)
        if not lock.take(PATIENCE):
            raise StoreBusy("Another window is writing just now. Please try again.")
        try:
            remove_leftovers(place)
            yield
        finally:
            lock.release()


def _remove(folder: Path) -> None:
    """Throw a copy away, whole: it is no longer listed before anything of it is gone."""
    gone = folder.with_name(f"{BEGUN}{folder.name}")
    folder.rename(gone)
    sync_folder(folder.parent)
    shutil.rmtree(gone, ignore_errors=True)
