"""A few small questions that a command asks, between the questions of the conversation."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import FollowUp, Slot


class Waiting(Protocol):
    """Where words wait that were typed and are not kept yet."""

    @property
    def text(self) -> str:
        """The words; empty when there are none."""

    def keep(self, text: str) -> None:
        """Keep the words as they are typed now; an empty text forgets them."""


class Asking(Protocol):
    """What a command asks. It hears the lines that are typed, until it has what it needs."""

    def ask(self) -> None:
        """Write the question that it is at now."""

    def hear(self, typed: str) -> bool:
        """Take an answer; an empty one goes on. True when there is nothing more to ask.

        `Refused` for what fits nothing: the question stays.
        """

    def leave(self) -> None:
        """It is left halfway: keep what was answered."""

    @property
    def unsaid(self) -> Waiting | None:
        """Where words that are typed now wait until they are kept; None where no words are asked."""


class AtThePlace:
    """Words that were typed at the question of the conversation."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def text(self) -> str:
        """The words; empty when there are none."""
        return self._desk.draft()

    def keep(self, text: str) -> None:
        """Keep the words as they are typed now; an empty text forgets them."""
        self._desk.keep_draft(text)


class Unsaid:
    """Words of a command that were typed and are not kept yet: for what, and about which line of the plan."""

    def __init__(self, follow_up: FollowUp, slot: Slot, about: str | None = None) -> None:
        self._follow_up = follow_up
        self._slot: Slot = slot
        self._about = about

    @property
    def text(self) -> str:
        """The words; empty when there are none."""
        return self._follow_up.draft(self._slot, self._about)

    def keep(self, text: str) -> None:
        """Keep the words as they are typed now; an empty text forgets them."""
        self._follow_up.keep_draft(self._slot, self._about, text)

    def after(self, before: str, said: str) -> None:
        """Words were said here: those that waited stay when they are others, and are gone when they are the same."""
        wait = "" if before == said else before
        if self.text != wait:
            self.keep(wait)
