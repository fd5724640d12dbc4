"""Small files that hold keys: written whole or not at all, for their owner alone.

A file is written beside its place, flushed, read back, and only then renamed. So whoever is stopped anywhere, by a full
disk, a crash or the power, leaves the file as it was or as it was to be. What is left beside it is thrown away by
`remove_leftovers`.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from zlp_tui.errors import KeysDamaged, StoreError, StoreFull

BEGUN: Final = ".new-"
"""How the name begins of what is being made beside its place."""

_LIMIT: Final = 1 << 20
"""Bytes: more than any file of keys has."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place, in the stead of one that is there. `StoreFull` when it did not come to the disk as it
    was meant; OSError as usual. The file that was there then still is."""
    made = path.with_name(f"{BEGUN}{path.name}-{secrets.token_hex(4)}")
    handle = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if made.read_bytes() != content:
            raise StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")
        made.replace(path)
    except BaseException:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder with all that `fill` puts into it, or none at all. FileExistsError when it is there already."""
    make_private_folder(folder.parent)
    made = folder.with_name(f"{BEGUN}{folder.name}")
    if made.exists():
        shutil.rmtree(made)
    if folder.exists():
        raise FileExistsError(folder)
    made.mkdir(mode=0o700)
    try:
        fill(made)
        sync_folder(made)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone, unless it is there."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


def remove_leftovers(folder: Path) -> None:
    """Throw away what was being made in a folder when its maker was stopped. Only for who may make something there."""
    if not folder.is_dir():
        return
    for left in [entry for entry in folder.iterdir() if entry.name.startswith(BEGUN)]:
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def read_bounded(path: Path) -> bytes | None:
    """What is in a small file; None when there is none. `KeysDamaged` for one that is empty, too large or no file."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise damaged(path.name)
        with path.open("rb") as file:
            content = file.read(_LIMIT + 1)
    except FileNotFoundError:
        return None
    except PermissionError as closed:
        raise StoreError(
            "zlp may not look in this folder: {folder}. Ask who looks after it.", folder=path.parent
        ) from closed
    if not content or len(content) > _LIMIT:
        raise damaged(path.name)
    return content


def damaged(name: str) -> KeysDamaged:
    """The error for a file of keys that cannot be used."""
    return KeysDamaged("The file {file} is damaged, or no file of keys. Please go back to a copy.", file=name)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system can (Windows cannot, and need not)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
