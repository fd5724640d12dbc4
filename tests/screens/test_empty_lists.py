"""In a plan in which nothing was said, the key row shows only keys that do something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from screens.navigation.routes import ROUTES
from screens.parts.base_screen import BaseScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import window

LEAD_ELSEWHERE = ("navigate", "help", "back", "leave_plan", "toggle_theme", "begin", "show_role")
"""What leads to another screen does so from an empty one too."""


def acts(screen: BaseScreen) -> Iterator[str]:
    """The actions of a screen that are available and are about what stands on it."""
    for action in screen.ACTIONS:
        if action.call[0] not in LEAD_ELSEWHERE and screen.check_action(*action.call):
            yield action.id


async def test_an_empty_list_shows_no_key_that_does_nothing(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        assert w.app.navigator is not None
        found: dict[str, set[str]] = {}
        for name in ("agreements", "letter", "choices", "results", "then-and-now", "editions", "remarks", "new-since"):
            w.app.navigator.navigate(next(route for route in ROUTES if route.name == name))
            await w.settled()
            found[name] = set(acts(w.page)) - {"undo", "redo-answer", "undo-answer"}
            await w.press("escape")
        assert found == {
            "agreements": {"note", "talk"},
            "letter": {"note", "plan-length"},
            "choices": {"open"},
            "results": set(),
            "then-and-now": set(),
            "editions": set(),
            "remarks": {"open", "new-nice-moment", "new-remark"},
            "new-since": set(),
        }
