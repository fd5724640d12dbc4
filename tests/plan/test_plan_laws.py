"""What holds for any text and any act, whatever was done before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from zlp_tui.plan.access import Action, filtered
from zlp_tui.plan.as_json import as_json
from zlp_tui.plan.tables import changes, drafts, statements
from zlp_tui.plan.view import PlanView
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


@settings(max_examples=40)
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


@settings(max_examples=25)
@given(data=st.data())
def test_history_is_gap_free_and_the_file_sound_after_any_acts(shelf: Book, data: st.DataObject) -> None:
    plan = shelf.start()
    for _ in range(data.draw(st.integers(1, 8))):
        shelf.do(data.draw(deeds(shelf)))
    numbers = [seq for (seq,) in shelf.rows(f"SELECT seq FROM change WHERE plan_id = '{plan}' ORDER BY seq")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [finding for finding in check(shelf.path) if not finding.sound] == []


@settings(max_examples=25)
@given(data=st.data())
def test_what_a_reader_may_not_see_is_nowhere_in_what_they_get(shelf: Book, data: st.DataObject) -> None:
    shelf.start()
    for _ in range(data.draw(st.integers(1, 8))):
        shelf.do(data.draw(deeds(shelf)))
    view = shelf.view
    topics = {"future", "likes", "choices", "goals", "agreements", "people", "follow-up", "personal-details", "domains"}
    hidden = data.draw(st.sets(st.sampled_from(sorted(topics))))

    def allowed(_reader: str, _action: Action, topic: str) -> bool:
        return topic not in hidden

    assert filtered(view, shelf.client) == view
    seen = filtered(view, shelf.client, allowed)
    assert {s.topic for s in seen.statements}.isdisjoint(hidden)
    assert not ("choices" in hidden and seen.choices)
    assert not ("goals" in hidden and (seen.goals or any(a.goal for a in seen.agreements)))
    assert not ("people" in hidden and any(p.contact for p in seen.people))
    assert not ("personal-details" in hidden and (seen.law or seen.details))
    shown = json.loads(json.dumps(as_json(seen)))
    known = {line.id for lines in (view.statements, view.choices, view.goals) for line in lines}
    visible_ids = {line.id for lines in (seen.statements, seen.choices, seen.goals) for line in lines}
    leads = {ref for g in seen.goals for ref in g.follows_from} | {r for a in seen.agreements for r in a.follows_from}
    assert leads <= visible_ids <= known
    assert filtered(seen, shelf.client, allowed) == seen
    assert {person["id"] for person in shown["people"]} >= {s.voice.id for s in seen.statements}
