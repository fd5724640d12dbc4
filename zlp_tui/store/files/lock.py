"""Locks between windows: of a plan, by the one that writes it, and of the whole store, by whoever makes its file."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import quote

from zlp_tui.file_lock import FileLock

_LONGEST: Final = 100
"""Characters of a plan's id in the name of a file; ours have 36."""


def store_lock(store_file: Path) -> FileLock:
    """The lock of a whole store, while its file is made or replaced."""
    return FileLock(store_file.with_name(f"{store_file.name}.lock"))


def plan_lock(store_file: Path, plan_id: str) -> FileLock:
    """The lock of one plan, while a window may write it. Its file is gone when nobody has the plan open."""
    plan = quote(plan_id, safe="", errors="replace")[:_LONGEST]  # a file from elsewhere may have any id
    return FileLock(store_file.with_name(f"{store_file.name}.{plan}.lock"), keeps_file=False)
