"""On the screen, the client asks each other person at the table once, and keeps it as theirs (V100)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.test_talk_screen import talk, talking
from tests.tools.window import SIZES
from zlp_tui.plan.view import Place

TO = Place("important-to", "important-to")


@pytest.mark.parametrize("size", SIZES)
async def test_a_round_says_whose_words_are_asked_and_keeps_them_as_theirs_b7(
    fresh: Path, size: tuple[int, int]
) -> None:
    async with talking(fresh, TO, size) as w:
        sanne, _ = w.desk.join("Sanne")
        w.desk.seat((w.desk.view.client, sanne.id))
        talk(w).show_again()
        await w.settled()
        await w.press("pagedown")
        assert "Wat vind ik belangrijk, denk jij?" in w.words() and "[Sanne]" in w.words()
        await w.type("Haar tuin.")
        await w.press("enter")
        assert [(s.text, s.voice.name) for s in w.desk.view.statements] == [("Haar tuin.", "Sanne")]
        await w.press("pagedown")
        assert talk(w).turn.place.topic == "important-for"
