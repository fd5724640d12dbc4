"""Python's garbage collector: off while the program is loaded, which makes much and throws nothing away."""

from __future__ import annotations

import gc


def pause_collector() -> None:
    """Turn it off, until `resume_collector`. For who starts the process alone: it is one switch for all of it."""
    gc.disable()


def resume_collector() -> None:
    """Never look through what is loaded by now, and turn it on. Nothing happens where nobody paused it.

    What is alive at this moment is never freed: a program does this once, and not each app that is made in a process.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
