"""Who heard or said what: of each line, who sat at the table at every Change of it (decision 0051).

It follows the history Change by Change, in their order, so no clock decides who heard something.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

NOBODY: frozenset[str] = frozenset()

HistoryRow = tuple[int, str, str, str, str, str | None, str]
"""Of a Change: seq, row, table, `add` or `alter`, by whom, in which conversation, and the JSON of its new values."""


class Heard:
    """Follows the history of one plan. Following it again goes on after the last Change that it knows."""

    def __init__(self) -> None:
        self.seq = 0
        """The last Change that was followed."""
        self._seats: dict[str, tuple[str, str]] = {}
        """Of each attendance its conversation and its person."""
        self._seated: dict[str, frozenset[str]] = {}
        """Who sits at the table, by conversation."""
        self._sat: dict[str, frozenset[str]] = {}
        """Who ever sat there, by conversation."""
        self._talk_of: dict[str, str] = {}
        """The conversation of each row that tells of one."""
        self._heard_by: dict[str, frozenset[str]] = {}
        self._said_by: dict[str, str] = {}
        self._last_in: dict[str, str | None] = {}

    def follow(self, history: Iterable[HistoryRow]) -> None:
        """Follow Changes, in their order."""
        for seq, row, of, kind, by, conversation, after in history:
            self.seq = seq
            if of == "attendance":
                self._seat(row, json.loads(after))
            elif of == "conversation":
                self._talk_of[row] = row
            self._note(row, kind, by, conversation)

    def knows(self, person: str, row: str) -> bool:
        """Whether somebody was there at every Change of a row, or said it themselves."""
        if row in self._talk_of:
            return person in self._sat.get(self._talk_of[row], NOBODY)
        return person in self._heard_by.get(row, NOBODY) or self.said(person, row)

    def is_untold(self, row: str) -> bool:
        """Whether nobody ever said anything at a row."""
        return row not in self._last_in

    def said(self, person: str, row: str) -> bool:
        """Whether somebody added a row: their own words."""
        return self._said_by.get(row) == person

    def is_of(self, row: str, conversation: str | None) -> bool:
        """Whether a row changed last in this conversation."""
        return conversation is not None and self._last_in.get(row) == conversation

    def _seat(self, row: str, after: dict[str, str | None]) -> None:
        """Follow somebody who sits down, gets up, or is taken away from where they were seated by mistake."""
        if "person" in after:
            self._seats[row] = (str(after["conversation"]), str(after["person"]))
        talk, person = self._seats[row]
        self._talk_of[row] = talk
        sits = after.get("until") is None and after.get("withdrawn_at") is None
        seated = self._seated.get(talk, NOBODY)
        self._seated[talk] = seated | {person} if sits else seated - {person}
        if sits:
            self._sat[talk] = self._sat.get(talk, NOBODY) | {person}

    def _note(self, row: str, kind: str, by: str, conversation: str | None) -> None:
        self._last_in[row] = conversation
        there = (self._seated.get(conversation, NOBODY) if conversation else NOBODY) | {by}
        if kind == "add":
            self._said_by[row], self._heard_by[row] = by, there
        else:
            self._heard_by[row] = self._heard_by.get(row, NOBODY) & there
