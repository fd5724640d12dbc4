"""How many questions a whole plan takes, walked from its first question to its last (issue 9 §6; table.md A)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.count_questions import MOST_OF_WHOLE_PLAN, asked_of
from tests.tools.prepared import front_on
from tests.tools.table import START, Counting
from zlp_tui import places
from zlp_tui.conversation.session.scripted_examples import Example, read_example

EXAMPLES = [read_example(file) for file in sorted((places.data() / "examples").glob("*.yaml"))]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.name in MOST_OF_WHOLE_PLAN], ids=lambda e: e.name)
def test_a_whole_plan_of_this_size_takes_no_more_questions_than_promised(tmp_path: Path, example: Example) -> None:
    front = front_on(tmp_path, lambda: START, Counting())
    asked = list(asked_of(front, example))
    front.close()
    assert len(asked) <= MOST_OF_WHOLE_PLAN[example.name], [one.topic for one in asked]
