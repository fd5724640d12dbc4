"""A question may have fewer other wordings once it is answered; it is shown in its own words then, on both faces."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from screens.steps.question_content import QuestionVariant, question_content
from tests.tools.prepared import dutch
from tests.tools.table import lay_table
from zlp_tui.conversation.ports.turn import Board, Turn, Words
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import Place

ASKED = Turn(
    Place("topic", "step"), "start", "Begin", "Onderwerp", 1, 1, 1, 1, "", "Hoe gaat het?", "", "", "",
    Words(), Board(()),
)
TEXTS = st.lists(st.sampled_from(("Anders?", "Nog anders?")), max_size=2).map(tuple)
NUMBERS = st.integers(0, 4)


@given(TEXTS, TEXTS, TEXTS, NUMBERS, NUMBERS, NUMBERS)
def test_every_variant_of_every_question_can_be_shown_f2(
    others: tuple[str, ...], another: tuple[str, ...], examples: tuple[str, ...], way: int, to: int, example: int
) -> None:
    """Found by the monkey: picking an answer ended the app, where another wording was shown."""
    turn = replace(ASKED, differently=others, ask_another=another, examples=examples)
    shown = question_content(turn, QuestionVariant(way, to, example), dutch(), next_key="PgDn")
    assert shown.question in (turn.question, *others, *another)


def test_a_wording_that_is_no_longer_there_is_the_question_itself_line_by_line_f2(tmp_path: Path) -> None:
    table = lay_table(tmp_path / "home")
    written = io.BytesIO()
    talk = PlainTalk(table.desk, LineWriter(written), dutch())
    talk.ask_turn(table.desk.go(Place("good-day-bad-day", "sides", "good")))
    talk.differently()
    talk.turn = replace(talk.turn, differently=())
    written.truncate(0)
    talk.print_question_again()
    assert talk.turn.question in " ".join(written.getvalue().decode().split())
    table.front.close()
