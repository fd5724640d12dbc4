"""What an evaluation came to, as both faces show it: marks per life domain, an outcome per goal (V69, L27, L41)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.view import Enough


@dataclass(frozen=True, slots=True)
class Mark:
    """How it goes in a life domain, by one person, 0 to 10; `words` say the same: “7” or the face in words."""

    by: str
    mark: int
    words: str


@dataclass(frozen=True, slots=True)
class DomainResult:
    """One life domain then and now, a mark per person; never averaged."""

    id: str
    title: str
    pictogram: str
    then: tuple[Mark, ...]
    now: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class HowCloseSaid:
    """How close it came to what was hoped for: `step` is 0 (far less) to 4 (far more), `words` say the same.

    `by` is whose view it is, where more than one person said it.
    """

    step: int
    words: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class GoalResult:
    """What an evaluation came to for one goal, as everybody who said something of it sees it.

    `discussed` is False for a goal of which nothing was said: it stays in sight (L27).
    """

    goal: Quote
    discussed: bool
    how_close: tuple[HowCloseSaid, ...] = ()
    decision: str = ""
    outcome: tuple[Quote, ...] = ()
    why: tuple[Quote, ...] = ()
    successor: Quote | None = None
    tally: str = ""
    """How often its agreements were done, in words."""
    decided_by: str = ""
    """Who said how it goes on, where that is not the client."""


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One evaluation: when, and who was there."""

    ref: str
    on: str
    present: str
    open: bool


@dataclass(frozen=True, slots=True)
class QualitySaid:
    """Whether the plan supported the client's life well enough, at one evaluation; `words` say the same (L79)."""

    on: str
    says: Enough
    words: str
    by: str = ""
    """Who said it, where that is not the client."""


WISH_STEPS: Final = 4
"""Known, agreed on, done, satisfied."""


@dataclass(frozen=True, slots=True)
class WishSteps:
    """A wish, with in its note how far it came: known, agreed on, done and satisfied. `reached` counts these steps."""

    wish: Quote
    reached: int

    @property
    def satisfied(self) -> bool:
        """Whether it reached the last step."""
        return self.reached == WISH_STEPS


@dataclass(frozen=True, slots=True)
class Results:
    """What one evaluation came to; `before` is the one it is compared with, None the first time."""

    evaluation: EvaluationLine
    before: EvaluationLine | None
    domains: tuple[DomainResult, ...]
    goals: tuple[GoalResult, ...]
    quality: tuple[QualitySaid, ...] = ()
    """Whether the plan helped enough, at each evaluation up to this one where that was said, the oldest first."""
    experience: tuple[tuple[str, str], ...] = ()
    """(name, face in words)"""
    wishes: tuple[WishSteps, ...] = ()
    """How far each wish of the client was, the furthest first."""
    wishes_met: str = ""
    """With how many of them the client is satisfied, in a sentence: the one figure of an evaluation."""
