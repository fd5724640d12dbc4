"""A file that was not there before, for its owner alone: made in one step, whatever the umask, and through no link."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_ANEW: Final = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


def new_private_file(path: Path) -> int:
    """Make such a file, and give its handle. FileExistsError where something has this name, also a link to nothing."""
    return os.open(path, _ANEW, 0o600)


def lay_private_file(path: Path) -> None:
    """Make such a file, with nothing in it. Errors as of `new_private_file`."""
    os.close(new_private_file(path))
