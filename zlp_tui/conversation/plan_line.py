"""One line of the home list, apart from the desk: the first picture needs it, and the desk's many classes cost time."""

from __future__ import annotations

from typing import NamedTuple


class PlanLine(NamedTuple):
    """One plan in the home list. `goes_on_at` is a topic's id."""

    id: str
    name: str
    last_talk: str | None
    next: str | None
    goes_on_at: str | None
    goes_on_title: str | None = None
