"""A home with a lock on its plans: a real one, whose passphrases cost nothing to reckon."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import uuid4

from tests.tools.prepared import dutch, our_script
from tests.tools.table import Ticking
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.home_lock import HomeLock
from zlp_tui.keys.derivation import LEAST

WORDS: Final = "lepel wolk fiets zomer"
SANNE: Final = "Sanne"


def home_lock(home: Path, clock: Ticking | None = None) -> HomeLock:
    """The lock of a home."""
    return HomeLock(home, clock=clock or Ticking(), new_id=lambda: str(uuid4()), cost=LEAST)


def locked_front(home: Path, lock: HomeLock) -> Front:
    """The front door of a home of which somebody opened the lock, or that has none."""
    return Front(
        stores=lock.stores(durable=False), home=home, script=our_script(), tr=dutch(), clock=Ticking(),
        new_id=lambda: str(uuid4()),
    )


def locked_home(home: Path, *names: str) -> None:
    """A home in which Sanne has a key, with a plan for each of these clients."""
    lock = home_lock(home)
    lock.make_keyholder(SANNE, WORDS)
    front = locked_front(home, lock)
    for name in names:
        front.new_plan(name)
    front.close()
