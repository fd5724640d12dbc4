"""Where one is, told by signs and words: colour alone tells nothing to who does not see it."""

from __future__ import annotations

import pytest

from screens.parts.chapter_progress import ChapterProgress, Stage
from screens.parts.line_layout import ColumnsSheet, RowsSheet, Sheet
from screens.steps.board_sheet import group_lines
from zlp_tui.conversation.ports.turn import Group, Quote

CHAPTERS = ("Samen beginnen", "Wie ben ik?", "Hoe wil ik leven?", "Wie doet wat?", "Hoe gaat het?")
GROUPS = tuple(Group(title, (Quote("", "Koffie."),), here=True) for title in ("Een slechte dag, nu", "Goed"))
SHEETS: tuple[Sheet, ...] = (
    ColumnsSheet(tuple(group_lines(group, "nu hier") for group in GROUPS), least=16),
    RowsSheet(tuple(line for group in GROUPS for line in group_lines(group, "nu hier"))),
)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_each_chapter_makes_another_line_c21(width: int) -> None:
    shown = set()
    for here in CHAPTERS:
        progress = ChapterProgress()
        progress.put([Stage(title, "talked-about", here=title == here) for title in CHAPTERS], "1 van 4")
        line = "".join(text for text, _ in progress.lay_out(width)[0])
        assert line.count("▸") == 1
        assert here in line.partition("▸")[2]
        shown.add(line)
    assert len(shown) == len(CHAPTERS)


@pytest.mark.parametrize("sheet", SHEETS, ids=["columns", "rows"])
@pytest.mark.parametrize("width", range(32, 121))
def test_the_pointer_is_never_broken_u1(sheet: Sheet, width: int) -> None:
    lines = ["".join(text for text, _ in line) for cell in sheet.cells(width) for line in cell.lines]
    assert sum("◂ nu hier" in line for line in lines) == len(GROUPS)
