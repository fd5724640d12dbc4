"""`zlp prepare` and `/voorbereiden`: the page and the questions, the same as on the screens (M14, V75)."""

from __future__ import annotations

from tests.cli.conftest import Command


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
