"""A plan that goes out as a bundle of FHIR and comes in again is the same plan (F08, M24)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.bundles import bundle_of, keep, shown
from tests.tools.copies import lay_empty_store
from tests.tools.examples import ExampleStore
from tests.tools.fhir_rules import require_valid
from tests.tools.hostile import HOSTILE, say_all
from tests.tools.laws import examples as tried
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.store.check import check
from zlp_tui.store.store import Store, open_store


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """One file for a whole law; each example starts a plan of its own in it."""
    with new_book(tmp_path_factory.mktemp("shelf")) as book:
        yield book


@pytest.fixture(scope="module")
def elsewhere(shelf: Book, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The plans of another computer."""
    folder = tmp_path_factory.mktemp("elsewhere")
    lay_empty_store(folder)
    store = open_store(folder / "plans.db", clock=shelf.clock, durable=False)
    yield store
    store.close()


def test_f08_the_examples_come_in_again_as_they_were(examples: ExampleStore, elsewhere: Store, shelf: Book) -> None:
    for plan in examples.plans:
        bundle = bundle_of(examples.store, plan)
        assert keep(elsewhere, bundle, shelf.new_id) == plan
        assert shown(elsewhere, plan) == shown(examples.store, plan)
        assert bundle_of(elsewhere, plan) == bundle


@settings(max_examples=tried(5))
@given(data=st.data())
def test_f08_whatever_was_done_the_plan_that_comes_in_again_is_the_same(
    shelf: Book, elsewhere: Store, data: st.DataObject,
) -> None:
    shelf.start()
    shelf.conversation = shelf.do(conversations.begin, [shelf.client])
    for _ in range(data.draw(st.integers(1, 20))):
        with suppress(Refused):
            shelf.do(data.draw(deeds(shelf)))
    bundle = bundle_of(shelf.store, shelf.plan)
    require_valid(bundle)
    assert keep(elsewhere, bundle, shelf.new_id) == shelf.plan
    assert shown(elsewhere, shelf.plan) == shown(shelf.store, shelf.plan)
    assert [finding for finding in check(elsewhere.path) if not finding.sound] == []
    assert bundle_of(elsewhere, shelf.plan) == bundle


def test_what_a_string_of_fhir_may_not_hold_comes_in_again_as_it_was_said(shelf: Book, elsewhere: Store) -> None:
    shelf.start()
    shelf.conversation = None
    for text in HOSTILE:
        shelf.do(say_all, text)
    keep(elsewhere, bundle_of(shelf.store, shelf.plan), shelf.new_id)
    assert shown(elsewhere, shelf.plan) == shown(shelf.store, shelf.plan)
    assert any("\u00a0" in said.text for said in shelf.view.statements)
