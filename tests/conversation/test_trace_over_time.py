"""Where a line comes from once the plan lives: goals that became others, remarks, and who did not agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.book import Book, new_book
from tests.tools.looking import loaded
from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import disagreements, remarks, statements


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def traced(book: Book, ref: str) -> tuple[TraceStep, ...]:
    """The way back from a line."""
    return PlanHistory(loaded(book), dict).trace(ref)


def test_an_adjusted_goal_leads_to_the_old_one_and_why(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.")
    agreed = book.do(agreements.add, "Samen oefenen.", None, goal)
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, goal, why="De knie wil niet.")
    newer = book.do(outcomes.replace_goal, look, goal, "Met de rollator.")
    steps = traced(book, agreed)
    assert [(step.what, step.ref) for step in steps] == [("Afspraak", agreed), ("Doel", newer), ("Doel", goal)]
    assert steps[-1].history == ("dinsdag 3 maart 2026, want: “De knie wil niet.”",)


def test_remarks_notes_and_disagreements_lead_to_their_line(book: Book) -> None:
    """L26: a note leads to what it is about."""
    said = book.do(statements.add_statement, topic="important-to", step="important-to", prompt="Wat?", text="Koffie.")
    agreed = book.do(agreements.add, "Samen oefenen.")
    remark = book.do(remarks.leave, text="De koffie was koud.", about=said)
    moment = book.do(remarks.leave, text="We lachten.", kind="nice-moment")
    note = book.do(progress_notes.note, about=agreed, on="2026-03-03", done="no")
    book.by = book.somebody("Sanne")
    against = book.do(disagreements.disagree, agreed, "Dat is te zwaar.")
    told = [[(step.what, step.text) for step in traced(book, ref)] for ref in (remark, moment, note, against)]
    assert told == [
        [("Opmerking", "De koffie was koud."), ("Dit is belangrijk voor mij", "Koffie.")],
        [("Mooi moment", "We lachten.")],
        [("Hoe het ging", "Het is niet gedaan."), ("Afspraak", "Samen oefenen.")],
        [("Niet mee eens", "Dat is te zwaar."), ("Afspraak", "Samen oefenen.")],
    ]
    (step,) = traced(book, agreed)
    assert step.beside == ("Hier is Sanne het niet mee eens, sinds 3 maart: “Dat is te zwaar.”",)
    book.do(disagreements.change, against, ended_how="Wat korter is goed.")
    (step,) = traced(book, agreed)
    assert step.beside == ("dinsdag 3 maart 2026, Sanne was het er niet mee eens: “Dat is te zwaar.”",)
