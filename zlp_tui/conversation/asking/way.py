"""The way of a conversation: along which route it walks, and what of that route it comes past."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.view import Place
from zlp_tui.script.outline import TalkRoute


@dataclass(frozen=True, slots=True)
class Way:
    """A route, and how far one is from it.

    `chosen` is a topic that somebody chose: all of it is walked, whatever the route comes past. `left_at` is the last
    place on the route, for when one is beside it. `shown` are the places that were on screen since one is on this way:
    these are not passed over as said before. `more_about` is what somebody wished to say more about: a topic, and what
    a repeated step of it is about.
    """

    route: TalkRoute
    chosen: str | None = None
    left_at: Place | None = None
    shown: frozenset[Place] = frozenset()
    more_about: frozenset[tuple[str, str | None]] = frozenset()
