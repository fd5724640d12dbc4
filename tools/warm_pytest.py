"""Runs pytest again and again, each time in a fork of a process that has the libraries loaded, but none of our code.

    python tools/warm_pytest.py     each line on standard input is a JSON list: a file to write to, seconds, arguments

After each run its exit code is printed on a line; 124 when it took longer than those seconds. Where there is no fork
(Windows) it does not work.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

LIBRARIES: Final = (
    "pytest", "textual.app", "textual.pilot", "textual.widgets", "textual.drivers.headless_driver", "sqlmodel",
    "pydantic", "babel.dates", "babel.support", "yaml", "sqlcipher3.dbapi2", "hypothesis.strategies", "wcwidth",
    "asyncio", "sqlite3",
)
TOO_LONG: Final = 124


def serve() -> None:
    """Run what is asked for, until standard input ends."""
    os.environ["TEXTUAL_FPS"] = "1000"  # as `tests/conftest.py` sets it, before Textual is imported
    for library in LIBRARIES:
        import_module(library)
    for line in sys.stdin:
        written, seconds, *arguments = json.loads(line)
        print(_run(str(written), int(seconds), [str(argument) for argument in arguments]), flush=True)


def _run(written: str, seconds: int, arguments: list[str]) -> int:
    """The exit code of one run of pytest, in a process group of its own, which ends with it."""
    child = os.fork()
    if child == 0:
        os.setsid()
        with Path(written).open("wb") as file, Path(os.devnull).open("rb") as nothing:
            for number, stream in enumerate((nothing, file, file)):
                os.dup2(stream.fileno(), number)
        code = int(import_module("pytest").main(arguments))
        sys.stdout.flush()
        os._exit(code)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(seconds)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    return TOO_LONG if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else os.WEXITSTATUS(status)


if __name__ == "__main__":
    serve()
