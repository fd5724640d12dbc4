"""A command of `zlp` in this process, on a home whose lock is given: what it prints, and the errors that it raises."""

from __future__ import annotations

import io
import os
from pathlib import Path

from tests.tools.prepared import dutch, our_script
from zlp_tui import places
from zlp_tui.cli import _run_command
from zlp_tui.command.parsing.arguments import parse_arguments
from zlp_tui.command.program import Program
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.typed.stdin_reader import StdinReader
from zlp_tui.script.script import Script


class InProcess(Program):
    """The program in this process, with a script that is loaded already."""

    def script(self) -> Script:
        """Ours."""
        return our_script()


def in_process(home: Path, lock: HomeLock, *arguments: str) -> InProcess:
    """The program on this home, with these arguments."""
    options = parse_arguments(arguments, dutch(), places.content())
    program = InProcess(options, dutch(), locale_folder=places.content() / "nl", home=home, packs=())
    program.lock = lock
    return program


def printed(home: Path, lock: HomeLock, *arguments: str, said: str = "") -> str:
    """What a command prints that ends with 0, with these lines on standard input."""
    program = in_process(home, lock, *arguments)
    written, (reading, typing) = io.BytesIO(), os.pipe()
    os.write(typing, said.encode())
    os.close(typing)
    program.out = LineWriter(written, columns=lambda: 80)
    program.lines = StdinReader(reading)
    try:
        assert _run_command(program) == 0
    finally:
        os.close(reading)
    return written.getvalue().decode()
