"""A program in a pseudo-terminal, with the picture it paints: for the terminal battery and the benchmarks.

A thread stamps every chunk as it arrives and answers what a terminal is asked, so drawing the picture delays no stamp.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import queue
import re
import resource
import select
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, Self

import pyte

now = time.perf_counter

_ASKED = re.compile(rb"\x1b\[(?:(?P<attributes>0?c)|(?P<cursor>6n)|\?(?P<mode>\d+)\$p)")
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b[P_^X].*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u"
    rb"|\x1b\[[0-9;]* q|\x1b\[[0-9;]*t",
    re.DOTALL,
)
_HALF_A_SEQUENCE = re.compile(rb"\x1b(?:[P_^X\]](?:(?!\x07|\x1b\\).)*|\[[0-9;?<>=$ ]*)?\Z", re.DOTALL)
_ENV_OF_THE_CALLER = (
    "ACCESSIBLE", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLORTERM", "TERM_PROGRAM",
)


class Never(AssertionError):
    """What was waited for did not come; the message shows the picture."""


class Running(Protocol):
    """A program that was started, as `subprocess.Popen` has it."""

    @property
    def pid(self) -> int:
        """The id of the process, which leads a group of its own."""

    def poll(self) -> int | None:
        """The exit code (negative: the signal); None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, when it has ended; `subprocess.TimeoutExpired` after so many seconds."""

    def send_signal(self, sig: int) -> None:
        """Send a signal, unless it has ended."""

    def terminate(self) -> None:
        """Send SIGTERM."""

    def kill(self) -> None:
        """Send SIGKILL."""


class Terminal:
    """One program on a terminal of its own. `raw` is every byte it wrote. Use as a context manager."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 80, rows: int = 24, env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None, largest_file: int | None = None,
    ) -> None:
        """Start `command`. An env value of None takes the name away; `largest_file` is a full disk, in bytes."""
        self.raw = bytearray()
        self.ended = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._half = b""
        self._master, slave = pty.openpty()
        self._wake, self._waker = os.pipe()
        self._set_size(columns, rows)
        self.settings = termios.tcgetattr(self._master)
        self.started = now()
        self.process = self._start(command, slave, _environment(env or {}), cwd, largest_file)
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _start(
        self, command: Sequence[str], slave: int, env: Mapping[str, str], cwd: Path | None, largest_file: int | None
    ) -> Running:
        """Start the program on the other end of the pseudo-terminal, as the leader of a session of its own."""
        return subprocess.Popen(
            list(command), stdin=slave, stdout=slave, stderr=slave, env=env, cwd=cwd,
            start_new_session=True, preexec_fn=lambda: _in_child(largest_file),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, keys: str | bytes) -> float:
        """Press keys; the moment they were written."""
        data = keys.encode() if isinstance(keys, str) else keys
        written = now()
        while data:
            data = data[os.write(self._master, data[:4096]) :]
        return written

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._set_size(columns, rows)
        self._screen.resize(rows, columns)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def text(self) -> str:
        """The picture as it is drawn now, line by line."""
        return "\n".join(self._screen.display)

    @property
    def cursor_visible(self) -> bool:
        """Whether the terminal shows its own cursor."""
        return not self._screen.cursor.hidden

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the row of the terminal's own cursor."""
        return self._screen.cursor.x, self._screen.cursor.y

    def draw(self, timeout: float) -> float | None:
        """Draw one chunk; when it arrived, or None when none came in time or the program is gone."""
        try:
            stamp, chunk = self._chunks.get(timeout=max(0.0, timeout))
        except queue.Empty:
            return None
        if not chunk:
            self.ended = True
            return None
        data = self._half + chunk
        half = _HALF_A_SEQUENCE.search(data)
        cut = half.start() if half and len(data) - half.start() < 4096 else len(data)
        data, self._half = data[:cut], data[cut:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return stamp

    def drain(self) -> None:
        """Draw all that has arrived."""
        while not self._chunks.empty():
            self.draw(0)

    def wait(self, seen: Callable[[str], bool], timeout: float = 10.0) -> float | None:
        """Draw until the picture is as asked; when the chunk arrived that made it so, or None."""
        end = now() + timeout
        while now() < end and not self.ended:
            stamp = self.draw(end - now())
            if stamp is not None and seen(self.text()):
                return stamp
        return None

    def expect(self, pattern: str, timeout: float = 10.0) -> str:
        """Wait until the pattern stands in the picture; what it matched. `Never` when it does not come."""
        self.drain()
        found = re.search(pattern, self.text())
        if not found:
            self.wait(lambda text: re.search(pattern, text) is not None, timeout)
            found = re.search(pattern, self.text())
        if not found:
            raise Never(f"{pattern!r} did not come in {timeout} s; the picture:\n{self.picture()}")
        return found[0]

    def complete(self, stamp: float, quiet: float = 0.06) -> float:
        """When the last chunk arrived that still changed the picture, `quiet` seconds being the end of it."""
        before, end = self.text(), now() + quiet
        while (arrived := self.draw(end - now())) is not None:
            if self.text() != before:
                before, stamp, end = self.text(), arrived, now() + quiet
        return stamp

    def settle(self, quiet: float = 0.15, timeout: float = 3.0) -> None:
        """Draw until nothing has come for `quiet` seconds."""
        end = now() + timeout
        while now() < end and self.draw(quiet) is not None:
            pass

    def rest(self, quiet: float = 0.15, timeout: float = 30.0) -> None:
        """Draw until for `quiet` seconds nothing has come and the program did nothing: on a busy machine one without
        the other only tells that it had no turn."""
        end, (used, _) = now() + timeout, self._processor()
        while now() < end and not self.ended:
            came = self.draw(quiet) is not None
            before, (used, wishes) = used, self._processor()
            if not came and not wishes and used - before <= 1:
                return

    def _processor(self) -> tuple[int, bool]:
        """How many hundredths of a second of processor the program has used, and whether it waits for more."""
        try:
            told = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        except (FileNotFoundError, ProcessLookupError):  # it has ended
            return 0, False
        state, *counted = told.rpartition(")")[2].split()
        return int(counted[10]) + int(counted[11]), state in "RD"

    def picture(self) -> str:
        """The picture without the empty lines and ends, for a message."""
        return "\n".join(line.rstrip() for line in self.text().split("\n") if line.strip())

    def end(self, timeout: float = 5.0) -> int:
        """Wait until the program is gone; its exit code (negative: the signal). `Never` when it stays."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.drain()
            raise Never(f"still there after {timeout} s; the picture:\n{self.picture()}") from None
        self._reader.join(2)
        self.drain()
        return code

    def hang_up(self) -> None:
        """Close the window: the program gets SIGHUP and its terminal is gone."""
        if self._reader.is_alive():
            os.write(self._waker, b"x")
            self._reader.join()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def restored(self) -> bool:
        """Whether the terminal is as the program found it: settings, main screen, cursor, no mouse, no paste marks."""
        modes = dict(re.findall(rb"\x1b\[\?(1049|25|1000|1003|1006|2004)([hl])", bytes(self.raw)))
        as_found = {b"25": b"h"}
        return termios.tcgetattr(self._master) == self.settings and all(
            last == as_found.get(mode, b"l") for mode, last in modes.items()
        )

    @property
    def put_aside(self) -> bool:
        """Whether the program is stopped, as a shell's job is after Ctrl+Z."""
        state = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        return state.split()[0] == "T"

    def memory(self) -> float:
        """What the program holds of memory now, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else float("nan")

    def close(self) -> None:
        """End the program and its terminal; idempotent."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(5)
        self.hang_up()
        for pipe in (self._wake, self._waker):
            with contextlib.suppress(OSError):
                os.close(pipe)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 9, rows * 18))

    def _read(self) -> None:
        tail = b""
        while True:
            ready, _, _ = select.select([self._master, self._wake], [], [])
            try:
                chunk = b"" if self._wake in ready else os.read(self._master, 1 << 16)
            except OSError:
                chunk = b""
            self._chunks.put((now(), chunk))
            if not chunk:
                return
            self.raw += chunk
            data, end = tail + chunk, 0
            for asked in _ASKED.finditer(data):
                end = asked.end()
                self._answer(asked)
            tail = data[max(end, len(data) - 16) :]

    def _answer(self, asked: re.Match[bytes]) -> None:
        if asked["attributes"]:
            answer = b"\x1b[?62;22c"
        elif asked["cursor"]:
            answer = b"\x1b[1;1R"
        else:
            answer = b"\x1b[?%s;%d$y" % (asked["mode"], 2 if asked["mode"] == b"2026" else 0)
        with contextlib.suppress(OSError):
            os.write(self._master, answer)


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a user at a terminal of their own: ours, without what belongs to our terminal."""
    own = {name: value for name, value in os.environ.items() if name not in _ENV_OF_THE_CALLER}
    wanted: dict[str, str | None] = {**own, "TERM": "xterm-256color", "COLORTERM": "truecolor", **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def _in_child(largest_file: int | None) -> None:
    """Between fork and exec: the pseudo-terminal becomes the controlling one, and the disk as full as asked."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
