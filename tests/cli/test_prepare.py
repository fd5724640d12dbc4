"""`zlp prepare` and `/voorbereiden`: the page and the questions, the same as on the screens (M14, V75)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from tests.cli.conftest import Command

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "prepare.schema.json"


def test_the_page_and_the_questions_are_printed_and_nothing_is_kept(anna: Command) -> None:
    page = anna("prepare", "-", said="Anna Vos\n")
    assert (page.returncode, page.stderr) == (0, "")
    assert page.stdout.startswith("Het volgende gesprek\n")
    assert "Zo kan het gesprek beginnen" in page.stdout and anna.anna not in page.stdout
    questions = anna("prepare", "Anna Vos", "--questions").stdout
    assert questions.startswith("Een eerste gesprek\n") and "\n\nWaar houdt u van?\n" in questions
    heard = anna("talk", "Anna Vos", said="/voorbereiden\n/voorbereiden vragen\n/voorbereiden iets\n").stdout
    assert "Zo kan het gesprek beginnen" in heard and "Waar houdt u van?" in heard
    assert "Typ /voorbereiden, of /voorbereiden vragen." in heard
    assert anna.view.conversations == ()


def test_a_plan_that_is_not_there_is_said(anna: Command) -> None:
    done = anna("prepare", "Niemand Anders")
    assert (done.returncode, done.stdout) == (1, "")


def test_another_program_reads_all_lines_and_the_questions_by_names_that_stay(anna: Command) -> None:
    printed = json.loads(anna("prepare", "Anna Vos", "--json").stdout)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [part["part"] for part in printed["parts"]] == ["next-talk", "openings"]
    assert printed["parts"][0]["lines"][0]["text"] == "Een eerste gesprek"
    assert "Waar houdt u van?" in printed["questions"]
    assert anna("prepare", "Anna Vos", "--json", "--questions").returncode == 2
