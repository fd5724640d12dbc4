"""Small files that hold keys: written whole or not at all, for their owner alone.

A file is written beside its place, flushed, read back, and only then renamed. So whoever is stopped anywhere, by a full
disk, a crash or the power, leaves the file as it was or as it was to be. What is being made has a lock of its maker;
what has none any more was left by one who was stopped, and is thrown away by `remove_leftovers` (decision 0057).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from zlp_tui.errors import KeysDamaged, StoreBusy, StoreError, StoreFull
from zlp_tui.file_lock import FileLock
from zlp_tui.private_file import new_private_file

BEGUN: Final = ".new-"
"""How the name begins of what is being made beside its place."""

_LOCK: Final = ".lock"
_BESIDE: Final = re.compile(r"(?:-wal|-shm|-journal)$")
"""How the names end of what SQLite makes beside a file."""
_PATIENCE: Final = 1.0
"""Seconds to wait for another window that makes the same."""
_LIMIT: Final = 1 << 20
"""Bytes: more than any file of keys has."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place, in the stead of one that is there. `StoreFull` when it did not come to the disk as it
    was meant; OSError as usual. The file that was there then still is."""
    made = path.with_name(f"{BEGUN}{path.name}-{os.urandom(4).hex()}")
    with being_made(made):
        write_new(made, content)
        made.replace(path)
    sync_folder(path.parent)


def write_new(made: Path, content: bytes) -> None:
    """Write a file that is not there yet, for its owner alone, and read it back. `StoreFull` when it did not come to
    the disk as it was meant."""
    handle = new_private_file(made)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if made.read_bytes() != content:
        raise StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")


def make_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder with all that `fill` puts into it, or none at all. FileExistsError when it is there already,
    `StoreBusy` while another window makes the same."""
    make_private_folder(folder.parent)
    made = folder.with_name(f"{BEGUN}{folder.name}")
    with being_made(made):
        if folder.exists():
            raise FileExistsError(folder)
        made.mkdir(mode=0o700)
        fill(made)
        sync_folder(made)
        made.rename(folder)
    sync_folder(folder.parent)


@contextmanager
def being_changed(path: Path) -> Iterator[None]:
    """Nobody else who says so changes a file meanwhile: for what is written from what stands there. `StoreBusy` while
    another window does."""
    lock = FileLock(path.with_name(f"{path.name}{_LOCK}"))
    if not lock.take(_PATIENCE):
        raise _busy()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def being_made(made: Path) -> Iterator[None]:
    """Nobody throws a file or folder away meanwhile that is being made under this name; what was left under it before
    is gone, and so is what is left of it at the end. `StoreBusy` while another window makes the same."""
    lock = _lock_of(made)
    if not lock.take(_PATIENCE):
        raise _busy()
    try:
        throw_away(made)
        yield
    finally:
        with suppress(OSError):
            throw_away(made)
        lock.release()


def _busy() -> StoreBusy:
    return StoreBusy("Another window is writing just now. Please try again.")


def _lock_of(made: Path) -> FileLock:
    """The lock of whoever makes this, or something beside it."""
    return FileLock(made.with_name(f"{_BESIDE.sub('', made.name)}{_LOCK}"), keeps_file=False)


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone, unless it is there."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


def remove_leftovers(folder: Path, named: re.Pattern[str] | None = None) -> None:
    """Throw away what was being made in a folder when its maker was stopped; not what another window is making just
    now. With `named` only what has such a name. What cannot be removed stays."""
    for name in _begun_in(folder):
        if named is not None and not named.fullmatch(name):
            continue
        made = folder / name.removesuffix(_LOCK)
        with suppress(OSError):
            lock = _lock_of(made)
            if lock.take():
                try:
                    throw_away(made)
                finally:
                    lock.release()


def _begun_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.name.startswith(BEGUN)]
    except OSError:
        return []


def throw_away(made: Path) -> None:
    """A file with what stands beside it, or a folder. Keys in it are written over first: what a disk keeps of a file
    that is removed is not up to us."""
    if made.is_dir() and not made.is_symlink():
        for slots in made.rglob("slots.json*"):
            if slots.is_file() and not slots.is_symlink():
                _write_over(slots)
        import shutil  # with all that compresses, which whoever reads needs not

        shutil.rmtree(made)
        return
    for ending in ("", "-wal", "-shm", "-journal"):
        made.with_name(f"{made.name}{ending}").unlink(missing_ok=True)


def _write_over(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
        opened.flush()
        os.fsync(opened.fileno())


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
