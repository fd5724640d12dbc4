"""The protocol of a question that a command asks, between the questions of the script."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.plain.drafts.input_drafts import InputDraft


class CommandQuestion(Protocol):
    """One or more questions of a command. It gets the typed lines until it needs no more."""

    @property
    def writes(self) -> bool:
        """Whether the words of somebody are asked for, so that `/who` says whose they are and leaves it open."""

    def ask(self) -> None:
        """Print the current question."""

    def receive(self, typed: str) -> bool:
        """Take an answer; an empty one skips the question. True when nothing more is asked.

        `Refused` for an answer that cannot be parsed; the question stays.
        """

    def help(self) -> tuple[str, ...]:
        """What can be typed as an answer to the current question, in at most three lines."""

    def leave(self) -> None:
        """Save what was answered so far, because another command or the end comes first."""

    @property
    def draft(self) -> InputDraft | None:
        """The draft of the words that are asked for now; None where the question asks for no words."""
