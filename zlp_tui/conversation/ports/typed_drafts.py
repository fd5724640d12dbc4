"""The port for drafts: what is typed, ticked or marked, and not yet said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from zlp_tui.plan.view import Place


@dataclass(frozen=True, slots=True)
class OfferedDraft:
    """Words that were typed and not yet said when a conversation ended, and where.

    `anew` is the statement that the words were to say differently, when they were typed to correct one.
    """

    place: Place
    text: str
    voice: str | None
    anew: str | None = None
    by: str = ""
    """The name of who typed them; empty where that is not known."""
    own: bool = True
    """Whether they are of who speaks now."""


class TypedDrafts(Protocol):
    """What is typed or marked at our place, and not yet said."""

    def draft(self, anew: str | None = None) -> str:
        """Words typed at our place and not yet said; with `anew`, those typed to say that statement differently."""

    def drafts_of_others(self, anew: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed at our place, or to say that statement differently, and did not say; each
        with their name, newest first. The name is empty where nobody sat here.
        """

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed at our place, or to say a statement differently; an empty text forgets it.

        The face throttles.
        """

    def marks(self) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order at our place and did not keep, by id; None for nothing."""

    def keep_marks(self, marks: tuple[str, ...] | None) -> None:
        """Keep what is ticked, marked or put in order at our place as a draft; `()` for no tick, None forgets it.

        The face throttles. An answer forgets it.
        """

    def drafts(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""
