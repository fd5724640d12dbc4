"""How many questions a whole plan takes, from its first one to its last, over as many days as it has sittings, with the
day on which one goes on said at the end of each (issue 9 §6; table.md A)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.count_questions import MOST_OF_WHOLE_PLAN, asked_on_days
from tests.tools.prepared import front_on
from tests.tools.table import Counting, Ticking
from zlp_tui import places
from zlp_tui.conversation.session.scripted_examples import Example, read_example

SITTINGS = 7
EXAMPLES = [read_example(file) for file in sorted((places.data() / "examples").glob("*.yaml"))]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.name in MOST_OF_WHOLE_PLAN], ids=lambda e: e.name)
def test_a_whole_plan_of_this_size_takes_no_more_questions_than_promised(tmp_path: Path, example: Example) -> None:
    clock = Ticking()
    front = front_on(tmp_path, clock, Counting())
    asked = list(asked_on_days(front, clock, example))
    front.close()
    assert [one.topic for one in asked].count("sitting") == 2 * SITTINGS - 1, "how it was, and when one goes on"
    assert len(asked) <= MOST_OF_WHOLE_PLAN[example.name], [one.topic for one in asked]
