"""Signals that end the app: the window is closed (SIGHUP) or the computer shuts down (SIGTERM)."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Final

PATIENCE: Final = 2.0
"""Seconds to leave in an orderly way; a terminal that is gone may never answer."""

if sys.platform == "win32":
    from threading import Timer

    SIGNALS: Final = (signal.SIGTERM, signal.SIGBREAK)

    def _exit_later(code: int) -> None:
        timer = Timer(PATIENCE, os._exit, (code,))
        timer.daemon = True
        timer.start()
else:
    SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)

    def _exit_later(code: int) -> None:
        signal.signal(signal.SIGALRM, lambda *_: os._exit(code))
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)


def close_on_signals(loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Call `leave` with 128 plus the signal's number, and make sure that the program ends.

    Not through `loop.add_signal_handler`: that loses a signal when many keys are waiting, because both use one pipe.
    """

    def caught(number: int, _frame: FrameType | None) -> None:
        code = 128 + number
        _exit_later(code)
        loop.call_soon_threadsafe(leave, code)

    for number in SIGNALS:
        signal.signal(number, caught)
