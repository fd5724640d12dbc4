"""What holds for any text and any act, whatever was done before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.readers import READERS
from zlp_tui.errors import Refused
from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.difference import changed_lines, difference
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.queries.load import PlanReading, load_edition, load_view
from zlp_tui.plan.readable import scope_of
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import DOMAINS, PlanView
from zlp_tui.store.check import check
from zlp_tui.text import LIMIT, clean, visible

ANY_TEXT = st.text(st.characters(), max_size=60)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """One file for a whole law; each example starts a plan of its own in it."""
    with new_book(tmp_path_factory.mktemp("shelf")) as book:
        yield book


def standing(view: PlanView) -> PlanView:
    """The view without what was taken back, whose words stay on record."""
    return replace(view, statements=view.live_statements)


@given(text=ANY_TEXT)
def test_c08_any_text_said_is_read_back_as_it_was_cleaned(shelf: Book, text: str) -> None:
    """L91: what was said stands there as it was said."""
    shelf.start()
    expected = clean(text).text
    if expected:
        shelf.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text=text)
    assert [statement.text for statement in shelf.view.statements] == ([expected] if expected else [])


@pytest.mark.parametrize("text", [
    "[/]", "[b]x[/b]", "[@click=app.quit]x[/]", "\x1b]52;c;eA==\x07", "a\x00b", "\u202eom\u202c",
    "👩‍👩‍👧‍👦 ❤️ 🇳🇱", "السلام عليكم", "x" * (LIMIT + 5), "e\u0301" * LIMIT, "\ud800 los",
])
def test_c01_hostile_text_is_kept_after_the_documented_cleaning(shelf: Book, text: str) -> None:
    shelf.start()
    shelf.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text=text)
    (statement,) = shelf.view.statements
    assert statement.text == clean(text).text
    assert clean(statement.text).text == statement.text


@given(text=ANY_TEXT)
def test_a_draft_is_offered_back_as_it_was_typed(shelf: Book, text: str) -> None:
    shelf.start()
    with shelf.store.writing() as session:
        drafts.keep(session, shelf.plan, "a|b|c", text, shelf.client, shelf.clock())
    with shelf.store.reading() as session:
        kept = [draft.text for draft in drafts.all(session, shelf.plan)]
    assert kept == ([visible(text)] if visible(text).strip() else [])


@settings(max_examples=examples(16))
@given(data=st.data())
def test_undoing_an_act_gives_the_view_before_it_and_undoing_that_the_view_after(
    shelf: Book, data: st.DataObject
) -> None:
    shelf.start()
    for _ in range(data.draw(st.integers(1, 7))):
        before = standing(shelf.view)
        shelf.do(data.draw(deeds(shelf, agreeing=False)))
        done = shelf.acts[-1]
        after = standing(shelf.view)
        undone = shelf.do(changes.undo, done)
        assert standing(shelf.view) == before
        assert undone or before == after
        shelf.do(changes.undo, shelf.acts[-1])
        assert standing(shelf.view) == after


@settings(max_examples=examples(12))
@given(data=st.data())
def test_history_is_gap_free_and_the_file_sound_after_any_acts(data: st.DataObject) -> None:
    """In a file of its own, as all plans in a file are checked."""
    with TemporaryDirectory() as folder, new_book(Path(folder)) as book:
        for _ in range(data.draw(st.integers(1, 8))):
            book.do(data.draw(deeds(book)))
        numbers = [seq for (seq,) in book.rows("SELECT seq FROM change ORDER BY seq")]
        assert numbers == list(range(1, len(numbers) + 1))
        assert [finding for finding in check(book.path) if not finding.sound] == []


@settings(max_examples=examples(16), deadline=None)
@given(data=st.data())
def test_a_plan_that_is_read_again_is_as_it_is_when_read_for_the_first_time(
    shelf: Book, data: st.DataObject
) -> None:
    shelf.start()
    reading, before = None, len(shelf.acts)
    for _ in range(data.draw(st.integers(1, 10))):
        if data.draw(st.integers(0, 3)) == 0 and shelf.acts[before:]:
            with suppress(Refused):  # an edition holds it
                shelf.do(changes.undo, shelf.acts[-1])
        else:
            shelf.do(data.draw(deeds(shelf)))
        with shelf.store.reading() as session:
            reading = PlanReading(session, shelf.plan, reading)
            assert reading.seen_by(READERS) == load_view(session, shelf.plan, READERS)


TOPICS = (
    "future",
    "likes",
    "choices",
    "goals",
    "agreements",
    "people",
    "follow-up",
    "personal-details",
    "domains",
    "remarks",
    "disagreements",
    "wishes-not-met",
    "evaluation",
    "edition",
    "at-the-table",
    "who-am-i-read-back",
    "look-again",
)


@settings(max_examples=examples(16), deadline=None)
@given(data=st.data())
def test_what_readers_may_not_see_is_nowhere_in_what_they_get(shelf: Book, data: st.DataObject) -> None:
    """Of every kind of line: it is there when all readers may see its scope and what it is about, else not at all."""
    shelf.start()
    for _ in range(data.draw(st.integers(1, 8))):
        shelf.do(data.draw(deeds(shelf)))
    with shelf.store.reading() as session:
        everything = load_view(session, shelf.plan, READERS, every_note=True)
        assert everything == load_view(session, shelf.plan, Readers.of(shelf.client, "sanne"), every_note=True)
        hidden = data.draw(st.sets(st.sampled_from(TOPICS)))
        domains = data.draw(st.sets(st.sampled_from(DOMAINS), max_size=4))

        def allowed(person: str, _action: str, scope: Scope) -> bool:
            return person != "sanne" or (scope.topic not in hidden and scope.domain not in domains)

        seen = load_view(session, shelf.plan, Readers.of(shelf.client, "sanne", may=allowed), every_note=True)
        assert load_view(session, shelf.plan, Readers.of(shelf.client, may=allowed), every_note=True) == everything
    secret = {
        str(line.id) for kind in top_kinds() if kind.name not in {"person", "edition", "notice"}
        for line in getattr(everything, kind.place)
        if not allowed("sanne", "see", scope_of(kind, line))
    }
    shown = json.dumps(as_json(seen), ensure_ascii=False)
    ids = {ref for ref in secret if ref not in DOMAINS}
    assert not [ref for ref in ids if ref in shown]
    assert not ids & seen.readable and not ids & seen.tallies.keys()
    words = {line.text for line in everything.statements if line.id in secret} - {
        line.text for line in seen.statements
    }
    told = {line.text for line in everything.goals} | {line.text for line in everything.remarks}
    assert words.isdisjoint({line.text for line in seen.statements} | ({line.text for line in seen.goals} - told))
    known = {person.id for person in seen.people}
    assert {s.voice.id for s in seen.statements} <= known
    if "people" in hidden:
        assert not any(person.contact or person.for_what for person in seen.people)


def test_nobody_sees_nothing(shelf: Book) -> None:
    shelf.start()
    shelf.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Van zee.")
    with shelf.store.reading() as session:
        seen = load_view(session, shelf.plan, Readers(frozenset()))
    assert (seen.statements, seen.domains, seen.readable) == ((), (), frozenset({shelf.client}))


@settings(max_examples=examples(24), deadline=None)
@given(data=st.data())
def test_all_parts_of_the_program_agree_on_what_is_changed(shelf: Book, data: st.DataObject) -> None:
    """Then beside now, "changed since agreed" and the refusal of an edition in which nothing is new."""
    shelf.start()
    for _ in range(data.draw(st.integers(0, 5))):
        shelf.do(data.draw(deeds(shelf, agreeing=False)))
    number = shelf.do(editions.agree, [shelf.client])
    before = shelf.view
    for _ in range(data.draw(st.integers(0, 3))):
        shelf.do(data.draw(deeds(shelf, agreeing=False)))
    with shelf.store.reading() as session:
        then = load_edition(session, shelf.plan, number, READERS)
    told = [line for line in difference(then, shelf.view) if line.kind != "still"]
    assert bool(told) == bool(changed_lines(then, shelf.view))
    content = {kind.place: getattr(shelf.view, kind.place) for kind in top_kinds() if not kind.counts}
    if replace(before, **content, readable=frozenset(), wholes={}, tallies=shelf.view.tallies) == shelf.view:
        assert not told
    try:
        made = shelf.do(editions.agree, [shelf.client])
    except Refused:
        assert not told
    else:
        assert told and made == number + 1
