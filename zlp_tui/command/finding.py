"""Plans by id or name, read without the rest of the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zlp_tui.errors import Ambiguous, NotFound
from zlp_tui.store.home import HomeRow, home_rows
from zlp_tui.text import folded

EVERYBODY: Final = 1_000_000


def find_plan(store_file: Path, plan: str) -> HomeRow:
    """The one plan that this id or name fits. `NotFound`, or `Ambiguous` with the ids."""
    lines = home_rows(store_file, limit=EVERYBODY)
    wanted = folded(plan)
    fitting = [line for line in lines if line.id == plan] or [line for line in lines if folded(line.name) == wanted]
    if not fitting:
        raise NotFound("No plan has this name")
    if len(fitting) > 1:
        raise Ambiguous(
            "More than one plan has this name. Choose one by its id:", ids=tuple(line.id for line in fitting)
        )
    return fitting[0]
