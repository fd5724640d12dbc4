"""“Anders afspreken” at a line of what is agreed (issue 10 §2, L13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_agreed_is_agreed_differently_and_the_old_stays_in_sight(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        card = w.desk.cards()[0]
        w.desk.speak_as(next(a.voice.id for a in w.desk.view.active_agreements() if a.id == card.ref))
        await w.press("a")
        await w.reach(card.title[:12])
        await w.press("v", "enter")
        assert w.on_top == "StatementScreen"
        await w.reach("Anders afspreken")
        await w.press("enter")
        assert "Hoe spreken we het nu af?" in w.words()
        await w.type(" Liever in de tuin.")
        await w.press("enter")
        (new,) = (agreed for agreed in w.desk.view.active_agreements() if agreed.replaces == card.ref)
        assert new.want == f"{card.title} Liever in de tuin."
        await w.press("escape", "escape")
        assert w.on_top == "AgreementsScreen"
        assert "Eerst" in dict(w.desk.cards()[0].rows)
        await w.reach(card.title[:12])


async def test_one_thing_of_an_agreement_is_changed_at_its_line(annie: Path) -> None:
    """L14: from the line to the one question about it, and back to where the conversation was."""
    async with window(annie, ANNIE, (80, 24)) as w:
        before = w.desk.place
        card = w.desk.cards()[0]
        w.desk.speak_as(next(a.voice.id for a in w.desk.view.active_agreements() if a.id == card.ref))
        await w.press("a")
        await w.reach(card.title[:12])
        await w.press("v", "enter")
        await w.reach("Tot wanneer")
        await w.press("enter")
        assert w.on_top == "TalkScreen" and "Tot wanneer doen we dit?" in w.words()
        await w.type("1 december 2026")
        await w.press("enter")
        (until,) = (agreed.until for agreed in w.desk.view.active_agreements() if agreed.id == card.ref)
        assert until == "2026-12-01"
        assert w.on_top == "TalkScreen" and w.desk.place == before
