"""Battery G01: every text on every screen is at least 7:1, in both themes; focus shows without colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet

from screens import themes
from tests.screens.test_talk_screen import talk, talking
from tests.tools.window import Window
from zlp_tui.plan.view import Place

DRAWN = set(" ─│╭╮╰╯┏┓┗┛━┃▁▂▃▄▅▆▇█▔▕▏▎▍▌▋▊▉━╸╺►◄▲▼")
PLACES = (
    Place("welcome", "hello"), Place("at-the-table", "who"), Place("good-day-bad-day", "sides", "good"),
    Place("important-to", "important-to"), Place("domains", "cards"),
    Place("goals", "priority"),
)


def _light(colour: ColorTriplet) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """WCAG's contrast of two colours."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(w: Window, least: float = 7.0) -> list[tuple[str, float]]:
    """Texts on the screen with too little contrast; marks and frames must have 3:1."""
    found = []
    for strip in w.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if not segment.text.strip() or style is None:
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            front, back = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
            if style.reverse:
                front, back = back, front
            needed = 3.0 if set(segment.text) <= DRAWN else least
            measured = contrast(front, back)
            if measured < needed or style.dim:
                found.append((segment.text.strip(), round(measured, 1)))
    return found


@pytest.mark.parametrize("theme", [themes.LIGHT, themes.DARK])
async def test_conversation_in_all_its_states(fresh: Path, theme: str) -> None:
    async with talking(fresh) as w:
        w.app.theme = theme
        for place in PLACES:
            talk(w).go(place)
            await w.settled()
            assert faint(w) == []
            for _ in range(8):
                await w.press("tab")
                assert faint(w) == []
        talk(w).go(PLACES[2])
        await w.settled()
        await w.type("Ik drink koffie.")
        assert faint(w) == []
        await w.press("shift+home")
        assert faint(w) == []
        await w.press("end", "enter")
        assert faint(w) == []
        talk(w).notice.refuse("Dat is geen datum.")
        await w.settled()
        assert faint(w) == []


@pytest.mark.parametrize("theme", [themes.LIGHT, themes.DARK])
async def test_home_map_letter_and_help(annie: Path, theme: str) -> None:
    async with talking(annie) as w:
        w.app.theme = theme
        for keys in (("f1",), ("escape",), ("escape",), ("l",), ("escape",), ("w",), ("escape",), ("a",), ("escape",)):
            await w.press(*keys)
            assert faint(w) == [], w.on_top
        await w.press("ctrl+p")
        assert faint(w) == []
        await w.press("escape", "escape")
        assert w.on_top == "HomeScreen"
        assert faint(w) == []
        await w.press("z")
        assert faint(w) == []


async def test_focus_is_seen_in_the_characters_alone(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("Ik drink koffie.")
        await w.press("enter")
        seen: dict[str, str] = {}
        for _ in range(6):
            await w.press("tab")
            seen[type(w.app.focused).__name__] = w.text()
        assert len(set(seen.values())) == len(seen) >= 4
