"""The fictional examples, in a home that is thrown away.

Holding all their conversations takes seconds, so the plans that come of it are kept beside one's own plans and copied
from there. They are made anew when the examples or the questions have changed, and each month, because their dates are
told from the day on which they were made.
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
class Practice:
    """A throw-away home; `lay_out` puts the examples into it, quickly where they have been made before."""

    program: Program
    home: Path

    def lay_out(self, *, aloud: bool = False) -> None:
        """Put the examples into the home; `aloud`: say so when that takes a moment."""
        file, made = places.store_file(self.home), self._made
        if made.is_file():
            shutil.copyfile(made, file)
            return
        if aloud:
            self.program.out.say(self.program.say("One moment please"))
        _hold_conversations(self.program, self.home)
        _keep(file, made)

    @property
    def _made(self) -> Path:
        folder = self.program.home / FOLDER
        return folder / f"{_digest(self.program.locale_folder / 'script', places.data() / 'examples')}.db"


@contextmanager
def throw_away_home(program: Program) -> Iterator[Practice]:
    """A home for the examples, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="zlp-") as folder:
        yield Practice(program, Path(folder))


def _hold_conversations(program: Program, home: Path) -> None:
    """Make the plans from what is said in the examples, by our own questions: a pack may have taken some away."""
    from zlp_tui.conversation.session.scripted_examples import lay_out

    ours = program.without_packs()
    lay_out(lambda clock: ours.front(home, clock), places.data() / "examples", now())


def _keep(file: Path, made: Path) -> None:
    """Keep the examples for the next time, in place of older ones; where that cannot be, they are made again."""
    with suppress(OSError):
        made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for older in made.parent.glob("*.db"):
            older.unlink()
        half = made.with_suffix(".new")
        shutil.copyfile(file, half)
        half.replace(made)


def _digest(*folders: Path) -> str:
    """Another name for other examples, other questions or another month; cheap, because each demo asks for it."""
    from hashlib import sha256

    said = sha256(now().strftime("%Y-%m").encode())
    for file in _files(folders):
        stat = file.stat()
        said.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return said.hexdigest()[:16]


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.yaml"))
