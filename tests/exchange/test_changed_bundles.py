"""Whatever somebody made of a bundle on its way, it is refused with one sentence or a plan that is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.bundles import MADE_AT, bundle_of
from tests.tools.examples import ExampleStore
from tests.tools.laws import examples as tried
from tests.tools.locked import front_of, home_lock
from tests.tools.prepared import dutch, our_script
from zlp_tui.conversation.session.export_import.plan_import import PlanImport
from zlp_tui.errors import Refused
from zlp_tui.places import store_file
from zlp_tui.store.check import check

OTHERWISE: tuple[object, ...] = (
    None, "", 0, -1, 1.5, True, [], {}, "x" * 300, "\x1b[2J", "2026-99-99", [None], {"a": None}, "../../x", 10**30,
)


def places_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths to everything in a document."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    for name, part in inner:
        yield (*path, name)
        yield from places_in(part, (*path, name))


@pytest.fixture(scope="module")
def bundle(examples: ExampleStore) -> bytes:
    """The smallest of the examples."""
    return min((bundle_of(examples.store, plan) for plan in examples.plans), key=len)


@settings(max_examples=tried(15), deadline=None)
@given(data=st.data())
def test_f03_a_changed_bundle_is_refused_or_a_sound_plan(bundle: bytes, data: st.DataObject) -> None:
    document: Any = json.loads(bundle)
    paths = list(places_in(document))
    *to, last = paths[data.draw(st.integers(0, len(paths) - 1))]
    holder = document
    for name in to:
        holder = holder[name]
    if data.draw(st.booleans()):
        del holder[last]
    else:
        holder[last] = data.draw(st.sampled_from(OTHERWISE))
    with TemporaryDirectory() as folder:
        front = front_of(Path(folder), home_lock(Path(folder)))
        with suppress(Refused):
            PlanImport(front.stores, our_script(), dutch(), lambda: MADE_AT, lambda: str(uuid4())).take_in(
                json.dumps(document).encode()
            )
        front.close()
        assert [finding for finding in check(store_file(Path(folder))) if not finding.sound] == []
