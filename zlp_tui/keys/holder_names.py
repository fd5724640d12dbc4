"""Who holds a key on this computer, read without loading what opens locks: for the first picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from zlp_tui.errors import StoreError
from zlp_tui.keys.checked_json import read_checked
from zlp_tui.text import NAME_LIMIT

FILE: Final = "keyholder.json"
FORM: Final = "zlp-keyholder"


class HolderName(NamedTuple):
    """A keyholder by id, and what they are called; empty where their file cannot be read."""

    id: str
    name: str


def keyholders(folder: Path) -> tuple[str, ...]:
    """The ids of all keyholders, in order; also of one whose file is damaged."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith(".") and entry.is_dir()))


def holder_names(folder: Path) -> tuple[HolderName, ...]:
    """All keyholders, in the order of their ids."""
    return tuple(HolderName(holder, _name(folder / holder / FILE)) for holder in keyholders(folder))


def _name(file: Path) -> str:
    try:
        fields = read_checked(file, FORM)
        return fields.text("name", NAME_LIMIT) if fields is not None else ""
    except StoreError:
        return ""
