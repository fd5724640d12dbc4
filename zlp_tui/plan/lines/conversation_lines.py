"""Sittings: who was there, where they stopped and what was shown, as the view has them."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.lines.closed_lists import Face
from zlp_tui.plan.lines.printed_names import printed_as


@dataclass(frozen=True, slots=True)
class Attendance:
    """When somebody sat at the table during a conversation; `until` is None while they still sit there. `by_key`: they
    showed by their own passphrase that they were there; else they were named."""

    __pydantic_config__ = printed_as({"since": "from", "until": "to"})

    person: str
    since: str
    until: str | None = None
    by_key: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are in the script, by ids, never by an index.

    `item` is None, a part of the step (a side, a moment, a field, a domain), or what an `each:` step is about
    (a choice's, goal's, agreement's or person's id), or both, joined by `/`.
    """

    topic: str
    step: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class TalkExperience:
    """How a conversation was for one person at the table, as they said when it ended (V39)."""

    person: str
    face: Face


@dataclass(frozen=True, slots=True)
class Conversation:
    """One sitting. `resume` is where it stopped, and `route` the id of the way through the script that led there."""

    id: str
    started: str
    ended: str | None = None
    present: tuple[Attendance, ...] = ()
    resume: Place | None = None
    route: str | None = None
    experience: tuple[TalkExperience, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of the program that was on screen on a date, kept as proof that it was shown (L10, L37)."""

    id: str
    shown_on: str
