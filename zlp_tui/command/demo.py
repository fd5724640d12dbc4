"""`zlp demo`: the fictional examples in a temporary home.

Replaying all their conversations takes seconds, so the store that results is cached beside the user's plans and copied
from there. It is made again when the examples or the script have changed, and each month, because their dates are
relative to the day on which they were made.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zlp_tui import places
from zlp_tui.command.program import Program, now

FOLDER: Final = "examples"


@dataclass(frozen=True, slots=True)
class DemoHome:
    """A temporary home; `fill` puts the examples into it, from the cache where it can."""

    program: Program
    home: Path

    def fill(self, *, aloud: bool = False) -> None:
        """Put the examples into the home. `aloud`: print a line when they must be made first."""
        file, cached = places.store_file(self.home), self._cached
        if cached.is_file():
            shutil.copyfile(cached, file)
            return
        if aloud:
            self.program.out.print(self.program.tr("One moment please"))
        _replay_conversations(self.program, self.home)
        _cache(file, cached)

    @property
    def _cached(self) -> Path:
        folder = self.program.home / FOLDER
        return folder / f"{_digest(self.program.locale_folder / 'script', places.data() / 'examples')}.db"


@contextmanager
def temporary_home(program: Program) -> Iterator[DemoHome]:
    """A home for the examples, deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="zlp-") as folder:
        yield DemoHome(program, Path(folder))


def _replay_conversations(program: Program, home: Path) -> None:
    """Make the plans of the examples with our own script, without packs: a pack may leave out topics."""
    from zlp_tui.conversation.session.scripted_examples import lay_out

    ours = program.without_packs()
    lay_out(lambda clock: ours.front(home, clock, durable=False), places.data() / "examples", now())


def _cache(file: Path, cached: Path) -> None:
    """Cache the examples and delete older ones. Where the folder cannot be written, there is no cache."""
    with suppress(OSError):
        cached.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for older in cached.parent.glob("*.db"):
            older.unlink()
        half = cached.with_suffix(".new")
        shutil.copyfile(file, half)
        half.replace(cached)


def _digest(*folders: Path) -> str:
    """The cache key: names, sizes and times of the files, and the month."""
    from hashlib import sha256

    digest = sha256(now().strftime("%Y-%m").encode())
    for file in _files(folders):
        stat = file.stat()
        digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.yaml"))
