"""README and the pages in `docs/` name each command of `zlp` with its options, and none that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tests.cli.conftest import Command
from tests.tools.prepared import dutch
from zlp_tui.command.parsing.options import CommandName
from zlp_tui.plain.commands.slash_commands import all_commands

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = (
    "README.md", "CONTRIBUTING.md", *(str(page.relative_to(ROOT)) for page in sorted((ROOT / "docs").rglob("*.md"))),
    *(str(page.relative_to(ROOT)) for page in sorted((ROOT / "content").rglob("*.md"))),
)
COMMANDS = tuple(name for name in get_args(CommandName) if name != "app")
ALWAYS = {"--help", "--content", "--as"}
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def options_of(zlp: Command, *command: str) -> set[str]:
    """The options that a command has, as its help tells them."""
    return set(OPTION.findall(zlp(*command, "--help").stdout))


def usages(page: str) -> Iterator[str]:
    """Every `zlp …` of a page: in a code span, or as an indented line."""
    text = (ROOT / page).read_text("utf-8").replace(r"\|", "|")
    for code in (*re.findall(r"`([^`\n]+)`", text), *re.findall(r"(?m)^ {4,}(.+)$", text)):
        used = re.search(r"(?:^|\| )(zlp(?: .*)?)$", code)
        if used:
            yield used[1].partition("#")[0]


def test_help_names_every_command(zlp: Command) -> None:
    told = zlp("--help").stdout
    assert [name for name in COMMANDS if not re.search(rf"(?m)^ +{name} ", told)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_a_command_with_each_of_its_options(zlp: Command, command: str) -> None:
    row = re.search(rf"(?m)^\| `zlp {command}\b.*$", README)
    assert row is not None
    assert options_of(zlp, command) - ALWAYS - set(OPTION.findall(row[0])) == set()


def test_the_readme_names_the_options_of_zlp_itself(zlp: Command) -> None:
    named = {option for usage in usages("README.md") for option in OPTION.findall(usage)}
    assert options_of(zlp) - ALWAYS <= named
    assert [option for option in ALWAYS if f"`{option}" not in README] == []


def test_pages_use_no_command_and_no_option_that_is_not_there(zlp: Command) -> None:
    known = {name: options_of(zlp, name) for name in COMMANDS} | {"": options_of(zlp)}
    wrong = []
    used = [(page, usage) for page in PAGES for usage in usages(page)]
    assert len(used) > 30
    for page, usage in used:
        first = (*usage.split()[1:2], "")[0]
        command = first if re.fullmatch("[a-z][a-z-]*", first) else ""
        if command not in known or set(OPTION.findall(usage)) - known[command]:
            wrong.append(f"{page}: {usage}")
    assert wrong == []


def test_pages_name_no_option_by_itself_that_is_not_there(zlp: Command) -> None:
    known = options_of(zlp).union(*(options_of(zlp, name) for name in COMMANDS))
    named = {
        (page, option)
        for page in PAGES
        for option in re.findall(r"`(--[a-z][a-z-]*)", (ROOT / page).read_text("utf-8"))
    }
    assert {(page, option) for page, option in named if option not in known} == set()


def test_the_page_about_plain_mode_names_its_commands_and_no_others() -> None:
    commands = {command.word for command in all_commands(dutch())}
    named = {
        page: set(re.findall(r"(?<![\w`/])`(/[a-z-]+)", (ROOT / page).read_text("utf-8")))
        for page in ("docs/plain.md", "docs/handleiding.md", "content/nl/help/plain.md")
    }
    assert commands - named["docs/plain.md"] == set()
    assert {(page, word) for page, words in named.items() for word in words - commands} == set()
