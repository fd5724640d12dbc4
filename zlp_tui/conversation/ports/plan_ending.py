"""Port for the end of a plan: since when nothing more is done with it, why, and taking it up again."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.turn import Kept


class PlanEnding(Protocol):
    """Ends a plan, and takes it up again. A plan that has ended stays and can be read; nothing in it is due."""

    @property
    def since(self) -> str:
        """The day since which nothing more is done with the plan, in words; empty while it goes on."""

    @property
    def because(self) -> str:
        """Why, in somebody's own words; empty where that was not said."""

    def day(self, typed: str) -> str:
        """The ISO date of a day as it is typed, today where nothing is; `Refused` for none, and for one to come."""

    def in_words(self, day: str) -> str:
        """An ISO date in words."""

    def end(self, day: str, because: str) -> Kept:
        """Nothing more is done with the plan since an ISO date. An act of who speaks, but no conversation begins."""

    def take_up_again(self) -> Kept:
        """The plan goes on, as it was."""
