"""Erasing a plan for good: its keys are written over first, then its file goes, and its copies. That it was there, when
it went and why stays, without a word of it.

The plan's folder is renamed before anything of it is touched, so it is there whole or not at all; what was stopped
halfway is gone on with (`finish_erasing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from zlp_tui.errors import StoreBusy, StoreError
from zlp_tui.keys.atomic_file import BEGUN, being_made, make_private_folder, sync_folder, throw_away
from zlp_tui.keys.checked_json import read_checked, write_checked
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.files.lock import plan_lock, store_lock
from zlp_tui.store.own_files.plan_folder import FILE
from zlp_tui.store.store import PATIENCE

ErasedBecause = Literal["asked", "no-term"]
"""Why a plan might be erased: its client asked for it, or no law wants it to be kept any longer."""

_FORM: Final = "zlp-erased"


def erase_plan(folders: Iterable[Path], erased: Path, plan: str, *, at: datetime, because: ErasedBecause) -> None:
    """Erase a plan: what stands under its id in these folders. `StoreBusy` while another window has it open."""
    where = tuple(folders)
    locks = [lock for folder in where[:1] if (folder / plan).is_dir()
             for lock in (plan_lock(folder / plan / FILE, plan), store_lock(folder / plan / FILE))]
    with translating():
        try:
            if not all(lock.take(PATIENCE) for lock in locks):
                raise StoreBusy("Another window has these plans open. Close it first, then try again.")
            make_private_folder(erased)
            _write(erased, plan, at, because, gone=0)
        finally:
            for lock in locks:
                lock.release()
        _erase(where, plan)
        _write(erased, plan, at, because, gone=1)


def finish_erasing(folders: Iterable[Path], erased: Path) -> None:
    """Go on with what was stopped halfway."""
    where = tuple(folders)
    for record in sorted(erased.glob("*.json")) if erased.is_dir() else ():
        try:
            fields = read_checked(record, _FORM)
            unfinished = fields is not None and not fields.number("gone", 0, 1)
        except StoreError:
            continue
        if fields is not None and unfinished:
            _erase(where, record.stem)
            with translating():
                write_checked(record, _FORM, {
                    "plan": record.stem, "erased_at": fields.text("erased_at"), "because": fields.text("because"),
                    "gone": 1,
                })


def _write(erased: Path, plan: str, at: datetime, because: ErasedBecause, *, gone: int) -> None:
    said = {"plan": plan, "erased_at": at.isoformat(timespec="seconds"), "because": because, "gone": gone}
    write_checked(erased / f"{plan}.json", _FORM, said)


def _erase(folders: Iterable[Path], plan: str) -> None:
    """Rename what stands under its id, and throw that away, its keys first (`being_made`)."""
    with translating():
        for folder in folders:
            gone = folder / f"{BEGUN}{plan}"
            if not (folder / plan).is_dir() and not gone.is_dir():
                continue
            with being_made(gone):
                if (folder / plan).is_dir():
                    (folder / plan).rename(gone)
                    sync_folder(folder)
                throw_away(gone)
            sync_folder(folder)
