"""Errors that nobody waits for: in a thread, in a callback or task of the event loop, in a finaliser.

Python would print them with their message, which may hold what somebody said, and the app would go on half broken.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class StrayErrors(NamedTuple):
    """What to do with an error that nobody waits for; called in the thread in which it happened.

    `failed` ends the app, `output_failed` hears that the terminal can no longer be written, `passed` only logs.
    """

    failed: Callable[[Exception], None]
    output_failed: Callable[[], None]
    passed: Callable[[BaseException], None]

    def watch(self, loop: asyncio.AbstractEventLoop) -> Callable[[], None]:
        """Take over Python's own ways to tell of them; returns what gives these back."""
        before = loop.get_exception_handler(), threading.excepthook, sys.unraisablehook
        loop.set_exception_handler(self._in_loop)
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._in_finaliser

        def give_back() -> None:
            handler, threading.excepthook, sys.unraisablehook = before
            if not loop.is_closed():
                loop.set_exception_handler(handler)

        return give_back

    def _in_loop(self, _: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):  # else a task that was dropped when the app ended
            self.failed(error)

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        error, thread = told.exc_value, told.thread
        if isinstance(error, OSError) and thread is not None and thread.name == WRITER:
            self.output_failed()
        elif isinstance(error, Exception):
            self.failed(error)

    def _in_finaliser(self, told: Any) -> None:  # noqa: ANN401 - its type has no name at run time
        if told.exc_value is not None:
            self.passed(told.exc_value)


WRITER = "textual-output"
"""The name of the thread in which Textual writes to the terminal."""
