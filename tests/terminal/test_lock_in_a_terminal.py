"""The lock on the plans on a real terminal, on both faces: nothing of the words is written there (E12)."""

from __future__ import annotations

import re

from tests.terminal.conftest import Kept, OpenApp
from tests.tools.locked import WORDS, locked_home


def test_line_by_line_the_plans_open_with_words_that_nobody_sees(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home).new_keyholder("Karim", WORDS)
    window = open_app("talk", "Anna Vos", "--plain", "--topic", "two-minutes", "--as", "sanne")
    for heard, typed in (("Dag Sanne", "lepel wolk fiets winter"), ("niet goed", WORDS), ("twee minuten", "/stop")):
        window.expect(heard)
        window.expect("> ")
        window.write(f"{typed}\r")
    assert window.end() == 0 and window.restored()
    assert b"lepel" not in window.raw


def test_the_screens_open_the_plan_that_was_named_after_the_lock(open_app: OpenApp, kept: Kept) -> None:
    locked_home(kept.home).new_keyholder("Karim", WORDS)
    window = open_app("talk", "anna vos", "--topic", "two-minutes", "--as", "Sanne")
    window.expect("Dag Sanne")
    window.rest()
    window.write(f"{WORDS}\r")
    window.expect("twee minuten")
    assert b"lepel" not in window.raw
    window.rest()
    window.write("\x11")
    assert window.end() == 0 and kept.log() == ""
    assert not re.search(rb"\x1b\][012];", window.raw), "the window keeps its own title"
