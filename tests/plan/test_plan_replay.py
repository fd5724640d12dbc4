"""Any day's plan can be rebuilt from the Changes: walking back gives what the tables said then (M23)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.readers import READERS
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.queries.replay import load_plan_on, stored_plan_after
from zlp_tui.plan.readable import readable
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.plan.view import PlanView

SAID = {"topic": "future", "step": "dreams", "prompt": "Droomt u?"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """One file for a whole law; each example starts a plan of its own in it."""
    with new_book(tmp_path_factory.mktemp("shelf")) as book:
        yield book


def whole(book: Book) -> PlanView:
    with book.store.reading() as session:
        return load_view(session, book.plan, READERS, every_note=True)


def on(book: Book, day: str, readers: Readers = READERS) -> PlanView:
    with book.store.reading() as session:
        return load_plan_on(session, book.plan, day, readers)


@settings(max_examples=examples(24), deadline=None)
@given(data=st.data())
def test_walking_back_gives_the_plan_as_the_tables_had_it_m23(shelf: Book, data: st.DataObject) -> None:
    """Over any acts: successors, taking back, undoing and undoing that, an edition and taking that back."""
    shelf.start()
    shelf.conversation = shelf.do(conversations.begin, [shelf.client])
    stood: list[tuple[int, PlanView]] = []
    acts = len(shelf.acts)
    for _ in range(data.draw(st.integers(1, 8))):
        if len(shelf.acts) > acts and data.draw(st.booleans()):
            try:
                shelf.do(changes.undo, data.draw(st.sampled_from(shelf.acts[acts:])))
            except Refused:
                continue  # what it was about was agreed on, or refers to what is gone
        else:
            shelf.do(data.draw(deeds(shelf)))
        ((seq,),) = shelf.rows(f"SELECT max(seq) FROM change WHERE plan_id = '{shelf.plan}'")
        stood.append((int(str(seq)), whole(shelf)))
    with shelf.store.reading() as session:
        for seq, view in stood:
            assert readable(stored_plan_after(session, shelf.plan, seq), READERS) == view
    shelf.conversation = None


def test_a_day_is_told_as_it_ended(shelf: Book) -> None:
    shelf.start()
    first = shelf.clock().date().isoformat()
    coffee = shelf.do(statements.add_statement, **SAID, text="Koffie.")
    shelf.clock.on(days=2)
    second = shelf.clock().date().isoformat()
    shelf.do(statements.say_anew, coffee, "Thee.")
    said = {day: [s.text for s in on(shelf, day).live_statements] for day in (first, second, "2099-01-01")}
    assert said == {first: ["Koffie."], second: ["Thee."], "2099-01-01": ["Thee."]}
    with pytest.raises(NotFound):
        on(shelf, "2001-01-01")


def test_what_is_hidden_now_is_hidden_in_the_plan_of_then(shelf: Book) -> None:
    shelf.start()
    said = shelf.do(statements.add_statement, **SAID, text="Iemand die mij vasthoudt.")
    then = shelf.clock().date().isoformat()
    shelf.clock.on(days=1)
    shelf.do(statements.tag, said, "sexuality-and-intimacy")

    def allowed(_person: str, _action: str, scope: Scope) -> bool:
        return scope.domain != "sexuality-and-intimacy"

    assert on(shelf, then).statements[0].domain is None
    assert on(shelf, then, Readers.of(shelf.client, "sanne", may=allowed)).statements == ()
