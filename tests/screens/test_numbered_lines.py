"""Whatever a digit chooses in a list shows that digit, on every screen of a plan."""

from __future__ import annotations

import re
from pathlib import Path

from screens.parts.line_list import LineList
from tests.screens.conftest import ANNIE
from tests.tools.everywhere import every_screen
from tests.tools.window import window


async def test_every_line_that_a_digit_can_choose_shows_its_number(year: Path) -> None:
    """The levels of a row stand in its heading, by their own numbers."""
    async with window(year, ANNIE, (120, 60)) as w:
        unnumbered = []
        async for name in every_screen(w):
            for lines in w.page.query(LineList).results():
                shown = " ".join(cell.lines[0][0][0] for cell in lines._cells.all if cell.lines and cell.lines[0])
                missing = [n for n in range(1, min(9, len(lines.numbered())) + 1) if not re.search(rf"\b{n}\b", shown)]
                if lines.display and missing and not getattr(getattr(lines, "_pick", None), "rows", ()):
                    unnumbered.append((name, missing))
        assert unnumbered == []
