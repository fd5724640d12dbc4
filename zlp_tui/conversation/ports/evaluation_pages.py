"""What an evaluation came to, as both faces show it: marks per life domain, an outcome per goal (V69, L27, L41)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.ports.turn import Quote


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
class GoalResult:
    """What an evaluation came to for one goal. `step` is how close, 0 (far less than hoped) to 4 (far more).

    `discussed` is False for a goal of which nothing was said: it stays in sight (L27).
    """

    goal: Quote
    discussed: bool
    step: int | None = None
    how_close: str = ""
    decision: str = ""
    outcome: Quote | None = None
    why: Quote | None = None
    successor: Quote | None = None
    tally: str = ""
    """How often its agreements were done, in words."""


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One evaluation: when, and who was there."""

    ref: str
    on: str
    present: str
    open: bool


@dataclass(frozen=True, slots=True)
class Results:
    """What one evaluation came to; `before` is the one it is compared with, None the first time."""

    evaluation: EvaluationLine
    before: EvaluationLine | None
    domains: tuple[DomainResult, ...]
    goals: tuple[GoalResult, ...]
    quality: str = ""
    experience: tuple[tuple[str, str], ...] = ()
    """(name, face in words)"""
