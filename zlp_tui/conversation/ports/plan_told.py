"""The port for the plan in words: map, letter, cards, and where a line came from."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.plan_pages import (
    Beforehand,
    Card,
    ChapterLine,
    ChapterState,
    LetterPart,
    PlanLength,
    TraceStep,
)
from zlp_tui.conversation.ports.turn import Grid, Selectable


class PlanTold(Protocol):
    """The plan in words, as those who are present may see it."""

    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""

    def chapters(self) -> tuple[ChapterState, ...]:
        """How far one is with each chapter, as the map tells it."""

    def map(self) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last."""

    def letter(self, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan in the client's words, as a letter or in one of its shorter forms."""

    def who_reads(self) -> tuple[Selectable, ...]:
        """Everybody but the client, with what they may read and write, as far as the client said so."""

    def as_seen_by(self, person: str, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan as this person may see it, to look at; in other company as all of them may see it (M07)."""

    def preparation(self) -> tuple[LetterPart, ...]:
        """One page for who prepares the next talk: what is ahead, what changed, what waits and how to begin (M14)."""

    def questions_beforehand(self) -> Beforehand | None:
        """The questions of the next talk, for the client to think about (V75); None where nothing is left to ask."""

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question, grid)."""

    def who_decides(self, choice: str) -> str:
        """Who decides about a choice, by its id, as a sentence; empty where that was not said."""
