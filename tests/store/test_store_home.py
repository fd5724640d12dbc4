"""The list of plans: the same as the views say, found by any part of a name, and without anything heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screens.sheets.plan_list_sheet import plan_line
from tests.tools.book import Book
from tests.tools.laws import examples
from tests.tools.prepared import dutch
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.errors import StoreDamaged
from zlp_tui.plan.queries.date_selects import DATE_QUERIES
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.store.lists.plan_list_rows import HOLDING_DATES, PlanListRow, dated_rows_in, plan_list_rows
from zlp_tui.store.plans_to_read import OneFileToRead
from zlp_tui.text import folded, one_line

ROOT = Path(__file__).parents[2]


def talk(book: Book, topic: str, days: float) -> str:
    book.clock.on(days=days)
    conversation = book.do(conversations.begin, [book.client])
    book.do(conversations.resume_at, conversation, topic, "step", None)
    return conversation


def test_the_list_says_what_the_views_say(book: Book) -> None:
    annie = book.plan, book.client
    talk(book, "future", 1)
    talk(book, "likes", 1)
    joris = book.start("Joris Vos"), book.client
    talk(book, "working", 1)
    never = book.start("Mina"), book.client
    assert plan_list_rows(book.path) == (
        PlanListRow(*joris, "Joris Vos", "2026-03-06", "working"),
        PlanListRow(*annie, "Annie de Vries", "2026-03-05", "likes"),
        PlanListRow(*never, "Mina", None, None),
    )
    for row in plan_list_rows(book.path):
        book.plan = row.id
        view = book.view
        last = max((c.started for c in view.conversations), default=None)
        assert (row.name, row.last_talk) == (view.client_person.name, last[:10] if last else None)
        assert row.topic == next((c.resume.topic for c in view.conversations[::-1] if c.resume), None)


def found(book: Book, search: str) -> list[str]:
    return [row.name for row in plan_list_rows(book.path, search=search)]


@pytest.mark.parametrize(("search", "names"), [
    ("", ["Annie de Vries", "Joris Vos", "José El Amrani"]),
    ("vri", ["Annie de Vries"]),
    ("VRIES annie", ["Annie de Vries"]),
    ("os", ["Joris Vos", "José El Amrani"]),
    ("jos v", []),
    ("jor v", ["Joris Vos"]),
    ("jose", ["José El Amrani"]),
    ("  el   amrani ", ["José El Amrani"]), ("vries, annie", ["Annie de Vries"]), ("josé", ["José El Amrani"]),
    ('"', []), ("%", []), ("_", []), ("*", []), ("vri*", []), ("NOT vri", []), ("a OR b", []), ("\\", []), ("[/]", []),
])
def test_a_name_is_found_by_any_part_of_its_words(book: Book, search: str, names: list[str]) -> None:
    book.start("Joris Vos")
    book.start("José El Amrani")
    assert sorted(found(book, search)) == names


def test_a_new_name_is_found_and_the_old_one_is_not(book: Book) -> None:
    book.do(people.change, book.client, name="Anna Jansen")
    assert found(book, "jansen") == ["Anna Jansen"]
    assert found(book, "vries") == found(book, "an vries") == []


def test_others_in_a_plan_are_not_whose_plan_it_is(book: Book) -> None:
    book.somebody("Sanne Bakker")
    assert found(book, "bakker") == found(book, "ba") == []


def test_no_more_than_asked_for(book: Book) -> None:
    for name in ("een", "twee", "drie"):
        book.start(name)
    assert len(plan_list_rows(book.path, limit=2)) == 2


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), data=st.data())
def test_any_name_is_found_by_any_part_of_it(book: Book, name: str, data: st.DataObject) -> None:
    kept = one_line(name)[:30]
    if not kept:
        return
    plan = book.start(kept)
    word = data.draw(st.sampled_from(folded(kept).split()))
    start = data.draw(st.integers(0, len(word) - 1))
    part = word[start : start + data.draw(st.integers(1, len(word)))]
    if folded(part) == part:
        assert plan in {row.id for row in plan_list_rows(book.path, search=part, limit=10_000)}


def test_a_file_that_was_thrown_away_is_told(book: Book) -> None:
    book.store.close()
    book.path.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        plan_list_rows(book.path)


def test_the_list_needs_nothing_heavy() -> None:
    lists = "zlp_tui.store.lists.plan_list_rows, zlp_tui.conversation.session.plan_lists.plan_list"
    code = f"import sys, {lists}; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    packages = {name.partition(".")[0] for name in names.split()}
    assert not {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "babel", "yaml", "textual"} & packages
    assert not {"zlp_tui.plan.view", "zlp_tui.plan.kinds", "zlp_tui.plan.queries.load"} & set(names.split())


def test_a_clock_that_was_wrong_once_does_not_order_home_k12(book: Book) -> None:
    talk(book, "future", 1)
    joris = book.start("Joris Vos")
    talk(book, "likes", 9 * 365)
    book.clock.on(days=-9 * 365)
    lines = plan_lines(OneFileToRead(book.path, clock=book.clock), today=book.clock().date())
    assert [line.name for line in lines] == ["Annie de Vries", "Joris Vos"]
    unknown = "laatste gesprek op een onbekende dag"
    assert plan_line(lines[1], dutch(), book.clock().date().isoformat(), str).by == unknown
    assert plan_line(lines[0], dutch(), book.clock().date().isoformat(), str).by
    assert lines[1].id == joris


def test_the_first_picture_tells_plans_of_one_name_apart_f10(book: Book) -> None:
    """Before the store is loaded; where nobody has a namesake nothing is imported for it."""
    first, jan, joris = book.plan, book.start("Jan Vos"), book.start("Joris Vos")
    today = book.clock().date()
    plans = OneFileToRead(book.path, clock=book.clock)
    assert {line.apart for line in plan_lines(plans, today=today, tr=dutch())} == {""}
    second = book.start("jan vos")
    book.do(details.fill, "personal-details", "born-on", "1936-06-12")
    told = {line.id: line.full_name for line in plan_lines(plans, today=today, tr=dutch())}
    assert told == {
        first: "Annie de Vries", joris: "Joris Vos", jan: "Jan Vos (gemaakt op 3 maart 2026)",
        second: "jan vos (geboren 12 juni 1936)",
    }


def test_a_list_of_today_looks_in_every_table_that_can_make_something_due(book: Book) -> None:
    """A new kind of line with a date fails here until it is among them; the others make nothing due by themselves."""
    kinds = {name.removeprefix("dates-").removeprefix("open-") for name in DATE_QUERIES if "ask-again" not in name}
    alone = {"notice", "conversation", "looked-at", "noted", "noted-loosely"}
    assert kinds - alone | {"wish_not_met"} == set(HOLDING_DATES)
    annie = book.plan
    book.do(details.fill, "look-again", "evaluate-on", "2026-03-04")
    book.start("Mina")
    talk(book, "future", 1)
    with book.store.reading() as session:
        assert [row.id for row in dated_rows_in(session)] == [annie]
