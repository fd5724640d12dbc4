"""Homes whose plans are locked, by keyholders whose passphrase costs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import uuid4

from tests.tools.prepared import dutch, our_script
from tests.tools.table import Ticking
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.keys.derivation import LEAST

WORDS: Final = "lepel wolk fiets zomer"
"""The passphrase of everybody here."""


def home_lock(home: Path) -> HomeLock:
    """The lock of a home as it is; a passphrase that is chosen costs nothing."""
    return HomeLock(home, clock=Ticking(), new_id=lambda: str(uuid4()), cost=LEAST)


def locked_home(home: Path, name: str = "Sanne") -> HomeLock:
    """Lock a home: its first keyholder, who has unlocked it, and every plan of it moved."""
    lock = home_lock(home)
    lock.make_keyholder(name, WORDS)
    if lock.has_plans_to_move:
        lock.move(lambda _moved, _of: None)
    return lock


def unlocked_by(home: Path, name: str) -> HomeLock:
    """The lock of a home that this keyholder has unlocked."""
    lock = home_lock(home)
    state = lock.state()
    assert isinstance(state, Locked)
    lock.unlock(next(holder.id for holder in state.holders if holder.name == name), WORDS)
    return lock


def front_of(home: Path, lock: HomeLock) -> Front:
    """The front door of a home that somebody has unlocked, or that has no lock."""
    return Front(
        stores=lock.stores(durable=False), home=home, script=our_script(), tr=dutch(), clock=Ticking(),
        new_id=lambda: str(uuid4()), lock=lock,
    )


def locked_plans(home: Path, *names: str) -> None:
    """A home in which Sanne has a key to a plan of each of these clients."""
    lock = locked_home(home)
    front = front_of(home, lock)
    for name in names:
        front.new_plan(name)
    front.close()
