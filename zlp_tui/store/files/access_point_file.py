"""The id of this computer in the logs of plans: made up once for a folder of plans. It is no name of the computer."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from zlp_tui.errors import StoreError
from zlp_tui.keys.atomic_file import make_private_folder, read_bounded, write_whole

_ID: Final = re.compile(r"[0-9a-f-]{1,64}")


def computer_id(file: Path, new_id: Callable[[], str]) -> str | None:
    """The id that stands in a file; a new one where none does, or something else. None where none can be kept: on a
    stick that cannot be written, nothing is told of anyhow."""
    with suppress(OSError, StoreError):
        found = (read_bounded(file) or b"").decode("ascii", "replace").strip()
        if _ID.fullmatch(found):
            return found
    with suppress(OSError, StoreError):
        made = new_id()
        make_private_folder(file.parent)
        write_whole(file, f"{made}\n".encode("ascii"))
        return made
    return None
