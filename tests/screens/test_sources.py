"""The page that names whose work this is built on can be reached from every screen (V41, V132)."""

from __future__ import annotations

from pathlib import Path

from screens.help_screen import HelpScreen
from tests.screens.test_talk_screen import talking
from zlp_tui.plan.view import Place


async def test_the_sources_are_a_key_away_from_a_question(fresh: Path) -> None:
    async with talking(fresh, Place("important-to", "important-to")) as w:
        await w.press("alt+b")
        assert isinstance(w.app.screen, HelpScreen)
        page = w.app.screen.text()
        assert all(name in page for name in ("Vilans", "PG werkt samen", "Sanderson", "Lewis", "Wallace"))
