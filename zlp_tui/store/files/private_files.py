"""Who on this computer can come at the plans: the file is for its owner alone, and so is a folder of zlp's own."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_GROUP_AND_OTHERS: Final = 0o077
_WRITE: Final = 0o022
_OURS: Final = re.compile(
    r"plans\.db.*|zlp\.log|settings\.yaml|examples|plans(?:\.lock)?|keyholders(?:\.lock)?|taken-in|copies|erased|plan\.db.*|slots\.json.*"
    r"|\.new-.*|unfinished.*"
)
"""What zlp puts in its folder, and has put there before."""


def make_private(file: Path) -> None:
    """Close the file of plans and its folder to everybody else; a folder with other things in it stays as it is."""
    if os.name == "nt":
        return
    if file.stat().st_mode & _GROUP_AND_OTHERS:
        file.chmod(0o600)
    folder = file.parent
    with suppress(OSError):  # what cannot be changed is told by `zlp check`
        if folder.stat().st_mode & _GROUP_AND_OTHERS and _is_ours(folder):
            folder.chmod(0o700)


def others_can_read(file: Path) -> bool:
    """Whether others may open the file."""
    return os.name != "nt" and bool(file.stat().st_mode & _GROUP_AND_OTHERS)


def others_can_replace(file: Path) -> bool:
    """Whether others may put another file in its place, or files beside it."""
    return os.name != "nt" and bool(file.parent.stat().st_mode & _WRITE)


def _is_ours(folder: Path) -> bool:
    """Whether the folder is this user's, and only zlp's."""
    ours = os.name != "nt" and folder.stat().st_uid == os.geteuid()
    return ours and all(_OURS.fullmatch(entry.name) for entry in folder.iterdir())
