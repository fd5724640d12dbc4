"""The process that we are: its files, its streams, and how others may end it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Final

from zlp_tui.command.log import open_log

BROKEN_PIPE: Final = 141
INTERRUPTED: Final = 130


def settle() -> None:
    """Files are for their owner only; the three standard streams are there and speak UTF-8, whatever the locale."""
    os.umask(0o077)
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _open_what_is_closed() -> None:
    """A closed standard stream would give its number to the next file that is opened: to the plans, perhaps."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def can_show_screens() -> bool:
    """Whether there is a terminal that can show screens, or another driver of Textual (a browser) that does."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    term = os.environ.get("TERM", "" if os.name == "posix" else "windows")
    return os.isatty(0) and os.isatty(1) and term not in ("", "dumb")


def let_go_of_output() -> None:
    """Write what is left; when nobody reads it any more or the disk is full, without an error at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


@contextmanager
def ends_on_signals() -> Iterator[None]:
    """SIGTERM and SIGHUP end the program as `SystemExit` with 128 plus their number, so that all is kept and closed."""

    def end(number: int, _frame: FrameType | None) -> None:
        for one in signals:
            signal.signal(one, signal.SIG_IGN)
        raise SystemExit(128 + number)

    signals = [signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else [signal.SIGTERM]
    before = [(one, signal.signal(one, end)) for one in signals]
    try:
        yield
    finally:
        for one, handler in before:
            signal.signal(one, handler)


@contextmanager
def screen_to_itself(log_file: Path) -> Iterator[None]:
    """While the app draws, nothing else reaches the terminal: what libraries write to descriptor 2 goes to the log.

    Textual draws on `sys.__stderr__`; that becomes a stream of our own on the terminal, in UTF-8.
    """
    if os.name != "posix":
        yield
        return
    own, usual = sys.__stderr__, os.dup(2)
    with suppress(OSError):
        log = open_log(log_file)
        os.dup2(log, 2)
        os.close(log)
    with os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace") as screen:
        sys.__stderr__ = screen  # type: ignore[misc]  # declared final, and the only way to tell Textual where to draw
        try:
            yield
        finally:
            sys.__stderr__ = own  # type: ignore[misc]  # as above
            os.dup2(usual, 2)
            os.close(usual)
