"""What must hold whatever was typed: nothing crashed, the store is sound, and each word is still its speaker's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tools.monkey.spoken_record import SpokenRecord
from zlp_tui import places
from zlp_tui.store.check import check
from zlp_tui.store.store import open_store


class Broken(AssertionError):
    """Something that must hold does not."""


class Watcher:
    """Looks at one home. `look` is quick; `look_at_store` reads all of the file."""

    def __init__(self, home: Path, clock: Callable[[], datetime]) -> None:
        self._home = home
        self._log = places.log_file(home)
        self._store = open_store(places.store_file(home), clock=clock, read_only=True)
        self.record = SpokenRecord(self._store.reading)

    def close(self) -> None:
        """Leave the store."""
        self._store.close()

    def look(self) -> None:
        """Raise `Broken` when an error was logged, or words are not their speaker's."""
        if self._log.exists():
            raise Broken(f"an error was logged:\n{self._log.read_text(encoding='utf-8')}")
        faults = self.record.faults()
        if faults:
            raise Broken("\n".join(faults))

    def look_at_store(self) -> None:
        """Raise `Broken` when `zlp check` would say that something is not sound."""
        unsound = [finding for finding in check(places.store_file(self._home)) if not finding.sound]
        if unsound:
            raise Broken(f"the store is not sound: {unsound}")
