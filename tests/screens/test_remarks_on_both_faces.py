"""What can be done with a remark on its screen is done line by line too, and leaves the same (issue 8, M11)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from screens.follow_up.remarks_screen import RemarksScreen
from tests.plain.conftest import Plain
from tests.project.test_both_faces import SAME, every
from tests.screens.conftest import ANNIE
from tests.screens.test_screen_remarks import to_remarks
from tests.tools.table import lay_table
from tests.tools.window import window
from zlp_tui.plan.view import Remark

ACTS: Final = {"done-with": "/done-with", "told": "/told", "about": "/from", "withdraw": "/take-back"}
"""What one chooses at a remark, by its id on the screen, and the command that does the same."""


def left(remarks: tuple[Remark, ...]) -> list[tuple[str | None, ...]]:
    """What a face left of each remark, with who said what."""
    return [(r.text, r.voice.name, r.done_with, "told" if r.told_back_on else None) for r in remarks]


async def test_told_back_leaves_the_same_on_both_faces(fresh: Path, tmp_path: Path) -> None:
    assert every(list(ACTS.values())) <= every([commands for commands, _ in SAME])
    async with window(fresh, ANNIE) as w:
        about = w.desk.follow_up.leave("nice-moment", "De zon.").refs[0]
        w.desk.follow_up.leave("remark", "Het is koud.", about)
        await to_remarks(w)
        await w.reach("“Het is koud.”")
        await w.press("enter")
        page = w.page
        assert isinstance(page, RemarksScreen)
        acts = {cell.ref for cell in page.sheet().cells(80) if cell.ref}
        assert acts == {"done-with", "about", "withdraw"}, "nothing can be told before it was said what was done"
        await w.press("enter")
        await w.type("Gebeld.")
        await w.press("enter")
        acts |= {cell.ref for cell in page.sheet().cells(80) if cell.ref}
        assert acts == set(ACTS)
        await w.reach("Dit is vandaag verteld")
        await w.press("enter")
        seen, done_by = left(w.desk.view.remarks), {r.done_by for r in w.desk.view.remarks}
        assert done_by == {None, w.desk.view.client}
    table = lay_table(tmp_path / "plain")
    plain = Plain(table)
    plain.hear("/mooi De zon.\n/opmerkingen\n/opmerking-bij 1 Het is koud.\n/opmerkingen\n", topic="two-minutes")
    heard = plain.hear("/opmerkingen\n/verteld 1\n/gedaan 1 Gebeld.\n/verteld 1\n/opmerkingen\n", topic="two-minutes")
    assert "Zeg eerst wat ermee gedaan is." in " ".join(heard.split())
    assert "Dit is ermee gedaan: “Gebeld.” (mevrouw De Vries)" in heard and "Dat is verteld op" in heard
    same = [(words, done, told) for words, _, done, told in left(plain.view.remarks)]
    assert same == [(words, done, told) for words, _, done, told in seen]
    table.front.close()
