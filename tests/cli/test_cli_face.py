"""Screens or line by line: an option, the environment and a setting choose, and no other place in the code."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import ZLP, Command
from tests.tools.forked_terminal import ForkedTerminal, reads_at_start
from tools.terminal import Terminal
from zlp_tui.places import settings_file

ALTERNATE_SCREEN = b"\x1b[?1049h"
WAYS: Mapping[str, tuple[tuple[str, ...], dict[str, str | None], str]] = {
    "option": (("--plain",), {}, ""),
    "environment": ((), {"ACCESSIBLE": "1"}, ""),
    "another word in the environment": ((), {"ACCESSIBLE": "yes"}, ""),
    "setting": ((), {}, "plain: yes\n"),
    "setting in Dutch": ((), {}, "plain: ja\n"),
    "setting beside one that is wrong": ((), {}, "plain: yes\nkeymap: {brief: f11}\ncolour: blue\n"),
    "setting beside a browser": ((), {"TEXTUAL_DRIVER": "screens.nothing:Driver"}, "plain: yes\n"),
    "a terminal that can do little": ((), {"TERM": "dumb"}, ""),
    "no name of a terminal": ((), {"TERM": None}, ""),
}


def opened(command: Command, *arguments: str, env: Mapping[str, str | None], settings: str) -> Terminal:
    if settings:
        settings_file(command.home).write_text(settings, encoding="utf-8")
    env = {"ZLP_HOME": str(command.home), **env}
    return Terminal([*ZLP, *arguments], env=env) if reads_at_start(env) else ForkedTerminal(arguments, env=env)


@pytest.mark.parametrize("way", WAYS)
def test_line_by_line_is_chosen(anna: Command, way: str) -> None:
    arguments, env, settings = WAYS[way]
    with opened(anna, *arguments, env=env, settings=settings) as window:
        window.expect(r"Stoppen: /stop\.")
        window.write("/stop\r")
        assert window.end() == 0
        assert b"\x1b" not in window.raw


@pytest.mark.parametrize("arguments", [("talk", "Anna Vos"), ("demo",)])
def test_every_way_in_takes_the_choice(anna: Command, arguments: tuple[str, ...]) -> None:
    with opened(anna, *arguments, env={"ACCESSIBLE": "1"}, settings="") as window:
        window.expect(r"Stop\w*: /stop\.", timeout=60)
        window.write("/stop\r")
        assert window.end() == 0
        assert b"\x1b" not in window.raw


@pytest.mark.parametrize(
    ("env", "settings"),
    [({}, ""), ({"ACCESSIBLE": "0"}, ""), ({"ACCESSIBLE": ""}, ""), ({}, "plain: no\n"), ({}, "plain: nee\n"),
     ({}, "plain: misschien\n")],
)
def test_else_the_screens_are_shown(anna: Command, env: dict[str, str | None], settings: str) -> None:
    with opened(anna, env=env, settings=settings) as window:
        window.expect("Anna Vos")
        assert ALTERNATE_SCREEN in window.raw
        window.write("q")
        assert window.end() == 0


def test_a_wrong_word_for_it_is_told_by_check(anna: Command) -> None:
    settings_file(anna.home).write_text('keymap: {quit: "f10"}\nplain: misschien\n', encoding="utf-8")
    checked = anna("check")
    assert checked.returncode == 1
    assert "settings.yaml, regel 2" in checked.stdout
    settings_file(anna.home).write_text("plain: yes\n", encoding="utf-8")
    assert anna("check").returncode == 0


def test_no_other_place_decides() -> None:
    """Whoever asks the environment or the terminal about it does so in `command/face.py`."""
    root = Path(sys.modules["zlp_tui"].__file__ or "").parent
    files = [*root.rglob("*.py"), *(root.parent / "screens").rglob("*.py")]
    for sign in ('"dumb"', '"ACCESSIBLE"', '"TEXTUAL_DRIVER"', "wants_plain("):
        naming = {file.name for file in files if sign in file.read_text(encoding="utf-8")}
        assert naming <= {"face.py", "settings.py"}, sign
