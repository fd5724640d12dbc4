"""The type of a slash command of plain mode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.plain_talk import PlainTalk


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A command: its word, its arguments, its line of help, and the function that runs it with its argument."""

    word: str
    takes: str
    about: str
    run: Callable[[PlainTalk, str], None]
    beside: bool = False
    """Whether it leaves the question of another command open; all others end it."""
    offered: Callable[[Desk], bool] = lambda desk: True
    """Whether this plan and its script have what it leads to; else it is unknown here, and absent from the help."""
    draft: Callable[[PlainTalk, str], tuple[CommandDraft, str]] | None = None
    """For a command that saves words: its draft, and the part of the argument that is words."""
