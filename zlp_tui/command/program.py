"""What every command works with: where things are kept, the words, what was asked, and what is read and written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.asked import Asked
from zlp_tui.errors import Refused, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.lines import Lines
from zlp_tui.plain.out import Out
from zlp_tui.plain.width import shown
from zlp_tui.text import one_line

if TYPE_CHECKING:
    from zlp_tui.conversation.front import Front

FROM_INPUT = "-"


def now() -> datetime:
    """This moment, in universal time."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id that nothing else has."""
    from uuid import uuid4  # not for the first picture

    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Program:
    """One run of the command."""

    asked: Asked
    say: Catalogue
    locale_folder: Path
    """`content/<locale>`: script and help."""
    home: Path
    packs: tuple[Path, ...]
    out: Out
    lines: Lines = field(default_factory=lambda: Lines(0))

    @property
    def store_file(self) -> Path:
        """The file of plans."""
        return places.store_file(self.home)

    def words(self, typed: str) -> str:
        """A name from the command line, or the next line of standard input where it is `-`."""
        if typed != FROM_INPUT:
            return typed
        line = self.lines.next()
        if line is None or not one_line(line):
            raise Refused("There is no name in standard input.")
        return one_line(line)

    def complain(self, sentence: str) -> None:
        """Say on standard error what went otherwise than was asked."""
        sys.stderr.write(f"{shown(sentence)}\n")

    def complain_of(self, problems: Iterable[ZlpError]) -> None:
        """Say which files of questions are left out, and why."""
        for problem in problems:
            self.complain(self.say(problem.message, **problem.values))

    def front(self, home: Path | None = None, clock: Callable[[], datetime] = now, *, window: bool = False) -> Front:
        """The front door, with the packs that were asked for; heavy to load."""
        from zlp_tui.conversation.front import open_front

        for pack in self.packs:
            if not pack.is_dir():
                raise Refused("This folder is not there: {folder}", folder=pack)
        return open_front(home or self.home, self.locale_folder, self.packs, self.say, clock, new_id, window=window)
