"""`python -m tools.monkey --keys 20000 --seed 7`: random keys, pastes, mouse and sizes over all screens, and lines.

`--locked 20000` plays on plans that have a lock, with F12 and back among the keys.
It prints what it did. What must hold and does not is told with the seed and with what was typed last.
"""

from __future__ import annotations

import asyncio
import faulthandler
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import print_exception
from typing import Final

from tools.monkey.lines import LineMonkey
from tools.monkey.locked import LockedMonkey
from tools.monkey.screens import ScreenMonkey
from tools.monkey.watcher import Broken

EACH: Final = 1_000
"""After so many keys or lines it is told how far it is."""


LONGEST: Final = 600
"""Seconds after which a key or a line hangs: then it is told where, and nothing more is done."""


class Progress:
    """Tells how far it is with keys or lines (`what`), and how fast."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = 0.0
        self._next = EACH

    def __call__(self, acts: int) -> None:
        """After so many acts."""
        faulthandler.dump_traceback_later(LONGEST, exit=True, file=sys.__stderr__ or sys.stderr)
        self._began = self._began or time.monotonic()
        if acts >= self._next:
            self._next = acts - acts % EACH + EACH
            seconds = time.monotonic() - self._began
            sys.stdout.write(f"{acts} {self._what} in {seconds:.0f} s, {acts / seconds:.0f} a second\n")
            sys.stdout.flush()


def main() -> int:
    """Let the monkey play; 1 when something broke."""
    parser = ArgumentParser(prog="python -m tools.monkey")
    parser.add_argument("--keys", type=int, default=20_000, help="keys, pastes and clicks on the screens")
    parser.add_argument("--lines", type=int, default=2_000, help="lines without screens")
    parser.add_argument("--locked", type=int, default=0, help="keys on the screens of plans that have a lock")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="zlp-monkey-") as folder:
        screens = ScreenMonkey(Path(folder) / "screens", asked.seed, Progress("keys"))
        lines = LineMonkey(Path(folder) / "lines", asked.seed, Progress("lines"))
        locked = LockedMonkey(Path(folder) / "locked", asked.seed, Progress("keys at a lock"))
        try:
            asyncio.run(locked.play(asked.locked))
            lines.play(asked.lines)
            asyncio.run(screens.play(asked.keys))
        except Broken as broken:
            sys.stdout.write(f"{broken}\n")
            print_exception(broken.__cause__)
            return 1
    sys.stdout.write(
        f"seed {asked.seed}: {locked.acts} acts at a lock that was opened {locked.unlocked} times; "
        f"{lines.lines} lines in {lines.sittings} conversations, {lines.words_recorded} changes; "
        f"{screens.acts} acts in {screens.windows} windows, {screens.words_recorded} changes, all screens "
        f"{screens.rounds} times\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
