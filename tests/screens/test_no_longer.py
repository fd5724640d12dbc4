"""“Dit hoeft niet meer” at a line of what is agreed: a tap or own words say why (issue 10 §2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("own", [False, True])
async def test_an_agreement_ends_with_why(annie: Path, size: tuple[int, int], own: bool) -> None:
    async with window(annie, ANNIE, size) as w:
        card = w.desk.cards()[0]
        w.desk.sit_at_keyboard(w.desk.view.client)
        await w.press("a")
        await w.reach(card.title[:12])
        await w.press("v", "enter")
        await w.reach("Dit hoeft niet meer")
        await w.press("enter")
        assert w.on_top == "NoLongerScreen" and "Waarom hoeft dit niet meer?" in w.words()
        if own:
            await w.reach("Ik zeg het in eigen woorden")
            await w.press("enter")
            await w.type("Het is klaar")
            await w.press("enter")
        else:
            await w.reach("Het is klaar.")
            await w.press("enter")
        (ended,) = (agreed for agreed in w.desk.view.agreements if agreed.ended_because)
        assert ended.id == card.ref and "Het is klaar" in str(ended.ended_because)
        assert "Dit is gestopt." in w.words()
        await w.press("escape", "escape")
        assert w.on_top != "NoLongerScreen"
