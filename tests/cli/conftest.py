"""The real command in a real process, on a home of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tools.commands import Limits, run_forked
from tests.tools.forked_terminal import reads_at_start
from tests.tools.readers import READERS
from tests.tools.table import open_door
from zlp_tui.places import store_file
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.view import PlanView
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.store import open_store

ZLP = (sys.executable, "-m", "zlp_tui")


@dataclass(frozen=True)
class Command:
    """The command on one `ZLP_HOME`."""

    home: Path
    anna: str = ""
    """The plan of Anna Vos, where the home has it."""

    def env(self, **more: str) -> dict[str, str]:
        return {**os.environ, "ZLP_HOME": str(self.home), **more}

    def __call__(self, *arguments: str, said: str | bytes = "", **env: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end; it never shows a traceback, whatever happens."""
        typed = said.encode() if isinstance(said, str) else said
        if reads_at_start(env):
            return _without_traceback(subprocess.run(
                [*ZLP, *arguments], input=typed, capture_output=True, env=self.env(**env), timeout=60, check=False
            ))
        return _without_traceback(run_forked(arguments, typed, self.env(**env)))

    def within(self, limits: Limits, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
        """The same in a process that may not do everything."""
        return _without_traceback(run_forked(arguments, said.encode(), self.env(), limits))

    def names(self) -> list[str]:
        """Whose plans there are, read without a process."""
        return sorted(row.name for row in plan_list_rows(store_file(self.home)))

    @property
    def view(self) -> PlanView:
        """The plan of Anna Vos as it stands on disk, read without a process."""
        store = open_store(store_file(self.home), clock=lambda: datetime.now(UTC), read_only=True)
        try:
            with store.reading() as session:
                return load_view(session, self.anna, READERS)
        finally:
            store.close()

    @property
    def texts(self) -> list[str]:
        """What was said in the plan of Anna Vos."""
        return [statement.text for statement in self.view.statements]

    def start(self, *arguments: str, **env: str) -> subprocess.Popen[bytes]:
        """Start it with pipes, to talk to it line by line."""
        return subprocess.Popen(
            [*ZLP, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.env(**env),
            bufsize=0,
        )


def _without_traceback(done: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    text = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in text.stdout + text.stderr
    return text


@pytest.fixture
def zlp(tmp_path: Path) -> Command:
    """The command on an empty home."""
    return Command(tmp_path / "home")


@pytest.fixture(scope="session")
def home_of_anna(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A home with the plan of Anna Vos, to be copied."""
    home = tmp_path_factory.mktemp("anna") / "home"
    front = open_door(home)
    anna = front.new_plan("Anna Vos")
    front.close()
    return Command(home, anna)


@pytest.fixture
def anna(home_of_anna: Command, tmp_path: Path) -> Command:
    """The command on a home of its own with the plan of Anna Vos."""
    return Command(Path(shutil.copytree(home_of_anna.home, tmp_path / "home")), home_of_anna.anna)
