"""`CycleSheet`: the chapters drawn as a cycle of four questions, with the opening chapter leading into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size

from screens.parts.line_layout import GUTTER, Cell, Look, Piece, fitted
from zlp_tui.conversation.desk import ChapterLine
from zlp_tui.plan.view import CHAPTERS
from zlp_tui.text import one_line

SIGNS: Final = {"talked-about": "●", "begun": "◐", "not-yet": "○"}
_ARROW: Final = 7
"""Least room for an arrow between two questions, with the blanks around it."""
_LONG_ARROW: Final = 13
LISTED: Final = 66
"""Below this width the chapters are a list."""


@dataclass(frozen=True, slots=True)
class CycleSheet:
    """The chapters around the text `centre`, or a list of them if a cycle does not fit.

    `words` has a text for each state. `roomy` draws a frame around each chapter, in eleven rows instead of seven.
    """

    chapters: tuple[ChapterLine, ...]
    chosen: str
    centre: str
    words: dict[str, str]
    roomy: bool = False

    def cells(self, width: int) -> list[Cell]:
        """The chapters, which can be chosen, in the order of the script, and the arrows between them."""
        if width < LISTED or tuple(chapter.id for chapter in self.chapters) != CHAPTERS:
            return self._listed(width)
        return _Ring(self, width).cells() if _Ring(self, width).fits else self._listed(width)

    def pieces(self, chapter: ChapterLine) -> tuple[str, str]:
        """A chapter's sign with its title, and the text of its state."""
        return f"{SIGNS[chapter.state]} {one_line(chapter.title)}", self.words[chapter.state]

    def look(self, chapter: ChapterLine) -> Look:
        """The style of a chapter's title."""
        return "here" if chapter.id == self.chosen else "text"

    def _listed(self, width: int) -> list[Cell]:
        longest = max((cell_len(self.pieces(chapter)[0]) for chapter in self.chapters), default=0)
        room = min(longest, max(10, width - GUTTER - 16))
        cells: list[Cell] = []
        for y, chapter in enumerate(self.chapters):
            title, word = self.pieces(chapter)
            line: tuple[Piece, ...] = ((fitted(title, room), self.look(chapter)), ("   ", "text"), (word, "quiet"))
            cells.append(Cell(0, y, width, (line,), chapter.id))
        return cells


class _Ring:
    """The layout of the cycle for one width: three columns of chapters with arrows between them."""

    def __init__(self, cycle: CycleSheet, width: int) -> None:
        self._cycle = cycle
        self._by_id = {chapter.id: chapter for chapter in cycle.chapters}
        self._frame = 4 if cycle.roomy else 0
        self._tall = 4 if cycle.roomy else 2
        start, left, right = self._wide("start"), self._wide("who-am-i", "results"), self._wide("my-life", "support")
        taken = start + left + right + 3 * GUTTER
        self._gap = min(_LONG_ARROW, (width - taken) // 2)
        self.fits = self._gap >= _ARROW
        margin = max(0, (width - taken - 2 * self._gap) // 2)
        self._x = {
            "start": margin,
            "left": margin + start + GUTTER + self._gap,
            "right": margin + start + left + 2 * (GUTTER + self._gap),
        }
        self._w = {"start": start, "left": left, "right": right}
        self._low = self._tall + 3

    def _wide(self, *ids: str) -> int:
        texts = [self._cycle.pieces(self._by_id[chapter]) for chapter in ids]
        return max(max(cell_len(title), cell_len(word) + 2) for title, word in texts) + self._frame

    def cells(self) -> list[Cell]:
        """All chapters and arrows, in reading order."""
        top, low = self._tall // 2 - 1 if self._cycle.roomy else 0, self._low
        return [
            self._question("start", "start", 0),
            self._arrow("start", top, "─", "►"),
            self._question("who-am-i", "left", 0),
            self._arrow("left", top, "─", "►"),
            self._question("my-life", "right", 0),
            *self._sides(),
            self._question("results", "left", low),
            self._arrow("left", low + top, "◄", "─"),
            self._question("support", "right", low),
        ]

    def _question(self, chapter_id: str, column: str, y: int) -> Cell:
        chapter, wide = self._by_id[chapter_id], self._w[column]
        title, word = self._cycle.pieces(chapter)
        look = self._cycle.look(chapter)
        inside = wide - self._frame
        lines: tuple[tuple[Piece, ...], ...] = (
            ((set_cell_size(title, inside), look),),
            (("  ", "text"), (set_cell_size(word, inside - 2), "quiet")),
        )
        if self._cycle.roomy:
            lines = _framed(lines, inside, heavy=look == "here")
        return Cell(self._x[column], y, GUTTER + wide, lines, chapter_id)

    def _arrow(self, after: str, y: int, begin: str, end: str) -> Cell:
        line = begin + "─" * (self._gap - 6) + end
        return Cell(self._x[after] + self._w[after] + GUTTER, y, self._gap - 2, (((line, "rule"),),))

    def _sides(self) -> list[Cell]:
        """The arrow down at the right, the one up at the left, and the text between them."""
        left = self._x["left"] + self._w["left"] // 2
        right = self._x["right"] + self._w["right"] // 2
        between = right - left - 3
        centre = fitted(self._cycle.centre, min(between, cell_len(self._cycle.centre)))
        middle = left + 3 + (between - cell_len(centre)) // 2 - GUTTER
        y = self._tall
        return [
            Cell(left, y, GUTTER + 1, ((("▲", "rule"),), (("│", "rule"),), (("│", "rule"),))),
            Cell(middle, y + 1, GUTTER + cell_len(centre), (((centre, "strong"),),)),
            Cell(right, y, GUTTER + 1, ((("│", "rule"),), (("│", "rule"),), (("▼", "rule"),))),
        ]


def _framed(lines: tuple[tuple[Piece, ...], ...], inside: int, *, heavy: bool) -> tuple[tuple[Piece, ...], ...]:
    corners = "┏━┓┃┗┛" if heavy else "╭─╮│╰╯"
    look: Look = "here" if heavy else "rule"
    across = corners[1] * (inside + 2)
    return (
        ((f"{corners[0]}{across}{corners[2]}", look),),
        *(((corners[3], look), (" ", "text"), *line, (" ", "text"), (corners[3], look)) for line in lines),
        ((f"{corners[4]}{across}{corners[5]}", look),),
    )
