"""The locked screen on a real terminal, on both faces: nothing of the plan is left on it, and one comes back."""

from __future__ import annotations

from tests.terminal.conftest import Kept, OpenApp
from tests.tools.locked import WORDS, locked_home

F12 = "\x1b[24~"


def test_f12_empties_the_screen_until_the_words_are_given(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home)
    window = open_app("talk", "anna vos", "--topic", "two-minutes", "--as", "Sanne")
    window.expect("Dag Sanne")
    window.settle()
    window.write(f"{WORDS}\r")
    window.expect("twee minuten")
    window.settle()
    window.write("Koffie met melk")
    window.expect("Koffie met melk")
    window.write(F12)
    window.expect("Dag Sanne")
    window.settle()
    assert "Koffie" not in window.text() and "Anna" not in window.text()
    window.write(f"{WORDS}\r")
    window.expect("Koffie met melk")
    window.settle()
    window.write("\x11")
    assert window.end() == 0 and kept.log() == "" and b"lepel" not in window.raw


def test_line_by_line_the_terminal_is_emptied(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home)
    window = open_app("talk", "Anna Vos", "--plain", "--topic", "two-minutes", "--as", "sanne")
    for heard, typed in (("Dag Sanne", WORDS), ("twee minuten", "/slot"), ("Het scherm is op slot", WORDS)):
        window.expect(heard)
        window.expect("> ")
        window.write(f"{typed}\r")
    window.expect("twee minuten")
    window.write("/stop\r")
    assert window.end() == 0 and window.restored()
    assert b"\x1b[3J" in window.raw and b"lepel" not in window.raw
