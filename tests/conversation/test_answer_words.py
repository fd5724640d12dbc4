"""An answer in words, as it is told that it was kept or undone."""

from __future__ import annotations

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.answer_words import answer_words
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.plan.view import Place


@pytest.mark.parametrize(("said", "told"), [
    (("Mijn kat.", "De krant"), "Mijn kat. De krant, Iets anders"), (("De krant",), "De krant, Iets anders"),
])
def test_no_comma_stands_after_a_sentence(table: Table, said: tuple[str, ...], told: str) -> None:
    """Seen in a look back: “Mijn kat., De rest is nog zo”."""
    desk = table.desk
    desk.go(Place("important-to", "important-to"))
    refs = [ref for words in said for ref in desk.answer(Spoken(words)).refs]
    desk.go(Place("goals", "goal"))
    (goal,) = desk.answer(Spoken("Lopen.")).refs
    turn = desk.go(Place("goals", "follows", goal))
    assert answer_words(turn, Picked(tuple(refs), added="Iets anders")) == told
