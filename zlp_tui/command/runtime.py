"""Process set-up: umask, standard streams, signal handling, stderr redirection while the app draws."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from zlp_tui.error_log import open_log

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

BROKEN_PIPE: Final = 141
INTERRUPTED: Final = 130
_GONE: Final = frozenset({errno.EIO, errno.ENXIO, errno.EPIPE})
"""What writing to a terminal gives when it is gone."""


def set_up_process() -> None:
    """Set the umask to owner only, allow no core dump, open closed standard streams, and make them UTF-8."""
    os.umask(0o077)
    _leave_no_core()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _leave_no_core() -> None:
    """A core dump would hold what people said, in whatever folder the command was started."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _open_what_is_closed() -> None:
    """A closed standard stream would give its descriptor to the next file that is opened, such as the store."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def terminal_columns(descriptor: int) -> int | None:
    """How wide the terminal behind a descriptor is now; None where there is none. 0: it does not know."""
    try:
        return os.get_terminal_size(descriptor).columns
    except OSError:
        return None


def flush_output() -> None:
    """Flush standard output; with a closed pipe or a full disk, redirect it to the null device without an error."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


@contextmanager
def exit_on_signals() -> Iterator[None]:
    """Raise `SystemExit` with 128 plus the signal's number on SIGTERM and SIGHUP, so that `finally` blocks run."""

    def end(number: int, _frame: FrameType | None) -> None:
        for caught in signals:
            signal.signal(caught, signal.SIG_IGN)
        raise SystemExit(128 + number)

    signals = [signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else [signal.SIGTERM]
    before = [(caught, signal.signal(caught, end)) for caught in signals]
    try:
        yield
    finally:
        for caught, handler in before:
            signal.signal(caught, handler)


@contextmanager
def keys_unseen(descriptor: int = 0) -> Iterator[None]:
    """While something is made ready that reads keys: those that are typed now wait for it, as they are, and are not
    written on the terminal (U8)."""
    if sys.platform == "win32" or not os.isatty(descriptor):
        yield
        return
    import termios

    usual = termios.tcgetattr(descriptor)
    silent = termios.tcgetattr(descriptor)
    silent[0] &= ~termios.ICRNL  # Enter stays Enter
    silent[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, usual)


@contextmanager
def words_unseen(descriptor: int = 0) -> Iterator[None]:
    """While a line is typed that nobody may read along: it is not written on the terminal, but its end is."""
    if sys.platform == "win32" or not os.isatty(descriptor):
        yield
        return
    import termios

    usual = termios.tcgetattr(descriptor)
    silent = termios.tcgetattr(descriptor)
    silent[3] = (silent[3] & ~termios.ECHO) | termios.ECHONL
    termios.tcsetattr(descriptor, termios.TCSADRAIN, silent)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, usual)


class _ScreenOutput(FileIO):
    """The terminal as the app draws on it. When its window is closed, what is drawn still goes nowhere: SIGHUP ends the
    program, and nothing went wrong that a log must tell."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in _GONE:
                raise
            return memoryview(data).nbytes


@contextmanager
def redirect_stderr(log_file: Path) -> Iterator[None]:
    """Redirect descriptor 2 to the log while the app draws, so that no library writes over the screen.

    Textual draws on `sys.__stderr__`, which becomes a UTF-8 stream of our own on the terminal.
    """
    if os.name != "posix":
        yield
        return
    own, usual = sys.__stderr__, os.dup(2)
    with suppress(OSError):
        log = open_log(log_file)
        os.dup2(log, 2)
        os.close(log)
    with TextIOWrapper(BufferedWriter(_ScreenOutput(os.dup(1), "w")), encoding="utf-8", errors="replace") as screen:
        sys.__stderr__ = screen  # type: ignore[misc]  # declared final, and the only way to tell Textual where to draw
        try:
            yield
        finally:
            sys.__stderr__ = own  # type: ignore[misc]  # as above
            os.dup2(usual, 2)
            os.close(usual)
