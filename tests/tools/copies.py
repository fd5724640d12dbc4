"""Files that many tests begin with, made once and copied: an empty store, a store with plans in it.

Where several processes test together, whichever needs them first makes them for all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from zlp_tui import places
from zlp_tui.store.store import open_store

SHARED = "ZLP_TESTS_SHARED"
"""The name in the environment of the folder that processes which test together share."""


def copy_of(make: Callable[[Path], None], home: Path) -> Path:
    """Lay in a folder what `make` lays in one: it does so once, and its files are copied. The folder."""
    lay(_files(make), home)
    return home


def lay(files: Mapping[Path, bytes], home: Path) -> None:
    """Lay these files in a folder."""
    for name, data in files.items():
        path = home / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)


def files_of(folder: Path) -> dict[Path, bytes]:
    """The files of a folder, by their place in it, to be laid elsewhere."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@cache
def _files(make: Callable[[Path], None]) -> dict[Path, bytes]:
    if SHARED not in os.environ:
        with TemporaryDirectory() as folder:
            return _made(make, Path(folder, "made"))
    made = Path(os.environ[SHARED], f"{make.__module__}.{make.__qualname__}")
    with _one_at_a_time(made.with_name(f"{made.name}.lock")):
        return files_of(made) if made.exists() else _made(make, made)


def _made(make: Callable[[Path], None], folder: Path) -> dict[Path, bytes]:
    """What is made, in this folder; when that failed it is not there."""
    with TemporaryDirectory(dir=folder.parent) as unfinished:
        home = Path(unfinished, "home")
        home.mkdir()
        make(home)
        home.rename(folder)
    return files_of(folder)


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """One process does this, and the others wait."""
    import fcntl  # Unix alone has it

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lay_empty_store(home: Path) -> None:
    """A store without plans, where there is none yet: copied, which is sooner done than making its tables."""
    if not places.store_file(home).exists():
        copy_of(_empty_store, home)


def _empty_store(home: Path) -> None:
    open_store(places.store_file(home), clock=lambda: datetime.now(UTC), durable=False).close()
