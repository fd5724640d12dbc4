"""Choosing another voice: what is typed or ticked stays, and the question is known again (C11, C13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.test_talk_screen import talk, talking
from tests.tools.window import SIZES
from zlp_tui.conversation.ports.turn import Words
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_stay_and_the_question_is_known_again_c13(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, GOOD, size) as w:
        sanne, _ = w.desk.join("Sanne")
        w.desk.seat((w.desk.view.client, sanne.id))
        talk(w).show_again()
        await w.settled()
        asked = talk(w).turn.question
        assert isinstance(talk(w).turn.input, Words)
        await w.type("Koffie bij het raam")
        talk(w).voices.focus()
        await w.press("right", "enter")
        assert w.desk.voice.id == sanne.id
        assert talk(w).entry.typed == "Koffie bij het raam"
        assert talk(w).turn.question != asked
        assert f"“{asked}”" in w.words()
        assert "Wie zegt dit?" in w.words() and "Sanne" in w.words()
        talk(w).entry.field.focus()
        await w.press("enter")
        assert [(s.text, s.voice.name) for s in w.desk.view.statements] == [("Koffie bij het raam", "Sanne")]
