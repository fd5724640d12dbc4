"""What is begun from an overview is asked about first, and then one returns (rows-v 2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.screens.test_talk_screen import talk
from tests.tools.window import window
from zlp_tui.conversation.asking.detours import is_about


@pytest.mark.parametrize(
    ("overview", "key", "first"),
    [("a", "n", "agreements/goal"), ("a", "d", "goals/now-or-later"), ("k", "n", "choices/options")],
    ids=["agreement", "goal", "choice"],
)
async def test_what_is_begun_on_an_overview_is_asked_about_first_rows_v_2(
    annie: Path, overview: str, key: str, first: str
) -> None:
    """Annie's plan has old agreements with 27 open questions."""
    async with window(annie, ANNIE) as w:
        stood = w.desk.place
        await w.press(overview, key)
        await w.type("Op vrijdag eten wij vis")
        await w.press("enter")
        view = w.desk.view
        thing = (view.choices if overview == "k" else view.goals if key == "d" else view.agreements)[-1].id
        asked = []
        if key == "d" or overview == "a":
            await w.press("f11")
            asked.append(f"{w.desk.place.topic}/{w.desk.place.step}")
        for _ in range(40):
            await w.press("pagedown")
            if not is_about(w.desk.place, thing):
                break
            asked.append(f"{w.desk.place.topic}/{w.desk.place.step}")
        assert asked[0] == first and len(asked) >= 4
        assert w.desk.place == stood
        assert talk(w).turn.place == stood
