"""The copies of a plan line by line: the same as on the screen (issue 11 §4)."""

from __future__ import annotations

from pathlib import Path

from tests.plain.test_plain_lock import ANNIE, SANNE
from tests.tools.key_typist import KeyTypist
from tests.tools.locked import front_of, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import typing
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plain_wizard import UnseenLines
from zlp_tui.plain.talk_loop import run_talk


def _talk(home: Path, lock: HomeLock, *lines: str) -> str:
    front, typist = front_of(home, lock), KeyTypist(*lines)
    run_talk(
        typing(front.sit_down(front.find(ANNIE))), typist, LineWriter(typist.out), dutch(), topic="two-minutes",
        unseen=UnseenLines(typist.hidden),
    )
    assert front._locked.copying is not None
    front._locked.copying.finish(None)
    front.close()
    return typist.heard


def _said(home: Path, lock: HomeLock) -> list[str]:
    front = front_of(home, lock)
    try:
        return [said.text for said in front.sit_down(front.find(ANNIE)).view.statements]
    finally:
        front.close()


def test_a_copy_is_made_and_gone_back_to_and_the_talk_ends(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = unlocked_by(tmp_path, SANNE)
    made = _talk(tmp_path, lock, "Koffie.", "/kopieen", "1", "Thee.", "/stop")
    assert "Er is nu een kopie." in made and "Bewaard" in made.split("Er is nu een kopie.")[1], "the talk goes on"
    assert _said(tmp_path, lock) == ["Koffie.", "Thee."]
    back = _talk(tmp_path, lock, "/kopieen", "4", "1", "Water.")
    assert "niet in de kopie" in " ".join(back.split()) and back.rstrip().endswith("De kopie is nu het plan.")
    assert _said(tmp_path, lock) == ["Koffie."]
    right = _talk(tmp_path, lock, "/kopieen", "2", "/stop")
    assert "Er gaat geen kopie weg tot iemand zegt dat alles klopt." in right and "Oude kopieën gaan weer weg." in right
