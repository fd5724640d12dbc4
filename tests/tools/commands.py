"""The command of `zlp` in a process of its own, with real pipes, forked from one in which the program is loaded.

Loading the program takes longer than most commands do. Where that itself is looked at, and where the environment says
how Python starts, tests start the interpreter.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

LOADED = (
    "zlp_tui.cli", "zlp_tui.command.parsing.arguments", "zlp_tui.command.reading.read_commands",
    "zlp_tui.command.write_commands", "zlp_tui.command.reading.diff_command",
    "zlp_tui.command.reading.show_command", "zlp_tui.command.checking.check_command", "zlp_tui.store.check",
    "zlp_tui.script.lint", "zlp_tui.store.files.access_point_file", "zlp_tui.conversation.session.front_door",
    "zlp_tui.plain.talk_loop", "screens.app", "screens.navigation.plan_navigator", "babel.dates", "babel.lists",
    "pydantic.dataclasses", "wcwidth", "tests.tools.loaded",
)
PATIENCE = 60.0
"""Seconds in which a command ends."""
CAPABILITIES = 0x20080522
"""The version of what Linux is told of them."""


@dataclass(frozen=True)
class Limits:
    """What the process may not do: let a file grow beyond so many bytes, or pass by the rights of files as root may."""

    largest_file: int | None = None
    heeds_rights: bool = False

    def hold(self) -> None:
        """From here on, for this process."""
        if self.largest_file is not None:
            import resource  # Unix alone has it

            sys.dont_write_bytecode = True  # a compiled module would be cut short
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest_file, self.largest_file))
        if self.heeds_rights:
            _heed_rights()


def run_forked(
    arguments: Sequence[str], said: bytes, env: Mapping[str, str], limits: Limits = Limits(), *, first: str = "",
    asked: int | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end in this environment and within these limits, after some `first` lines of Python; what
    it wrote. `asked` is the end of a terminal in which is typed instead."""
    context = loaded_context()
    pipes = [context.Pipe(duplex=False) for _ in range(3)]
    (stdin, typing), (output, stdout), (errors, stderr) = pipes
    if asked is not None:
        stdin.close()
        stdin = Connection(os.dup(asked))
    told = (tuple(arguments), dict(env), (stdin, stdout, stderr), limits, first)
    process = context.Process(target=_run, args=told, daemon=True)
    process.start()
    for end in (stdin, stdout, stderr):
        end.close()
    with ThreadPoolExecutor(3) as threads:
        threads.submit(_type, typing, said)
        written = [threads.submit(_all_of, end) for end in (output, errors)]
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(arguments, PATIENCE)
    return subprocess.CompletedProcess(arguments, process.exitcode, *(end.result() for end in written))


@cache
def loaded_context() -> ForkServerContext:
    """What forks processes in which the program and its screens are loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


def _type(end: Connection, said: bytes) -> None:
    with suppress(BrokenPipeError), open(end.fileno(), "wb", closefd=False) as pipe:
        pipe.write(said)
    end.close()


def _all_of(end: Connection) -> bytes:
    with open(end.fileno(), "rb", closefd=False) as pipe:
        written = pipe.read()
    end.close()
    return written


def _heed_rights() -> None:
    """Give up CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, so that rights hold for root too."""
    header = (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()  # twice: in effect, permitted, inherited
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, held) == 0, ctypes.get_errno()
    for number in (0, 1):
        held[number] &= ~0b110
    assert libc.capset(header, held) == 0, ctypes.get_errno()


def _run(
    arguments: tuple[str, ...], env: dict[str, str], ends: tuple[Connection, ...], limits: Limits, first: str
) -> None:
    become_zlp(arguments, env, tuple(end.fileno() for end in ends), limits)
    for end in ends:
        end.close()
    exec(first, {})  # noqa: S102 - lines of a test
    from zlp_tui.cli import main

    sys.exit(main())


def become_zlp(arguments: tuple[str, ...], env: Mapping[str, str], ends: tuple[int, ...], limits: Limits) -> None:
    """In the new process, with these three ends: all is as if the interpreter had started `zlp` there."""
    for number, end in enumerate(ends):
        os.dup2(end, number)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - open until the process ends
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.argv = ["zlp", *arguments]
    limits.hold()
