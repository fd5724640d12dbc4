"""What is overridden of Textual in `screens/textual_overrides/`, on a real terminal, and the field's own overrides."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import product
from pathlib import Path
from types import FunctionType

import pytest
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip

from screens.keymap import all_screens
from screens.looking_back.due_screen import DueScreen
from screens.textual_overrides import _textual
from screens.textual_overrides._textual import BareBackground
from tests.screens.conftest import ANNIE
from tests.screens.test_talk_screen import field, talking
from tests.tools.window import window
from tools.terminal import Terminal

SECRET = "Ik drink koffie bij het raam"
CODE = """
import re
import sys
from pathlib import Path
from time import monotonic
from types import FunctionType
from screens.textual_overrides._textual import PlainApp
from screens.parts.early_keys import EarlyKeys
from screens.parts.search_field import SearchField

class Small(PlainApp):
    def compose(self):
        yield SearchField(EarlyKeys(monotonic), lambda: None, "begin")

    def on_input_changed(self, event):
        words = event.value
        if words.endswith("!"):
            raise ValueError(words)

    def on_input_submitted(self, event):
        Path("out").write_text(event.value, encoding="utf-8")
        self.exit()

app = Small(log_file=Path("log"), before_crash=lambda: Path("out").write_text("kept"))
app.run()
sys.exit("Er ging iets mis." if app.crashed else app.return_code or 0)
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Terminal]:
    """A small app on a real terminal, waiting for keys."""
    with Terminal([sys.executable, "-c", CODE], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.expect("begin", timeout=20)
        yield terminal


def test_a_byte_that_is_no_utf8_does_not_end_the_app(small: Terminal, tmp_path: Path) -> None:
    small.write(b"a\xffb\xe9c\r")
    assert small.end() == 0
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a\ufffdb\ufffdc"


def test_after_a_crash_one_sentence_and_a_log_without_what_was_said(small: Terminal, tmp_path: Path) -> None:
    small.write(SECRET)
    small.expect(SECRET)
    small.write("!")
    assert small.end() == 1
    told = bytes(small.raw).split(b"\x1b[?1049l")[-1].decode()
    assert "Er ging iets mis." in told
    assert "Traceback" not in told
    assert SECRET not in told
    log = tmp_path / "log"
    assert "ValueError" in log.read_text(encoding="utf-8")
    assert "on_input_changed" in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "out").read_text(encoding="utf-8") == "kept"
    assert small.restored()


def test_g08_the_cursor_of_the_terminal_stands_at_the_caret_and_is_given_back(small: Terminal) -> None:
    small.write("abc")
    small.expect("abc")
    small.settle()
    assert small.cursor_visible
    column, row = small.cursor
    assert small.text().split("\n")[row][:column].endswith("abc")
    small.write("\r")
    assert small.end() == 0
    assert bytes(small.raw).rindex(b"\x1b[0 q") > bytes(small.raw).rindex(b"\x1b[6 q")


def test_ctrl_c_neither_stops_the_app_nor_speaks_english(small: Terminal) -> None:
    small.write("\x03")
    small.write("abc")
    small.expect("abc")
    assert "quit" not in small.text().casefold()


def test_ctrl_z_does_not_put_the_app_away(small: Terminal) -> None:
    small.write("\x1a")
    small.write("abc")
    small.expect("abc")


async def test_undo_in_a_field_that_scrolls_goes_back_and_forth(fresh: Path) -> None:
    async with talking(fresh) as w:
        for _ in range(12):
            await w.press("x", "ctrl+j")
        whole = field(w).text
        for key in ("ctrl+z", "ctrl+y"):
            for _ in range(30):
                await w.press(key)
        assert field(w).text == whole
        await w.press("ctrl+a", "shift+up", "shift+up", "backspace", "ctrl+z", "ctrl+z", "ctrl+y")
        assert field(w).has_focus


async def test_brackets_are_not_matched_in_what_people_say(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("(a)")
        await w.press("left")
        assert field(w)._matching_bracket_location is None


async def test_of_the_lines_that_changed_the_same_is_drawn_as_textual_draws(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("Koffie bij het raam")
        ours = w.app.screen._compositor
        textuals = copy(ours)
        textuals.__class__ = Compositor
        for y, high in product(range(ours.size.height), (1, 4)):
            crop = Region(10, y, 5, high).intersection(ours.size.region)
            on_lines = crop.line_range.__contains__
            assert ours._render_chops(crop, on_lines) == textuals._render_chops(crop, on_lines)
            assert all(len(strips) <= crop.height for *_, strips in ours._get_renders(crop))


def seen_cells(strips: Sequence[Strip]) -> list[list[tuple[str, object]]]:
    """Of each line the cells as one sees them, where they hold no letters: with their background."""
    return [
        [(cell, segment.style and segment.style.bgcolor) for segment in strip for cell in segment.text]
        for strip in strips
    ]


@pytest.mark.parametrize("asked", [False, True], ids=["colours", "NO_COLOR"])
async def test_a_bare_background_is_drawn_as_textual_draws_it(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    if asked:
        monkeypatch.setenv("NO_COLOR", "1")
    async with talking(fresh) as w:
        bare = [w.app.screen, *w.app.screen.query("Column").results()]
        assert all(isinstance(widget, BareBackground) for widget in bare)
        assert len(bare) > 1
        for widget in bare:
            crop = widget.size.region
            assert seen_cells(widget.render_lines(crop)) == seen_cells(StylesCache().render_widget(widget, crop))


class Broken(DueScreen):
    """A screen with an error in it."""

    def show_all(self, select: str | None = None) -> None:
        raise LookupError("nothing to show")


async def _break(home: Path) -> None:
    async with window(home, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.show_screen(Broken(w.desk, w.app.tr, w.app.navigator))
        await w.settled()


async def test_what_goes_wrong_in_a_screen_fails_the_test_that_waits_for_it(annie: Path) -> None:
    with pytest.raises(LookupError):
        await _break(annie)


def test_what_is_private_in_textual_is_overridden_only_where_the_docstring_says() -> None:
    all_screens()
    told = {
        "screens.textual_overrides._textual", "screens.textual_overrides._compositor",
        "screens.textual_overrides._drivers", "screens.parts.search_field",
    }
    docstring = _textual.__doc__ or ""
    assert all(name.split(".")[-1] in docstring for name in told - {"screens.textual_overrides._textual"})
    found = {
        module.__name__: f"{kind.__name__}.{name}"
        for module in list(sys.modules.values()) if module.__name__.startswith("screens.")
        for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__
        for name, what in vars(kind).items() if re.match("_[^_]", name) and isinstance(what, FunctionType | classmethod)
        for base in kind.__mro__[1:] if base.__module__.startswith("textual.") and name in vars(base)
    }
    assert {module: name for module, name in found.items() if module not in told} == {}
    assert "screens.parts.search_field" in found
