"""Homes for a monkey: plans of people who do not exist, with a clock and ids that are the same each time."""

from __future__ import annotations

from pathlib import Path

from tests.tools.copies import copy_of
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
    copy_of(_make, home)


def _make(home: Path) -> None:
    evaluated(home)
    front = front_of(home, Ticking(), Counting())
    front.new_plan("Bep Vos")
    front.close()


def front_of(home: Path, clock: Ticking, ids: Counting) -> Front:
    """The front door of a window on a home; nothing waits for the disk."""
    return front_on(home, clock, ids)
