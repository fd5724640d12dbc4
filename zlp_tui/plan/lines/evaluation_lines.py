"""Looks back and editions, as the view has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from zlp_tui.plan.lines.closed_lists import Consents, Decision, Enough, Face, HowClose, StillTrue
from zlp_tui.plan.lines.person_lines import Voice

OutcomePart = Literal["outcome", "how_close", "why"]
"""What everybody can say for themselves of what came of a goal."""


class PersonalOutcome(NamedTuple):
    """What one person said of a goal; `by` is their id, None where that was not kept. `id` is that of the line."""

    id: str
    by: str | None
    words: str


@dataclass(frozen=True, slots=True)
class OtherOutcome:
    """What came of a goal as somebody else says it, beside who said it first (B2)."""

    id: str
    voice: Voice
    outcome: str | None = None
    how_close: HowClose | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """What an evaluation came to for one goal; all of it may be left out (L27). `successor` is the goal it became.

    `outcome_by`, `why_by` and `how_close_by` are the people who said it first, `decision_by` who said how it goes on;
    of some of it, older looks back do not know that. `others` is what other people said of the same.
    """

    id: str
    goal: str
    outcome: str | None = None
    how_close: HowClose | None = None
    decision: Decision | None = None
    why: str | None = None
    successor: str | None = None
    outcome_by: str | None = None
    why_by: str | None = None
    how_close_by: str | None = None
    decision_by: str | None = None
    others: tuple[OtherOutcome, ...] = ()

    def said(self, what: OutcomePart) -> tuple[PersonalOutcome, ...]:
        """What everybody said of it, who said it first first."""
        own = (PersonalOutcome(self.id, getattr(self, f"{what}_by"), getattr(self, what)),)
        others = (PersonalOutcome(other.id, other.voice.id, getattr(other, what)) for other in self.others)
        return tuple(said for said in (*own, *others) if said.words)

    def said_by(self, person: str, what: OutcomePart) -> PersonalOutcome | None:
        """What this person said of it; None when they said nothing."""
        return next((said for said in self.said(what) if said.by == person), None)


@dataclass(frozen=True, slots=True)
class DomainMark:
    """How it goes in one life domain, 0 to 10, as one person sees it; never averaged. `face`: it was said by a face."""

    id: str
    domain: str
    voice: Voice
    mark: int
    face: bool


@dataclass(frozen=True, slots=True)
class LookBack:
    """What the client says now of words from before. `now` is the statement that says how it is now.

    `beside` are the statements in which other people say that, beside who said it first (B2).
    """

    id: str
    statement: str
    voice: Voice
    says: StillTrue
    now: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Experience:
    """How this talk was for one person (V39)."""

    person: str
    face: Face


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One look back, in one sitting or more. `closed_on` is None while it can go on."""

    id: str
    seq: int
    held_on: str
    conversation: str | None
    present: tuple[str, ...] = ()
    quality: Enough | None = None
    closed_on: str | None = None
    goals: tuple[GoalOutcome, ...] = ()
    marks: tuple[DomainMark, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    experience: tuple[Experience, ...] = ()
    quality_by: str | None = None
    """Who said whether the plan helps, by person id; None where that was not kept."""

    def of_goal(self, goal: str) -> GoalOutcome | None:
        """What it came to for a goal, or None when that was not talked about."""
        return next((outcome for outcome in self.goals if outcome.goal == goal), None)


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether one person agrees with an edition, and their own words on it: the proof is what they said (C9)."""

    person: str
    says: Consents
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The plan as it was agreed on a date. Its body is read only where it is compared (`looking_back/editions.py`).

    `agreed_on` is None for the edition that is being agreed on now: it has consents and no body yet.
    """

    number: int
    agreed_on: str | None
    present: tuple[str, ...] = ()
    consent: tuple[Consent, ...] = ()
    evaluation: str | None = None
