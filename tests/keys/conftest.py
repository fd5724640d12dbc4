"""Keyholders whose passphrase costs nothing: the cost is written in the file, so the code is the same."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest

from zlp_tui.keys.derivation import LEAST
from zlp_tui.keys.keyholder import UnlockedKeyholder, make_keyholder
from zlp_tui.keys.recovery_code import RecoveryCode

WORDS = "lepel wolk fiets zomer"
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


class Made(NamedTuple):
    """A keyholder, where their file is, and what opens it."""

    folder: Path
    who: UnlockedKeyholder
    code: RecoveryCode


def make(folder: Path, name: str = "Sanne") -> Made:
    """A new keyholder whose passphrase is `WORDS`."""
    return Made(folder, *make_keyholder(folder, name, WORDS, str(uuid4()), cost=LEAST))


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return make(tmp_path / "keyholders")
