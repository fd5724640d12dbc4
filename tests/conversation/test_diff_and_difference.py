"""`zlp diff --json` tells exactly what differs between an edition and the plan as it is, whatever was done to it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Command
from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.looking import agree
from tests.tools.readers import READERS
from zlp_tui.plan.difference import Difference, difference
from zlp_tui.plan.queries.load import load_edition


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path) as made:
        yield made


PICKED = ("chosen", "role", "cards")
"""Steps where what was picked is told in the words of the script."""
TOLD = ("topic", "kind", "before", "after", "ref")


def what_differs(one: Difference) -> tuple[str | None, ...]:
    """The same of words that somebody said; facts are told in the words of the script."""
    before, after = (side.text if side else None for side in (one.before, one.after))
    return (one.line.topic, one.kind, before, after, one.line.ref)


@settings(
    max_examples=examples(6), deadline=None,
    phases=(Phase.generate,),  # each example is a process: shrinking would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_the_json_of_diff_is_the_difference(book: Book, tmp_path: Path, data: st.DataObject) -> None:
    plan = book.start()
    for _ in range(data.draw(st.integers(0, 6))):
        book.do(data.draw(deeds(book, agreeing=False)))
    number = agree(book)
    for _ in range(data.draw(st.integers(0, 6))):
        book.do(data.draw(deeds(book, agreeing=False)))
    with book.store.reading() as session:
        lines = difference(load_edition(session, plan, number, READERS), book.view)
    done = Command(tmp_path)("diff", plan, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["from"], told["to"]) == (number, "now")
    assert Counter((one["topic"], one["kind"]) for one in told["changes"]) == Counter(
        (one.line.topic, one.kind) for one in lines
    )
    assert all((one["asked"] == "otherwise") >= (one["kind"] != "still") for one in told["changes"])
    chosen = {one.line.ref.removesuffix("/chosen") for one in lines if one.line.step == "chosen"}
    said = (one.line for one in lines if one.line.voice is not None and one.line.text)
    in_words = {line.ref for line in said if line.step not in PICKED and line.kind != "detail"} - chosen
    words = (one for one in told["changes"] if one["what"] is None)
    assert Counter(tuple(one[key] for key in TOLD) for one in words if one["ref"] in in_words) == Counter(
        what_differs(one) for one in lines if one.line.ref in in_words
    )
