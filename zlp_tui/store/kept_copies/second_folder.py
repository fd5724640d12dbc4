"""A second folder for copies, which the user names: on a stick, or a share. It is theirs, and may be away."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zlp_tui.errors import KeysDamaged, Refused
from zlp_tui.keys.atomic_file import make_private_folder
from zlp_tui.keys.checked_json import read_checked, write_checked
from zlp_tui.store.files.driver_transaction import translating

_NAME: Final = "second-folder.json"
_FORM: Final = "zlp-second-folder"
_LONGEST: Final = 4096
OURS: Final = "zlp-copies"
"""What our own folder in it is called."""


def second_folder(copies: Path) -> Path | None:
    """The folder that was named; None for none. It need not be there now."""
    try:
        fields = read_checked(copies / _NAME, _FORM)
        return None if fields is None else Path(fields.text("folder", _LONGEST))
    except KeysDamaged:
        return None


def name_second_folder(copies: Path, folder: Path) -> None:
    """From now on copies are kept there too. `Refused` for a folder that is not there, or in which ours are."""
    named = folder.expanduser().absolute()
    if not named.is_dir():
        raise Refused("This folder is not there: {folder}", folder=folder)
    if copies.parent.resolve() in (named.resolve(), *named.resolve().parents):
        raise Refused("This is the folder of the plans itself. Choose another one, such as a stick.")
    with translating():
        make_private_folder(copies)
        write_checked(copies / _NAME, _FORM, {"folder": str(named)})


def forget_second_folder(copies: Path) -> None:
    """Keep copies here only. Those that are there stay."""
    with translating():
        (copies / _NAME).unlink(missing_ok=True)
