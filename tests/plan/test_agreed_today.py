"""What is agreed for today: which days it falls on; a list tells of a plan what its whole view tells (L07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.book import Book, new_book
from zlp_tui.plan.access import May, Readers, Scope, everybody_may
from zlp_tui.plan.agreed_today import AgreedToday, agreed_on_day, falls_on
from zlp_tui.plan.queries.agreed_in_plans import agreed_in_plans
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.store.files.driver_transaction import driver_of

FRIDAY = date(2026, 3, 6)
"""Three days after the clock of the book begins."""
MAY = pytest.mark.parametrize("hidden", [None, "agreements", "follow-up", "goals", "people", "housing"])


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with new_book(tmp_path_factory.mktemp("today")) as made:
        yield made


@pytest.mark.parametrize(("day", "weeks", "start", "begins", "falls"), [
    ("2026-03-06", None, None, None, True),
    ("2026-03-05", None, None, None, False),
    ("2026-03-06", 2, "2026-03-03", None, True),
    ("2026-03-13", 2, "2026-03-03", None, False),
    ("2026-03-20", 2, "2026-03-03", None, True),
    ("2026-03-13", 2, "2026-03-03", "2026-03-13", True),
    ("2026-03-20", 2, "2026-03-03", "2026-03-13", False),
    ("2026-03-13", 2, "2026-03-03", "2026-01-01", False),
    ("2027-01-01", 3, "2026-12-07", None, True),
    ("2027-01-01", 3, "2026-12-14", None, False),
    ("2026-03-06", 2, None, None, False),
])
def test_every_so_many_weeks_is_counted_from_the_week_in_which_it_began(
    day: str, weeks: int | None, start: str | None, begins: str | None, falls: bool
) -> None:
    assert falls_on(date.fromisoformat(day), (5,), weeks, start, begins) is falls


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 7), st.integers(2, 9), st.integers(0, 400))
def test_it_falls_on_one_day_in_so_many_weeks(start: date, weekday: int, weeks: int, later: int) -> None:
    first = start + timedelta(days=later)
    window = (first + timedelta(days=n) for n in range(7 * weeks))
    assert sum(falls_on(day, (weekday,), weeks, start.isoformat()) for day in window) == 1


def agree(book: Book, want: str, *parts: str, days: tuple[int, ...] = (5,), domain: str | None = None) -> str:
    """An agreement with one step, on these weekdays."""
    def write(act: Act) -> str:
        agreed = agreements.add(act, want, domain=domain)
        agreements.step_when(act, agreements.add_step(act, agreed, want, whole=True), "dan", days, parts)
        return agreed
    return book.do(write)


def listed(book: Book, may: May = everybody_may) -> tuple[AgreedToday, ...] | None:
    with book.store.reading() as session:
        return agreed_in_plans(session, {book.plan: Readers.of(book.client, may=may)}, FRIDAY)[book.plan]


def viewed(book: Book, may: May = everybody_may) -> tuple[AgreedToday, ...]:
    with book.store.reading() as session:
        return agreed_on_day(load_view(session, book.plan, Readers.of(book.client, may=may)), FRIDAY)


@MAY
def test_a_list_tells_what_is_agreed_for_today_as_the_view_does(book: Book, hidden: str | None) -> None:
    """L106: by the parts of the day.

    Also where the client may not see all of it, and what is over, replaced, taken away or not begun is not told."""
    book.start()
    roos = book.somebody("Roos")
    lotte = book.somebody("Lotte")
    walk = agree(book, "Lopen.", "morning", "evening", domain="housing")
    book.do(agreements.task, walk, roos, "loopt mee")
    book.do(agreements.task, walk, lotte)
    book.do(agreements.end_task, walk, lotte)
    book.do(agreements.change, walk, goal=book.do(goals.add, "Fit zijn.", domain="housing"))
    book.do(progress_notes.note, about=walk, on="2026-03-05", done="no", because="no-time")
    book.do(progress_notes.note, about=walk, on="2026-03-06", done="partly")
    book.do(progress_notes.note, about=walk, on="2026-03-06", done="yes")
    book.do(progress_notes.note, about=walk, on="2026-03-06", done="no", part="evening")
    agree(book, "Zingen.")
    agree(book, "Op maandag zingen.", days=(1,))
    for gone in ({"until": "2026-03-05"}, {"from_": "2026-03-07"}, {"ended_on": "2026-03-04"}):
        book.do(agreements.change, agree(book, "Niet vandaag."), **gone)
    book.do(agreements.add, "Fluiten.", replaces=agree(book, "Neuriën."))

    def may(person: str, action: str, scope: Scope) -> bool:
        return hidden is None or hidden not in scope

    told = viewed(book, may)
    assert listed(book, may) == told
    if hidden is None:
        assert [step.what for step in told] == ["Lopen.", "Zingen.", "Fluiten."]
        at = [told[0].done_at(part) for part in ("morning", "evening", None)]
        assert (told[0].parts, at, told[0].noted_before) == (("morning", "evening"), ["yes", "no", "no"], True)
        assert told[0].several and not told[1].several
        assert [helper.name for helper in told[0].who] == ["Roos"]


def test_one_plan_that_cannot_be_read_closes_no_other(book: Book) -> None:
    whole = book.start()
    agree(book, "Zingen.")
    broken = book.start("Joris Vos")
    agree(book, "Fluiten.")
    with book.store.writing() as session:
        driver_of(session).execute("PRAGMA ignore_check_constraints=ON")
        driver_of(session).execute("UPDATE small_step SET weeks_from='eens 5' WHERE plan_id=?", (broken,))
    with book.store.reading() as session:
        readers = {plan: Readers.of(book.client) for plan in (whole, broken)}
        told = agreed_in_plans(session, readers, FRIDAY)
    assert told[broken] is None
    assert [step.what for step in told[whole] or ()] == ["Zingen."]
