"""Line by line on a real terminal: as wide as that is, also when it gets another size (F19)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Kept, OpenApp, run_zlp
from tests.tools.locked import WORDS, locked_home
from tests.tools.window import lay_examples
from tools.terminal import Terminal

WIDTHS = (20, 40)


def written(window: Terminal) -> list[str]:
    """The lines that the program wrote, without what the terminal echoed of the keys."""
    window.drain()
    return bytes(window.raw).decode().replace("\r", "").split("\n")


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the example plans, which nothing here writes in."""
    home = tmp_path_factory.mktemp("examples")
    lay_examples(home)
    return home


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
    open_app: OpenApp, examples: Path, command: tuple[str, ...], columns: int
) -> None:
    window = open_app(*command, columns=columns, env={"ZLP_HOME": str(examples)})
    window.end(20)
    lines = written(window)
    assert len("".join(lines)) >= 20
    most = max(columns, 40) if command == ("--help",) else columns  # argparse has a column for the names of options
    assert [line for line in lines if len(line) > most] == []


def test_f19_a_pipe_has_lines_of_eighty_columns(examples: Path) -> None:
    shown = run_zlp(examples, "show", "Annie de Vries").stdout.split("\n")
    assert 60 < max(map(len, shown)) <= 80


def test_f19_a_terminal_without_a_size_is_as_wide_as_a_pipe(kept: Kept) -> None:
    script = "import pty, sys; pty.spawn([sys.executable, '-m', 'zlp_tui', '--help'])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )
    lines = done.stdout.decode().replace("\r", "").split("\n")
    assert 40 < max(map(len, lines)) <= 80


def test_a_passphrase_is_chosen_until_it_is_long_enough_and_typed_twice_alike(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home)
    window = open_app("keys", "passphrase")
    for asked, typed in (
        ("Wachtwoord van Sanne:", WORDS), ("Nieuw wachtwoord:", "kort"),
        ("12 letters[^:]*wachtwoord:", "vier goede nieuwe woorden"),
        ("keer:", "vier andere nieuwe woorden"), ("gelijk[^:]*wachtwoord:", "vier goede nieuwe woorden"),
        ("gelijk[^:]*:[^:]*keer:", "Vier goede nieuwe woorden"),
    ):
        window.expect(f"{asked} *$|{asked} *\n")
        window.write(f"{typed}\r")
    assert window.end() == 0, window.picture()
    told = "\n".join(written(window))
    assert "ander wachtwoord" in told and "goede" not in told and window.restored()


def test_a_passphrase_is_asked_where_nobody_reads_along_and_once_more_when_it_was_wrong(
    open_app: OpenApp, kept: Kept
) -> None:
    locked_home(kept.home).new_keyholder("Karim", WORDS)
    window = open_app("plans")
    window.expect("> ")
    window.write("sanne\r")
    for typed in ("lepel wolk fiets winter", WORDS.upper()):
        window.expect("Wachtwoord van Sanne:[^:]*$" if typed != WORDS.upper() else "niet goed[^:]*Sanne:")
        window.write(f"{typed}\r")
    assert window.end() == 0
    told = "\n".join(written(window))
    assert "Anna Vos" in told and "lepel" not in told.lower() and window.restored()
