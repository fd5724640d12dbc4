"""`zlp check --law`: what the law wants to be talked about in one plan, in words and as JSON."""

from __future__ import annotations

import json

from tests.cli.conftest import Command


def test_the_nine_subjects_are_listed_in_words_and_as_json(anna: Command) -> None:
    told = anna("check", "--law", "-", said="Anna Vos\n")
    assert told.returncode == 0
    assert "Elke dag buiten zijn: " in told.stdout
    assert anna.anna not in told.stdout
    rows = json.loads(anna("check", "--law", anna.anna, "--json").stdout)
    assert len([row for row in rows if row["article"] == "Besluit langdurige zorg 6.1.1"]) == 9
    assert all(row["missing"] == (row["met_by"] == []) for row in rows)


def test_a_plan_that_is_not_there_is_said(anna: Command) -> None:
    done = anna("check", "--law", "Niemand Anders")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr
