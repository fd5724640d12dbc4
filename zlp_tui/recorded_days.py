"""Days that a clock recorded. One that was wrong gives a day that cannot be, which neither orders, counts nor is told.

What was said then stays, in its place by number (K12).
"""

from __future__ import annotations

from typing import Final

FIRST: Final = "2020-01-01"
"""No plan is older: a day before it is of a clock that was never set."""


def can_be(day: str, today: str) -> bool:
    """Whether something can have been done on this day or at this instant; both are in ISO format."""
    return FIRST <= day[:10] <= today
