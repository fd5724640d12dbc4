"""Line by line on a real terminal: as wide as that is, also when it gets another size (F19)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.terminal.conftest import Kept, OpenApp
from tests.tools.window import lay_examples
from tools.terminal import Terminal

WIDTHS = (20, 40, 72)


def written(window: Terminal) -> list[str]:
    """The lines that the program wrote, without what the terminal echoed of the keys."""
    window.drain()
    return bytes(window.raw).decode().replace("\r", "").split("\n")


@pytest.fixture
def examples(kept: Kept) -> Iterator[Kept]:
    """The example plans beside the plan of Anna Vos."""
    lay_examples(kept.home)
    yield kept


@pytest.mark.parametrize("columns", WIDTHS)
def test_f19_a_talk_folds_at_the_width_of_the_terminal(open_app: OpenApp, kept: Kept, columns: int) -> None:
    kept.zlp("talk", kept.plan, said="/aan-tafel 1, mevrouw Vos, Sanne, Karim\nKoffie.\n/stop\n")
    window = open_app("talk", kept.plan, "--plain", columns=columns)
    for number, command in enumerate(("/help", "/plan", "/onderwerp", "/alles", "/herhaal", "/stop"), start=1):
        wait_for_prompts(window, number)
        window.write(f"{command}\r")
    assert window.end() == 0
    lines = written(window)
    assert len(lines) > 100
    assert [line for line in lines if len(line) > columns] == []


def wait_for_prompts(window: Terminal, count: int) -> None:
    """Until the program asked so many times."""
    while bytes(window.raw).count(b"\n> ") < count and not window.ended:
        window.draw(5)


def test_f19_a_window_that_becomes_narrower_while_one_talks_folds_there(open_app: OpenApp, kept: Kept) -> None:
    window = open_app("talk", kept.plan, "--plain", columns=80)
    wait_for_prompts(window, 1)
    before = len(written(window))
    window.resize(30, 24)
    window.write("/help\r")
    wait_for_prompts(window, 2)
    window.write("/stop\r")
    assert window.end() == 0
    lines = written(window)
    assert max(map(len, lines[:before])) > 40
    assert max(map(len, lines[before:])) <= 30


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "command", [("plans",), ("due", "--within", "9000"), ("show", "Annie de Vries"), ("diff", "Annie de Vries"),
                ("show", "niemand-met-deze-naam"), ("--help",), ("talk", "--waarheen")],
    ids=lambda command: command[0] + command[-1],
)
def test_f19_every_command_folds_at_the_width_of_the_terminal(
    open_app: OpenApp, examples: Kept, command: tuple[str, ...], columns: int
) -> None:
    window = open_app(*command, columns=columns)
    window.end()
    lines = written(window)
    assert len("".join(lines)) > 30
    if command == ("--help",) and columns < 40:
        return  # argparse has a column of its own for the names of options
    assert [line for line in lines if len(line) > columns] == []


def test_f19_a_pipe_has_lines_of_eighty_columns(examples: Kept) -> None:
    shown = examples.zlp("show", "Annie de Vries").stdout.split("\n")
    assert 60 < max(map(len, shown)) <= 80


def test_f19_a_terminal_without_a_size_is_as_wide_as_a_pipe(kept: Kept) -> None:
    script = "import pty, sys; pty.spawn([sys.executable, '-m', 'zlp_tui', '--help'])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )
    lines = done.stdout.decode().replace("\r", "").split("\n")
    assert 40 < max(map(len, lines)) <= 80
