"""Instants and dates as they are kept: text, in one shape each, so that they sort and compare as text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NewType

Instant = NewType("Instant", str)
"""A moment in UTC, to the millisecond: `2026-03-03T09:00:00.000Z`. Made by `instant` only."""

IsoDay = NewType("IsoDay", str)
"""A local date: `2026-03-03`. Made by `day` only."""


def instant(at: datetime) -> Instant:
    """An aware moment as it is kept; ValueError for one without a time zone, because nobody knows when that is."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return Instant(at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"))


def day(on: date) -> IsoDay:
    """A date as it is kept."""
    return IsoDay(on.strftime("%Y-%m-%d") if isinstance(on, datetime) else on.isoformat())
