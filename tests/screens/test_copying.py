"""Words can be taken out of the app on every screen where there is something to read (F18)."""

from __future__ import annotations

import base64
from pathlib import Path

from tests.screens.conftest import ANNIE
from tests.screens.test_talk_screen import field, talking
from tests.tools.everywhere import every_screen
from tests.tools.keys import UNHURRIED
from tests.tools.window import HOSTILE, Window, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.text import clean


async def copied(w: Window, key: str) -> str:
    """What a key copies; it is said in one line."""
    w.app.copy_to_clipboard("")
    await w.press(key)
    text: str = w.app.clipboard
    assert ("ekopieerd" in w.words()) == bool(text), w.on_top
    return text


async def test_a_line_and_a_page_can_be_copied_on_every_screen_f18(year: Path) -> None:
    async with window(year, ANNIE) as w:
        async for name in every_screen(w):
            if name == "commands":
                continue
            words, page = await copied(w, "ctrl+c"), await copied(w, "alt+c")
            assert page, name
            assert words or name in ("talk", "disagree", "remarks"), name
            assert "▸" not in page
            assert "\x1b" not in page
            if name not in ("talk", "help"):
                shown = " ".join(words.split())
                assert shown in " ".join(page.split()), name


async def test_what_was_said_is_copied_whole_with_whose_words_it_is_f18(fresh: Path) -> None:
    long = "Ik drink koffie bij het raam, met de krant, de kat en de radio aan, tot het licht wordt. " * 3
    async with window(fresh, ANNIE, (60, 20)) as w:
        w.desk.go_topic("good-day-bad-day")
        w.desk.answer(Spoken(long))
        await w.press("l")
        await w.reach("Ik drink koffie")
        assert await copied(w, "ctrl+c") == f"“{long.strip()}” mevrouw De Vries"
        assert long.strip() in await copied(w, "alt+c")


async def test_hostile_words_are_copied_as_they_were_kept_f18(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        w.desk.go_topic("good-day-bad-day")
        for row in HOSTILE.values():
            w.desk.answer(Spoken(row))
        await w.press("l")
        page = await copied(w, "alt+c")
        for row in HOSTILE.values():
            assert " ".join(clean(row).text.split()) in " ".join(page.split())


async def test_in_a_field_what_is_selected_or_else_typed_is_copied_f18(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("Koffie bij het raam")
        assert await copied(w, "ctrl+c") == "Koffie bij het raam"
        await w.press(*["shift+left"] * 4)
        assert await copied(w, "ctrl+c") == "raam"
        assert field(w).text == "Koffie bij het raam"


async def test_copying_stands_in_the_commands_and_in_the_help_f18(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("l", "ctrl+p")
        await w.type("kopier")
        assert "Deze woorden kopiëren" in w.words()
        assert "Ctrl+C" in w.words()
        await w.press("down", "enter", after=UNHURRIED)
        assert w.on_top == "LetterScreen"
        assert "gekopieerd" in w.words()
        await w.press("f1", "end", "pageup")
        assert "Ctrl+C: Deze woorden kopiëren" in w.words()


def test_the_terminal_is_told_by_osc_52_f18() -> None:
    """Textual writes it; that the driver lets it through is all that is ours."""
    from screens.textual_overrides._drivers import with_cursor

    told = f"\x1b]52;c;{base64.b64encode('één'.encode()).decode()}\a"
    assert told in with_cursor(told)
