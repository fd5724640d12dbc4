"""The port for who sits at the table, who types and who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from zlp_tui.plan.view import Person


class TableSeats(Protocol):
    """Who sits at the table, who types and who speaks."""

    @property
    def voice(self) -> Person:
        """Who speaks now."""

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""

    @property
    def keyboard_user(self) -> Person | None:
        """Who types in this sitting; None until somebody says so."""

    @property
    def last_keyboard_user(self) -> Person | None:
        """Who typed last on this computer, or else in this plan: to be proposed, and never assumed.

        None when that was never said, or the plan does not know them.
        """

    def speak_as(self, person: str) -> None:
        """From now on this person speaks; who joined by name sits down. `Refused` for who is not here."""

    def hand_over(self, person: str) -> None:
        """From now on this person speaks, and what is typed at our place becomes theirs; where they typed something
        there themselves, each keeps their own words. What is marked stays with who marked it. `Refused` for who is not
        here."""

    def not_asked_yet(self) -> Person | None:
        """Who is present and has no answer of their own to a question that is `for_each_voice`; None for nobody."""

    def join(self, name: str) -> tuple[Person, bool]:
        """Somebody at the table by name: known, or added; True when new.

        `Refused` for what is no name. `Doubtful` for what may be none; the same again is taken as it is.
        """

    def sit_at_keyboard(self, person: str) -> None:
        """This person types from now on, and so is here; it is remembered for the next sitting."""

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""

    def asked_along(self) -> Mapping[str, str]:
        """By person who is not here: what the client put off until they are, in words."""
