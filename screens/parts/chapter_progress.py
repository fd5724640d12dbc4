"""`ChapterProgress`: the chapters of the plan, each with its state as a sign, and the current one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from rich.cells import cell_len

from screens.parts.drawn_lines import Run, StyledLines
from screens.parts.line_layout import fitted

StageState = Literal["not-yet", "begun", "talked-about"]
SIGNS: Final[dict[StageState, str]] = {"not-yet": "○", "begun": "◐", "talked-about": "●"}
HERE: Final = "▸"
"""Precedes the current chapter, which its colour alone would not tell."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One chapter: its title, its state, and whether it is the current one."""

    title: str
    state: StageState
    here: bool


class ChapterProgress(StyledLines):
    """One line of chapters above a rule; with too little room only the current chapter keeps its title."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chapter-progress--stage", "chapter-progress--here", "chapter-progress--rule",
    }
    DEFAULT_CSS = """
    ChapterProgress {
        height: 2; width: 100%; padding: 0 1;
        & > .chapter-progress--stage { color: $text-muted; }
        & > .chapter-progress--here { color: $primary; text-style: bold; }
        & > .chapter-progress--rule { color: $border-blurred; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._stages: tuple[Stage, ...] = ()
        self._right = ""

    def put(self, stages: Sequence[Stage], right: str) -> None:
        """Show other stages in place; `right` says which topic of the chapter this is."""
        if (tuple(stages), right) != (self._stages, self._right):
            self._stages, self._right = tuple(stages), right
            self.changed()

    def _fitting(self, room: int) -> list[str]:
        """All titles, if they fit; else the earlier ones, then all but the current one, are reduced to their sign."""
        whole = [f"{HERE if stage.here else ''}{SIGNS[stage.state]} {stage.title}" for stage in self._stages]
        here = next((number for number, stage in enumerate(self._stages) if stage.here), 0)
        for first in range(here + 1):
            texts = [SIGNS[stage.state] for stage in self._stages[:first]] + whole[first:]
            if sum(cell_len(text) + 2 for text in texts) - 2 <= room:
                return texts
        return [text if stage.here else SIGNS[stage.state] for text, stage in zip(whole, self._stages, strict=True)]

    def lay_out(self, width: int) -> Sequence[tuple[Run, ...]]:
        """The line of chapters and the rule below it."""
        room = width - cell_len(self._right) - 2
        runs: list[Run] = []
        used = 0
        for text, stage in zip(self._fitting(room), self._stages, strict=True):
            shown = fitted(text, min(cell_len(text), max(1, room - used)))
            runs += [(shown, "chapter-progress--here" if stage.here else "chapter-progress--stage"), ("  ", "")]
            used += cell_len(shown) + 2
        space = max(0, width - used - cell_len(self._right))
        runs += [(" " * space, ""), (self._right, "chapter-progress--stage")]
        return [tuple(runs), (("─" * width, "chapter-progress--rule"),)]
