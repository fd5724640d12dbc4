"""The program on a real terminal, and what it kept, read with the program's own store."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import pytest

from screens.parts.draft_throttle import WAIT
from screens.parts.early_keys import TOO_EARLY
from tests.tools.commands import PATIENCE, run_forked
from tests.tools.forked_terminal import ForkedTerminal, reads_at_start
from tests.tools.readers import READERS
from tests.tools.table import Ticking, agree_on_plan, open_door, typing
from tools.terminal import Terminal, now
from zlp_tui.places import log_file, store_file
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.beside_the_plan.drafts import Draft
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.view import PlanView
from zlp_tui.store.store import open_store

A_MOMENT = TOO_EARLY + 0.02
"""Seconds after which a key is no longer too early to choose what stands there."""
ZLP = [sys.executable, "-m", "zlp_tui"]


@dataclass(frozen=True)
class Kept:
    """One `ZLP_HOME` with one plan in it."""

    home: Path
    plan: str

    @property
    def file(self) -> Path:
        """The store."""
        return store_file(self.home)

    def view(self) -> PlanView:
        """The plan as it stands on disk."""
        store = open_store(self.file, clock=lambda: datetime.now(UTC))
        try:
            with store.reading() as session:
                return load_view(session, self.plan, READERS)
        finally:
            store.close()

    def more_plans(self, count: int) -> list[Kept]:
        """The plans of more invented clients, in the same store."""
        return [Kept(self.home, plan) for plan in begun(self.home, [f"Bram {number}" for number in range(count)])]

    def agree(self) -> None:
        """Make an edition of the plan as it stands, a moment ago: from then on there is something to look back on."""
        front = open_door(self.home, Ticking(datetime.now(UTC)))
        try:
            agree_on_plan(typing(front.sit_down(self.plan)))
        finally:
            front.close()

    def log(self) -> str:
        """The program's own log; empty when nothing went wrong."""
        log = log_file(self.home)
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def texts(self) -> list[str]:
        """What was said, in order."""
        return [statement.text for statement in self.view().live_statements]

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed and not yet said."""
        store = open_store(self.file, clock=lambda: datetime.now(UTC))
        try:
            with store.reading() as session:
                return drafts.all(session, self.plan)
        finally:
            store.close()

    def await_draft(self, window: Terminal, text: str) -> None:
        """Until what is being typed is on disk, which is written a moment later (`screens/parts/draft_throttle.py`)."""
        window.settle(quiet=WAIT)
        until = now() + PATIENCE
        while [draft.text for draft in self.drafts()] != [text]:
            assert now() < until, window.picture()
            window.draw(0.1)

    def zlp(self, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
        """Run the command on this home, without a terminal."""
        return run_zlp(self.home, *arguments, said=said)


def begun(home: Path, names: list[str], salutation: str | None = None) -> list[str]:
    """Begin plans for these clients; their ids."""
    store = open_store(store_file(home), clock=lambda: datetime.now(UTC))
    try:
        with store.writing() as session:
            return [
                plans.start(
                    session, name=name, salutation=salutation, at=datetime.now(UTC), today=date(2026, 11, 22),
                    new_id=lambda: str(uuid4()),
                )
                for name in names
            ]
    finally:
        store.close()


def run_zlp(home: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command without a terminal."""
    done = run_forked(arguments, said.encode(), {**os.environ, "ZLP_HOME": str(home)})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


class OpenApp(Protocol):
    """Opens the program on a terminal of its own; closed when the test ends."""

    def __call__(
        self, *arguments: str, columns: int = 80, rows: int = 24, env: dict[str, str | None] | None = None,
        largest_file: int | None = None, interpreter: bool = False,
    ) -> Terminal:
        """With `interpreter` Python is started too, and loads the program."""


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A store with the plan of one invented client."""
    home = tmp_path / "zlp-home"
    (plan,) = begun(home, ["Anna Vos"], "mevrouw Vos")
    return Kept(home, plan)


@pytest.fixture
def open_app(kept: Kept) -> Iterator[OpenApp]:
    """Opens windows on the plan's store. Whatever happens in them: no traceback is ever painted."""
    with ExitStack() as windows:
        opened: list[Terminal] = []

        def start(
            *arguments: str, columns: int = 80, rows: int = 24, env: dict[str, str | None] | None = None,
            largest_file: int | None = None, interpreter: bool = False,
        ) -> Terminal:
            env = {"ZLP_HOME": str(kept.home), **(env or {})}
            if interpreter or reads_at_start(env):
                opened_window = Terminal(
                    [*ZLP, *arguments], columns=columns, rows=rows, env=env, largest_file=largest_file
                )
            else:
                opened_window = ForkedTerminal(
                    arguments, columns=columns, rows=rows, env=env, largest_file=largest_file
                )
            window = windows.enter_context(opened_window)
            opened.append(window)
            return window

        yield start
        for window in opened:
            assert b"Traceback" not in window.raw


class Talk(Protocol):
    """Opens the talk at the one question of `two-minutes`, ready to type."""

    def __call__(
        self, *, columns: int = 80, rows: int = 24, env: dict[str, str | None] | None = None,
        largest_file: int | None = None,
    ) -> Terminal: ...


@pytest.fixture
def talk(open_app: OpenApp, kept: Kept) -> Talk:
    """Opens the talk at the one question of `two-minutes`, ready to type."""

    def start(
        *, columns: int = 80, rows: int = 24, env: dict[str, str | None] | None = None, largest_file: int | None = None,
    ) -> Terminal:
        window = open_app(
            "talk", kept.plan, "--topic", "two-minutes", columns=columns, rows=rows, env=env, largest_file=largest_file,
        )
        window.expect("twee minuten")
        window.rest()
        return window

    return start
