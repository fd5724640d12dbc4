"""The locked screen on a real terminal, on both faces: nothing of the plan is left on it, and one comes back."""

from __future__ import annotations

import os
import termios

from tests.terminal.conftest import Kept, OpenApp
from tests.tools.locked import WORDS, locked_home
from zlp_tui.plain.typed.stdin_reader import StdinReader

F12 = "\x1b[24~"


def test_f12_empties_the_screen_until_the_words_are_given(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home)
    window = open_app("talk", "anna vos", "--topic", "two-minutes", "--as", "Sanne")
    window.expect("Dag Sanne")
    window.rest()
    window.write(f"{WORDS}\r")
    window.expect("twee minuten")
    window.rest()
    window.write("Koffie met melk")
    window.expect("Koffie met melk")
    window.write(F12)
    window.expect("Dag Sanne")
    window.rest()
    assert "Koffie" not in window.text() and "Anna" not in window.text()
    window.write(f"{WORDS}\r")
    window.expect("Koffie met melk")
    window.rest()
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


def test_half_a_line_is_had_from_a_terminal_and_its_rest_comes_as_usual() -> None:
    """What stands there without Enter is seen once it is asked for; then lines come as ever, echo and all."""
    ours, theirs = os.openpty()
    try:
        lines, usual = StdinReader(theirs), termios.tcgetattr(theirs)
        assert not lines.line_comes(0) and not lines.take_typed()
        os.write(ours, b"Koffie m\x7f")
        assert not lines.line_comes(0.05) and lines.take_typed() and lines.unfinished() == "Koffie "
        assert termios.tcgetattr(theirs) == usual and not lines.take_typed()
        os.write(ours, b"met melk\n")
        assert lines.line_comes(1) and lines.next() == "Koffie met melk"
        os.write(ours, b"half")
        assert not lines.line_comes(0.05) and lines.take_typed()
        lines.drop()
        os.write(ours, b"heel\n")
        assert lines.next() == "heel"
    finally:
        os.close(ours)
        os.close(theirs)
