"""Per wish: known, agreed on, done, satisfied; read off the plan, in the client's own words (issue 10, 3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.book import Book, new_book
from tests.tools.looking import loaded
from tests.tools.prepared import dutch
from zlp_tui.conversation.ports.evaluation_pages import Results
from zlp_tui.conversation.telling.history.evaluation_results import results
from zlp_tui.plain.pages.results_page import results_page
from zlp_tui.plan.confirmations import goes_on_field
from zlp_tui.plan.tables.agreed import agreements, goals, origins, progress_notes
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import details, statements

BAKER, BATH, GARDEN, SEA = "Zelf naar de bakker.", "Elke avond in bad.", "Iets met planten.", "Nog eens naar zee."


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def wish(book: Book, text: str, domain: str | None = None, topic: str = "important-to") -> str:
    return book.do(
        statements.add_statement, topic=topic, step="important-to", prompt="Wat?", text=text, domain=domain
    )


def look_back(book: Book, goal: str, close: str) -> Results:
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, goal, how_close=close)
    return told(book)


def told(book: Book) -> Results:
    plan = loaded(book)
    found = results(plan.plan_context(), plan.every_note())
    assert found is not None
    return found


def test_each_wish_tells_how_far_it_came_the_furthest_first(book: Book) -> None:
    """L20, L79."""
    bath, baker = wish(book, BATH), wish(book, BAKER)
    goal = book.do(goals.add, "Weer lopen.")
    book.do(origins.follow, goal, [baker])
    walk = book.do(agreements.add, "Elke dag een rondje.", None, goal)
    sunday = book.do(agreements.add, "Op zondag in bad.")
    book.do(origins.follow, sunday, [bath])
    wish(book, GARDEN)
    book.do(goals.add, SEA)
    book.do(progress_notes.note, about=walk, on="2026-03-03", done="yes")
    shown = look_back(book, goal, "as-hoped")
    assert [(one.wish.text, one.wish.note) for one in shown.wishes] == [
        (BAKER, "gekend · afgesproken · gedaan · tevreden"),
        (BATH, "gekend · afgesproken; nog niet: gedaan, tevreden"),
        (GARDEN, "gekend; nog niet: afgesproken, gedaan, tevreden"),
        (SEA, "gekend; nog niet: afgesproken, gedaan, tevreden"),
    ]
    assert shown.wishes_met == "Van de 4 wensen is er 1 zoals gehoopt."
    page = "\n".join(results_page(shown, (), dutch()).lines())
    assert shown.wishes_met in page and BAKER in page and "tevreden" in page


def test_only_the_client_says_that_it_became_as_hoped(book: Book) -> None:
    """What others think of it counts for nothing here, and a carer's wish for her is not hers."""
    goal = book.do(goals.add, BAKER)
    look = book.do(evaluations.open_or_create, [book.client])
    book.by = book.somebody("Sanne")
    wish(book, "Zij moet meer drinken.")
    book.do(outcomes.of_goal, look, goal, how_close="more")
    book.by = book.client
    shown = told(book)
    assert [(one.wish.text, one.satisfied) for one in shown.wishes] == [(BAKER, False)]
    assert shown.wishes_met == "Van deze wensen is er nog geen zoals gehoopt."


@pytest.mark.parametrize(("says", "by", "satisfied"), [
    ("satisfied", "client", True), ("goes-on", "client", False), ("satisfied", "Sanne", False),
])
def test_a_wish_without_a_goal_is_satisfied_when_the_client_says_so_of_its_agreement(
    book: Book, says: str, by: str, *, satisfied: bool,
) -> None:
    bath = wish(book, BATH)
    sunday = book.do(agreements.add, "Op zondag in bad.")
    book.do(origins.follow, sunday, [bath])
    book.do(progress_notes.note, about=sunday, on="2026-03-03", done="yes")
    book.do(evaluations.open_or_create, [book.client])
    book.by = book.somebody("Sanne") if by == "Sanne" else book.client
    book.do(details.fill, "agreements-on", goes_on_field(sunday, 1), says)
    (one,) = told(book).wishes
    assert (one.wish.text, one.satisfied) == (BATH, satisfied)


def test_what_a_goal_became_counts_for_the_wish_it_came_from(book: Book) -> None:
    baker = wish(book, BAKER)
    goal = book.do(goals.add, "Lopen.")
    book.do(origins.follow, goal, [baker])
    first = book.do(evaluations.open_or_create, [book.client])
    anew = book.do(outcomes.replace_goal, first, goal, "Lopen met de rollator.")
    book.do(evaluations.close, first)
    assert [one.satisfied for one in told(book).wishes] == [False]
    (successor,) = (line.id for line in book.view.goals if line.replaces == goal)
    assert anew
    shown = look_back(book, successor, "more")
    assert [(one.wish.text, one.satisfied) for one in shown.wishes] == [(BAKER, True)]


def test_private_wishes_stay_out_and_nothing_is_said_without_wishes(book: Book) -> None:
    wish(book, "Samen slapen.", "sexuality-and-intimacy")
    book.do(evaluations.open_or_create, [book.client])
    shown = told(book)
    assert shown.wishes == () and shown.wishes_met == ""
