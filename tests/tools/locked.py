"""Homes whose plans are locked, by keyholders whose passphrase costs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import uuid4

from tests.tools.table import Ticking
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.session.home_lock import HomeLock
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
