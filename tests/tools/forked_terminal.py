"""`zlp` on a terminal of its own, in a process forked from one in which the program is loaded."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import termios
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.tools.commands import Limits, become_zlp, loaded_context
from tools.terminal import Running, Terminal

OF_PYTHON = ("PYTHON", "LC_", "LANG", "TEXTUAL")
"""How names begin that are read when Python starts or a library is loaded."""


def reads_at_start(env: Mapping[str, str | None]) -> bool:
    """Whether any of these names decides how the interpreter starts: then it must be started."""
    return any(name.startswith(OF_PYTHON) for name in env)


class ForkedTerminal(Terminal):
    """The command with these arguments, after some `first` lines of Python, on a terminal of its own."""

    def __init__(
        self, arguments: Sequence[str], *, first: str = "", columns: int = 80, rows: int = 24,
        env: Mapping[str, str | None] | None = None, largest_file: int | None = None,
    ) -> None:
        assert not reads_at_start(env or {})
        self._first = first
        super().__init__(arguments, columns=columns, rows=rows, env=env, largest_file=largest_file)

    def _start(
        self, command: Sequence[str], slave: int, env: Mapping[str, str], cwd: Path | None, largest_file: int | None
    ) -> Running:
        end = Connection(os.dup(slave))
        told = (tuple(command), dict(env), end, Limits(largest_file), self._first)
        process = loaded_context().Process(target=_on_terminal, args=told, daemon=True)
        process.start()
        end.close()
        return _Forked(process)


class _Forked:
    """A forked process, as `subprocess` would have it."""

    def __init__(self, process: BaseProcess) -> None:
        assert process.pid is not None
        self.pid = process.pid
        self._process = process

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            raise subprocess.TimeoutExpired("zlp", timeout or 0.0)
        return code

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _on_terminal(arguments: tuple[str, ...], env: dict[str, str], end: Connection, limits: Limits, first: str) -> None:
    """In the new process: the pseudo-terminal becomes the controlling one, as for `Terminal`."""
    os.setsid()
    fcntl.ioctl(end.fileno(), termios.TIOCSCTTY, 0)
    become_zlp(arguments, env, (end.fileno(),) * 3, limits)
    end.close()
    exec(first, {})  # noqa: S102 - lines of a test
    from zlp_tui.cli import main

    raise SystemExit(main())
