"""The lock on the plans line by line in a terminal: asked before the plans are opened, as on the screens."""

from __future__ import annotations

import os
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from zlp_tui.command.questions.passphrases import can_be_asked, is_given, unseen_lines
from zlp_tui.command.questions.unlocking import named_holder
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.idle_watch import IdleWatch, seconds_slept
from zlp_tui.plain.plain_wizard import PlainWizard
from zlp_tui.plain.screen_lock import ScreenLock
from zlp_tui.plain.typed.watched_lines import WatchedLines
from zlp_tui.store.lists.plan_list_rows import rows_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from zlp_tui.command.program import Program
    from zlp_tui.conversation.ports.door_to_plans import FrontDoor

WIPED: Final = "\x1b[H\x1b[2J\x1b[3J"
"""Empties a terminal, and what can be scrolled back to in it where it knows how."""


def opened_by_somebody(program: Program) -> bool:
    """Have somebody unlock, or give whoever begins the first plan a key; False when they stopped before that.

    True at once where nobody can be asked, or a file has the passphrase: then opening the plans says what is wrong.
    """
    if is_given() or not can_be_asked():
        return True
    talks = HomeLockWizards(program.lock, program.tr, named_holder(program))
    keys = PlainWizard(program.lines, program.out, program.tr, unseen_lines())
    if talks.is_locked:
        opened = keys.run(talks.unlocking()) is not None
    else:
        step = None if _some_plans(program) else talks.before_first_plan(lambda: None)
        opened = step is None or keys.run(step) is not None
    if opened:
        _tell_what_is_offered(program, talks)
    return opened


def watched_lines(program: Program, wish: Callable[[], int | None] = lambda: None) -> WatchedLines | None:
    """The lines of a terminal whose screen is locked when nobody is there; None for a pipe, and where plans have no
    lock. `wish` gives the minutes that the client wants."""
    if sys.platform == "win32" or not (os.isatty(0) and os.isatty(1)):  # there nobody sees that a line is being typed
        return None
    if not HomeLockWizards(program.lock, program.tr).holder:
        return None
    watch = IdleWatch(time.monotonic, seconds_slept, program.lock_after)
    lines = WatchedLines(
        program.lines, watch, program.out,
        lambda: program.tr("Soon the screen is locked. Any key keeps it open."), wish=wish,
    )
    lines.begin()
    return lines


def screen_lock(program: Program, front: FrontDoor) -> ScreenLock:
    """What locks a conversation line by line."""
    def wipe() -> None:
        if os.isatty(1):
            program.out.raw(WIPED)

    return ScreenLock(front, HomeLockWizards(program.lock, program.tr), program.out, program.tr, wipe)


def _tell_what_is_offered(program: Program, talks: HomeLockWizards) -> None:
    """What home offers on the screens is a command here: who talks line by line is not held up by it."""
    out, tr = program.out, program.tr
    match talks.offered:
        case "lock":
            out.print(tr("The plans have no lock yet. To lock them, type: {command}", command="zlp keys add NAAM"))
        case "confirm":
            out.print(tr("The old file without a lock is still here."))
            out.print(tr("Is everything there? Then type: {command}", command="zlp keys confirm"))


def _some_plans(program: Program) -> bool:
    """Whether there are plans, also such that have ended."""
    with closing(program.lock.to_read()) as plans, plans.listing() as session:
        return bool(session and rows_in(session, limit=1, which="all"))
