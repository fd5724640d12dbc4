"""Choices that are made together, as the view has them."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.lines.closed_lists import ConsiderationSide, DecidingRole, Term
from zlp_tui.plan.lines.person_lines import Voice


@dataclass(frozen=True, slots=True)
class Consideration:
    """One reason for or against an option (V76, V77); `term` is None while nobody said whether it is for now or
    later."""

    id: str
    side: ConsiderationSide
    term: Term | None
    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class OptionSource:
    """Where an option was found, as one person says it (V81). Editions of before version 2 did not keep who that is."""

    id: str
    text: str
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go in a choice, doing nothing included; `voice` is who named it, None for that one."""

    id: str
    title: str
    considerations: tuple[Consideration, ...] = ()
    sources: tuple[OptionSource, ...] = ()
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about a choice (V79), and what was found out since: the `answer`, `by` whom in words, and who told it
    on which day. Editions of before version 2 did not keep who asked."""

    id: str
    text: str
    voice: Voice | None = None
    answer: str | None = None
    by: str | None = None
    answered_by: Voice | None = None
    answered_on: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this was chosen, as one person says it (V82). Editions of before version 2 did not keep who that is."""

    id: str
    text: str
    voice: Voice | None = None


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
    open_questions: tuple[OpenQuestion, ...] = ()
    thinking_until: str | None = None
    chosen: str | None = None
    reasons: tuple[Reason, ...] = ()
    decided_on: str | None = None
    revisit_on: str | None = None
    replaces: str | None = None
    thinking_words: str | None = None
    """How the day was said, when it was not an exact one; `thinking_until` is then the day that reckons."""
    revisit_words: str | None = None
    role_by: str | None = None
    """Who said who decides about it, by person id; None where that was not kept."""
    chosen_by: str | None = None
    """Who said which option it became."""

    @property
    def decider(self) -> str | None:
        """The first of those who decide besides the client, or for them."""
        return self.deciders[0] if self.deciders else None
