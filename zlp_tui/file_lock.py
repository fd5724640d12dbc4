"""A lock between processes, held by the operating system on a small file of its own.

It lets go of it when a process ends, however it ends. So a lock never outlives its owner; the process id and the
machine's name in the file only tell who holds it.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.02


class FileLock:
    """A lock on a file of its own. `take` and `release` may be called any number of times."""

    def __init__(self, path: Path, *, keeps_file: bool = True) -> None:
        self._path = path
        self._keeps_file = keeps_file
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this process holds it."""
        return self._handle is not None

    def take(self, patience: float = 0.0) -> bool:
        """Take the lock, waiting at most `patience` seconds; False when another process keeps it. OSError as usual."""
        until = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Let go of it."""
        if self._handle is not None:
            if not self._keeps_file:
                _remove(self._path)  # before anybody else can have it: `_is_at` tells them that it is gone
            _unlock(self._handle)
            os.close(self._handle)
            self._handle = None

    def _try(self) -> bool:
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if not _lock(handle):
            os.close(handle)
            return False
        if not _is_at(self._path, handle):
            os.close(handle)
            return self._try()
        self._handle = handle
        import socket  # whoever only reads takes no lock

        with suppress(OSError):  # a full disk: the lock holds all the same
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()} {socket.gethostname()}\n".encode())
        return True


def _is_at(path: Path, handle: int) -> bool:
    """Whether an open file still has its name: who held the lock before may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    """Remove the file of a lock; Windows does not while it is open, and then it stays."""
    with suppress(OSError):
        path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        """Lock the first byte: `locking` begins where the file is read and written next."""
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        """Unlock it before the file is closed: after that Windows takes its time."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
