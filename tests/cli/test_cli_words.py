"""Help and errors are Dutch, every word, those of argparse too."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from typing import get_args

import pytest

from tests.cli.conftest import Command
from tests.tools.prepared import dutch
from zlp_tui.command.parsing.options import CommandName
from zlp_tui.command.parsing.parser import ARGPARSE_SAYS

COMMANDS = tuple(name for name in get_args(CommandName) if name != "app")
OF_PROGRAMMERS = re.compile(
    r"conflicting|not defined|cannot|can't|is required for options|must be optional|invalid (option string|%\(type\)s"
    r"|conflict_resolution)|multiple subparser|positionals|is not callable|mode %r|at (most|least) one argument"
    r"|expected %s argument|one of the arguments|unable to|deprecated|%\(heading\)s|^%\(prog\)s: (error|warning)"
)
REPLACED = {
    "positional arguments",
    "options",
    "show this help message and exit",
    "subcommands",
    "show program's version number and exit",
}
"""What argparse says only where one lets it name its own groups and options; we name ours."""
ENGLISH = re.compile(r"\b(usage|options?|arguments?|show|error|invalid|choice|choose|required|expected|the|and|or)\b:?")


@pytest.mark.parametrize("arguments", [(), *((command,) for command in COMMANDS)])
def test_help_is_dutch(zlp: Command, arguments: tuple[str, ...]) -> None:
    done = zlp(*arguments, "--help")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("gebruik: zlp")
    words = re.sub(rf"--?[\w-]+|\b({'|'.join(COMMANDS)})\b", "", done.stdout)
    assert ENGLISH.findall(words) == []
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("praat",), "'praat' kan niet (kies uit"), (("app",), "'app' kan niet (kies uit"),
        (("new",), "dit moet erbij: --name"),
        (("new", "--name"), "bij --name: hier moet nog één woord achter"),
        (("show",), "dit moet erbij: PLAN"),
        (("plans", "--jsonn"), "dit is hier niet bekend: --jsonn"),
        (("plans", "een", "twee"), "een twee"),
        (("new", "--name", "x", "--address", "gij"), "'gij' kan niet (kies uit"),
        (("plans", "--json=ja"), "hier mag geen woord achter"),
        (("--help=x",), "hier mag geen woord achter"),
    ],
)
def test_wrong_use_is_one_dutch_sentence_and_2(zlp: Command, arguments: tuple[str, ...], says: str) -> None:
    done = zlp(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert ENGLISH.findall(re.sub(r"--?[\w-]+|'\w+'|zlp \w+", "", done.stderr)) == []
    assert not zlp.home.exists()


def test_words_typed_on_the_command_line_cannot_steer_the_terminal(zlp: Command) -> None:
    done = zlp("plans", "\x1b[2J\x9b31m\u202eweg")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_everything_argparse_can_say_to_a_user_is_in_the_catalogue() -> None:
    """A newer Python may say something new; then this fails, before a user reads English."""
    said = set()
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        match node:
            case ast.Call(func=ast.Name(id="_" | "ngettext"), args=[ast.Constant(value=str(text)), *_]):
                said.add(text)
    assert len(said) > 20
    assert {text for text in said if not OF_PROGRAMMERS.search(text)} - REPLACED <= set(ARGPARSE_SAYS)
    catalogue = dutch()
    assert [text for text in ARGPARSE_SAYS if catalogue(text) == text] == []


def test_the_version_is_told(zlp: Command) -> None:
    done = zlp("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"zlp \d+\.\d+\.\d+\S*\n", done.stdout)
