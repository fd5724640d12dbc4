"""What a command of the conversation is: a word that begins with a slash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zlp_tui.conversation.desk import Desk
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.walk import Walk


@dataclass(frozen=True, slots=True)
class Command:
    """A word, what may stand after it, what it does in words, and the doing: it gets what stands after it."""

    word: str
    takes: str
    about: str
    run: Callable[[Walk, str], None]
    beside: bool = False
    """Whether it can stand between the small questions of another command; all others end those."""
    offered: Callable[[Desk], bool] = lambda desk: True
    """Whether this plan and its script have what it leads to; else it is not known here, nor told in the help."""
    unsaid: Callable[[Walk, str], tuple[Unsaid, str]] | None = None
    """For a command with words to keep: where they wait while the line is not whole, and which of it they are."""
