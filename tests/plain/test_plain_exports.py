"""`/afschrift`: the plan taken along, line by line (issue 12 §1)."""

from __future__ import annotations

from pathlib import Path

from tests.tools.key_typist import KeyTypist
from tests.tools.prepared import dutch
from tests.tools.table import open_door
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk


def test_a_form_is_made_line_by_line_and_the_talk_goes_on(tmp_path: Path) -> None:
    """Nobody else is in the plan, so it is not asked for whom; an empty line takes what is usual."""
    front, there = open_door(tmp_path / "home"), tmp_path / "map"
    there.mkdir()
    desk = front.sit_down(front.new_plan("Bep Kuiper"))
    form = next(n for n, form in enumerate(desk.exports.forms(), 1) if form.id == "json")
    typist = KeyTypist("/afschrift", str(form), "2", str(tmp_path / "weg"), str(there), "", "Koffie.", "/stop")
    run_talk(desk, typist, LineWriter(typist.out), dutch(), topic="two-minutes")
    heard = " ".join(typist.heard.split())
    assert "Deze map is er niet" in heard and "Het is klaar. Hier staat het:" in heard
    assert "Op papier, voor thuis 1. Wat gezegd en afgesproken is" in heard, "under headings, as on the screen"
    [file] = there.iterdir()
    assert file.suffix == ".json" and file.name in typist.heard
    assert heard.endswith("Bewaard") or "Bewaard" in heard.split("Hier staat het:")[1]
    front.close()
