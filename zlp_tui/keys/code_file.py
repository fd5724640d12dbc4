"""A page with a recovery code, for who wants to print it: a file for its owner alone, in a folder that they name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Final

from zlp_tui.errors import Refused, StoreFull
from zlp_tui.private_file import new_private_file

_NAME: Final = "zlp-code"


def write_code_page(folder: Path, lines: Iterable[str], home: Path) -> Path:
    """Write the page under a name that is free; its path. `Refused` for a folder that is not there, or that is the one
    of the plans: who steals these has the code too then. `StoreFull` where it cannot be written whole."""
    named = folder.expanduser().absolute()
    if not named.is_dir():
        raise Refused("This folder is not there: {folder}", folder=folder)
    if home.resolve() in (named.resolve(), *named.resolve().parents):
        raise Refused("This is the folder of the plans itself. Choose another one, such as a stick.")
    file = next(file for number in count(1) if not os.path.lexists(file := named / _called(number)))
    content = "\n".join((*lines, "")).encode()
    try:
        with os.fdopen(new_private_file(file), "wb") as page:
            page.write(content)
            page.flush()
            os.fsync(page.fileno())
    except OSError as trouble:
        file.unlink(missing_ok=True)
        raise StoreFull("The code could not be written in this folder. Choose another one.") from trouble
    return file


def _called(number: int) -> str:
    return f"{_NAME}.txt" if number == 1 else f"{_NAME}-{number}.txt"
