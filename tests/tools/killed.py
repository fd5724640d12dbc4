"""Ends a process at a line of ours while it writes, as a kill or a power cut does: for tests of what is left then."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import zlp_tui

if TYPE_CHECKING:
    from _typeshed import TraceFunction

_OURS = tuple(str(Path(zlp_tui.__file__).parent / room) for room in ("keys", "store", "exports"))
_KILLED = 9


def lines_in(act: Callable[[], object]) -> int:
    """How many lines of keys, store and exports an act runs through, in a process of its own that is not stopped."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        seen = 0

        def count() -> None:
            nonlocal seen
            seen += 1

        with suppress(BaseException):
            _tracing(act, count)
        os.write(writing, struct.pack("q", seen))
        os._exit(0)
    os.close(writing)
    (seen,) = struct.unpack("q", os.read(reading, 8))
    os.close(reading)
    os.waitpid(child, 0)
    return int(seen)


def kill_at(act: Callable[[], object], line: int, within: str = "") -> bool:
    """Run an act in a process that ends before the line of this number, from 1; whether it came there.

    With the name of a function, only its lines count.
    """
    child = os.fork()
    if child == 0:
        left = line

        def count() -> None:
            nonlocal left
            left -= 1
            if not left:
                os._exit(_KILLED)

        with suppress(BaseException):
            _tracing(act, count, within)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == _KILLED


def moments(lines: int, most: int = 20) -> Iterator[int]:
    """The numbers of at most so many lines, spread over all of them, the last one too."""
    yield from sorted({1 + (lines - 1) * at // (most - 1) for at in range(most)})


def _tracing(act: Callable[[], object], at_line: Callable[[], None], within: str = "") -> None:
    def in_frame(frame: FrameType, event: str, _argument: object) -> TraceFunction:
        if event == "line":
            at_line()
        return in_frame

    def at_call(frame: FrameType, _event: str, _argument: object) -> TraceFunction | None:
        code = frame.f_code
        return in_frame if code.co_filename.startswith(_OURS) and within in ("", code.co_name) else None

    sys.settrace(at_call)
    act()
