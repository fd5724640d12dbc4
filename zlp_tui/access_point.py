"""Where somebody sits who looks into a plan, as its log tells it: which computer, and by which face of zlp."""

from __future__ import annotations

from typing import Literal, NamedTuple

AccessSource = Literal["screen", "lines", "command"]
"""The screens, the conversation line by line, or a command that ends by itself."""


class AccessPoint(NamedTuple):
    """One computer and one face. `computer` is an id that was made up for its folder of plans and tells nothing else of
    it; both are None where that is not known: plans to practise with, and what an older zlp wrote."""

    computer: str | None = None
    source: AccessSource | None = None


NOWHERE = AccessPoint()
"""Nothing is known of where."""
