"""Homes for a monkey: plans of people who do not exist, with a clock and ids that are the same each time."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.tools.evaluated import evaluated
from tests.tools.prepared import front_on
from tests.tools.table import Counting, Ticking
from zlp_tui.conversation.session.front_door import Front

FIRST_ID = 1_000_000
"""Where ids go on after those of the plans that were laid out."""


class Ids(Counting):
    """Ids that go on over all windows of one monkey."""

    def __init__(self) -> None:
        super().__init__()
        self._last = FIRST_ID


def lay_out(home: Path) -> None:
    """A plan of a year and a new one, in a folder."""
    shutil.copytree(_laid_out(), home, dirs_exist_ok=True)
    home.chmod(0o700)


@cache
def _laid_out() -> Path:
    made = Path(mkdtemp(prefix="zlp-monkey-"))
    evaluated(made)
    front = front_of(made, Ticking(), Counting())
    front.new_plan("Bep Vos")
    front.close()
    return made


def front_of(home: Path, clock: Ticking, ids: Counting) -> Front:
    """The front door of a window on a home; nothing waits for the disk."""
    return front_on(home, clock, ids)
