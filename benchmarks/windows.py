"""Opening programs on a terminal, and timing what one sees: starts and keys."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.terminal import Terminal, now

SIZE = (100, 30)
LOADED = r"\d{4} *\n"
"""Seen at home as soon as the store is open: the year of today, at the end of the first line."""
GAPS = random.Random(1)


@dataclass(frozen=True, slots=True)
class Program:
    """A program on a terminal: `ready` is seen when it can be used; `setup` keys bring it where it is measured."""

    command: Sequence[str]
    ready: str
    home: Path | None = None
    setup: Sequence[str] = field(default=())
    words: Path | None = None
    """The file with the passphrase, where plans are locked and it is not typed."""

    def open(self) -> Terminal:
        """Start it."""
        env = {"ZLP_HOME": str(self.home)} if self.home else {}
        env |= {"ZLP_PASSPHRASE_FILE": str(self.words)} if self.words else {}
        return Terminal(self.command, columns=SIZE[0], rows=SIZE[1], env=env)

    def ready_at(self, window: Terminal) -> float:
        """Wait for it; when the chunk came that made it ready."""
        stamp = window.wait(lambda text: re.search(self.ready, text) is not None, 30)
        if stamp is None:
            raise SystemExit(f"{self.command}: {self.ready!r} did not come\n{window.picture()}")
        return stamp

    def brought(self) -> Terminal:
        """Start it, wait, and bring it where it is measured."""
        window = self.open()
        self.ready_at(window)
        window.settle(quiet=0.6, timeout=6)
        for keys in self.setup:
            window.write(keys)
            window.settle(quiet=0.3)
        return window


def bare(name: str, *arguments: str, ready: str = "READY") -> Program:
    """One of the bare Textual apps."""
    return Program([sys.executable, "-m", f"benchmarks.bare.{name}", *arguments], ready)


def zlp(
    *arguments: str, home: Path, ready: str, setup: Sequence[str] = (), words: Path | None = None
) -> Program:
    """The program itself."""
    return Program([sys.executable, "-m", "zlp_tui", *arguments], ready, home, setup, words)


def start(program: Program, key: str) -> tuple[float, float]:
    """Milliseconds from spawn to the complete first useful picture, and to the first key answered."""
    with program.open() as window:
        ready = program.ready_at(window)
        before = window.text()
        window.write(key)
        answered = window.wait(lambda text: text != before, 10)
        if answered is None:
            raise SystemExit(f"{program.command}: no answer to {key!r}\n{window.picture()}")
        return (ready - window.started) * 1000, (answered - window.started) * 1000


def typed(window: Terminal, letters: int) -> list[float]:
    """Type letters one by one, as a person does; milliseconds from each key to its letter in the picture."""
    times = []
    for number in range(letters):
        letter = "QXZWJ"[number % 5]
        pause(window)
        count = window.text().count(letter)
        written = window.write(letter)
        came = window.wait(lambda text, letter=letter, count=count: text.count(letter) > count, 3)  # type: ignore[misc]
        if came is not None:
            times.append((came - written) * 1000)
        if number % 25 == 24:
            window.write("\x7f" * 25)
            window.settle(quiet=0.3)
    return times


def pressed(window: Terminal, keys: Sequence[str], times: int) -> list[float]:
    """Press the keys in turn; milliseconds from each to the complete picture it leads to."""
    measured = []
    for number in range(times):
        pause(window)
        before = window.text()
        written = window.write(keys[number % len(keys)])
        came = window.wait(lambda text, before=before: text != before, 3)  # type: ignore[misc]
        if came is not None:
            measured.append((window.complete(came) - written) * 1000)
    return measured


def whole(command: Sequence[str], env: dict[str, str]) -> float:
    """Milliseconds that a program takes from start to end, its output thrown away."""
    began = now()
    subprocess.run(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
    return (now() - began) * 1000


def pause(window: Terminal) -> None:
    """The time between two keys of a person; whatever comes meanwhile is drawn."""
    end = now() + GAPS.uniform(0.06, 0.11)
    while now() < end:
        window.draw(end - now())
    window.drain()


