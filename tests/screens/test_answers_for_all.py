"""What one person answers for all stands under their name on the screens, and another does not change it (B2)."""

from __future__ import annotations

from pathlib import Path

from tests.screens.conftest import ANNIE
from tests.tools.table import speaks
from tests.tools.window import window
from zlp_tui.conversation.ports.turn import Picked
from zlp_tui.plan.view import Place


async def test_who_decides_is_told_with_who_said_it_and_not_changed_by_another_b2(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        sanne, karim = w.desk.join("Sanne")[0].id, w.desk.join("Karim")[0].id
        speaks(w.desk, sanne)
        place = Place("deciding-together", "role")
        w.desk.go(place)
        w.desk.answer(Picked(("together",)))
        speaks(w.desk, karim)
        assert w.app.navigator is not None
        w.app.navigator.show_talk(place)
        await w.settled()
        assert "gekozen · Sanne" in w.words()
        await w.click("Karim", nth=-1)
        await w.press("1")
        assert "Sanne zei dit. Een ander verandert het niet." in w.words()
        assert (w.desk.view.deciding_role, w.desk.view.deciding_by) == ("together", sanne)
