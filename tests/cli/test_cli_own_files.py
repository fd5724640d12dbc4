"""Commands print the same of plans in one file and of plans that each have a locked file of their own."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.tools.locked import home_lock, locked_home
from tests.tools.prepared import dutch, our_script
from tests.tools.window import lay_examples
from zlp_tui import places
from zlp_tui.cli import _run_command
from zlp_tui.command.arguments import parse_arguments
from zlp_tui.command.program import Program
from zlp_tui.conversation.session.home_lock import HomeLock
from zlp_tui.plain.line_writer import LineWriter
from zlp_tui.script.script import Script
from zlp_tui.store.plan_list_rows import rows_in

OF_ALL = (
    ("plans",), ("plans", "--all", "--json"), ("due", "--within", "400"), ("due", "--within", "400", "--json"),
    ("today",), ("today", "--json"),
)
OF_ONE = (
    ("show",), ("show", "--page"), ("show", "--short"), ("show", "--json"), ("prepare",), ("prepare", "--json"),
    ("prepare", "--questions"), ("diff",), ("diff", "--json"), ("check", "--law"), ("today", "--json", "--plan"),
)
"""What is told of one plan, which comes behind it."""


class InProcess(Program):
    """The program in this process, with a script that is loaded already."""

    def script(self) -> Script:
        """Ours."""
        return our_script()


def printed(home: Path, lock: HomeLock, *arguments: str) -> str:
    """What a command prints of a home."""
    options = parse_arguments(arguments, dutch(), places.content())
    program = InProcess(options, dutch(), locale_folder=places.content() / "nl", home=home, packs=())
    written = io.BytesIO()
    program.lock, program.out = lock, LineWriter(written, columns=lambda: 80)
    assert _run_command(program) == 0
    return written.getvalue().decode()


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, HomeLock, Path, HomeLock]:
    """The examples in one file, and each in a file of its own."""
    one = tmp_path_factory.mktemp("homes") / "one"
    lay_examples(one)
    own = Path(shutil.copytree(one, one.with_name("own")))
    return one, home_lock(one), own, locked_home(own)


def _commands(lock: HomeLock) -> Iterator[tuple[str, ...]]:
    """Every command that reads, on two plans, by id or by name."""
    with lock.to_read().listing() as session:
        assert session is not None
        plans = rows_in(session, which="all")
    of_one = (
        (*command, row.id if nth % 2 else row.name)
        for at, row in enumerate(plans) for nth, command in enumerate(OF_ONE) if nth % 3 == at % 3
    )
    return chain(OF_ALL, of_one, (("search", plans[0].id, "koffie"), ("search", plans[1].id, "koffie", "--json")))


def test_every_command_that_reads_prints_the_same(
    homes: tuple[Path, HomeLock, Path, HomeLock], capsys: pytest.CaptureFixture[str]
) -> None:
    one, open_to_all, own, lock = homes
    told = set[str]()
    for command in _commands(lock):
        outputs = [(printed(one, open_to_all, *command), capsys.readouterr().err),
                   (printed(own, lock, *command), capsys.readouterr().err)]
        assert outputs[0] == outputs[1], command
        told.add(outputs[0][0])
    assert len(told) > 25
