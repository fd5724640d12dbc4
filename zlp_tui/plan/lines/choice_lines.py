"""Choices that are made together, as the view has them."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.lines.closed_lists import ConsiderationSide, DecidingRole, Term
from zlp_tui.plan.lines.person_lines import Voice


@dataclass(frozen=True, slots=True)
class Consideration:
    """One reason for or against an option, now or later (V76, V77)."""

    id: str
    side: ConsiderationSide
    term: Term
    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go in a choice, doing nothing included; `source` is where it was found (V81)."""

    id: str
    title: str
    source: str | None = None
    considerations: tuple[Consideration, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice on the table: shared decision making, steps 2 and 3 (V75-V83). `chosen` is an option's id."""

    id: str
    seq: int
    question: str
    voice: Voice
    domain: str | None = None
    role: DecidingRole | None = None
    deciders: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    open_questions: tuple[str, ...] = ()
    thinking_until: str | None = None
    chosen: str | None = None
    reason: str | None = None
    decided_on: str | None = None
    revisit_on: str | None = None
    replaces: str | None = None
    thinking_words: str | None = None
    """How the day was said, when it was not an exact one; `thinking_until` is then the day that reckons."""
    revisit_words: str | None = None

    @property
    def decider(self) -> str | None:
        """The first of those who decide besides the client, or for them."""
        return self.deciders[0] if self.deciders else None
