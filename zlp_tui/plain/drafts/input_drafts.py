"""Drafts of plain mode: text that was typed and not saved yet, for a question of the script or for a command."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import DraftSlot, FollowUp


class InputDraft(Protocol):
    """A draft: text that was typed and not saved as an answer yet. Stored at each change."""

    @property
    def text(self) -> str:
        """The stored text; empty when there is none."""

    def of_others(self) -> tuple[tuple[str, str], ...]:
        """What others typed here and did not say, each with their name; the name is empty where it is not known."""

    def keep(self, text: str) -> None:
        """Store this text; an empty one deletes the draft."""


class QuestionDraft:
    """The draft of the current question of the script."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def text(self) -> str:
        """The stored text; empty when there is none."""
        return self._desk.draft()

    def of_others(self) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed here and did not say."""
        return self._desk.drafts_of_others()

    def keep(self, text: str) -> None:
        """Store this text; an empty one deletes the draft."""
        self._desk.keep_draft(text)


class CommandDraft:
    """The draft of a command: per slot, and per line of the plan where the command is about one."""

    def __init__(self, follow_up: FollowUp, slot: DraftSlot, about: str | None = None) -> None:
        self._follow_up = follow_up
        self._slot: DraftSlot = slot
        self._about = about

    @property
    def text(self) -> str:
        """The stored text; empty when there is none."""
        return self._follow_up.draft(self._slot, self._about)

    def of_others(self) -> tuple[tuple[str, str], ...]:
        """What others than who writes typed here and did not keep."""
        return self._follow_up.drafts_of_others(self._slot, self._about)

    def keep(self, text: str) -> None:
        """Store this text; an empty one deletes the draft."""
        self._follow_up.keep_draft(self._slot, self._about, text)

    def after(self, before: str, said: str) -> None:
        """Restore the draft from before an answer was saved, unless the answer was that draft."""
        left = "" if before == said else before
        if self.text != left:
            self.keep(left)
