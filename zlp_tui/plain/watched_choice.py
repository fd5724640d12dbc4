"""What is asked line by line before a talk, as whose plan it is about, under a lock that falls when nobody types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
from zlp_tui.plain.screen_lock import ScreenLock
from zlp_tui.plain.typed.watched_lines import WatchedLines, WentIdle

ChosenT = TypeVar("ChosenT")


def chosen_while_watched(
    choose: Callable[[], ChosenT | None], watched: WatchedLines, lock: ScreenLock,
    ask: Callable[[WizardStep], WizardDone | None],
) -> ChosenT | None:
    """What `choose` gives, which reads the watched lines; None where it was left, or nobody unlocked again.

    When nobody types, the screen is locked. Who unlocks it is asked anew. What was typed of a line is forgotten: it
    would be the beginning of the passphrase.
    """
    watched.begin()
    while True:
        try:
            return choose()
        except WentIdle:
            watched.drop()
            if not lock.close(None, ask):
                return None
            watched.begin()
