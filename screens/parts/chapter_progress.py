"""`Progress`: the questions of the plan and where we are in them. A sign and a word each, never a percentage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from screens.parts.drawn_lines import DrawnLines
from screens.parts.line_layout import fitted

StageState = Literal["not-yet", "begun", "talked-about"]
SIGNS: Final[dict[StageState, str]] = {"not-yet": "○", "begun": "◐", "talked-about": "●"}


@dataclass(frozen=True, slots=True)
class Stage:
    """One chapter: its title, how far it is, and whether we are in it."""

    title: str
    state: StageState
    here: bool


class ChapterProgress(DrawnLines):
    """One line; with too little room only the chapter we are in keeps its title."""

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
        """Show where we are; `right` says which topic of the chapter this is."""
        if (tuple(stages), right) != (self._stages, self._right):
            self._stages, self._right = tuple(stages), right
            self.refresh()

    def _fitting(self, room: int) -> list[str]:
        """All titles where they fit; else first what lies behind us, then all but ours shrink to their sign."""
        whole = [f"{SIGNS[stage.state]} {stage.title}" for stage in self._stages]
        here = next((n for n, stage in enumerate(self._stages) if stage.here), 0)
        for first in range(here + 1):
            texts = [SIGNS[stage.state] for stage in self._stages[:first]] + whole[first:]
            if sum(cell_len(text) + 2 for text in texts) - 2 <= room:
                return texts
        return [text if stage.here else SIGNS[stage.state] for text, stage in zip(whole, self._stages, strict=True)]

    def render_line(self, y: int) -> Strip:
        """The stages, and a thin rule below them."""
        width = self.content_size.width
        if y > 0:
            return Strip([Segment("─" * width, self.look("chapter-progress--rule"))])
        room = width - cell_len(self._right) - 2
        texts = self._fitting(room)
        segments: list[Segment] = []
        used = 0
        for text, stage in zip(texts, self._stages, strict=True):
            shown = fitted(text, min(cell_len(text), max(1, room - used)))
            look = "chapter-progress--here" if stage.here else "chapter-progress--stage"
            segments += [Segment(shown, self.look(look)), Segment("  ", self.plain)]
            used += cell_len(shown) + 2
        space = max(0, width - used - cell_len(self._right))
        segments.append(Segment(" " * space, self.plain))
        segments.append(Segment(self._right, self.look("chapter-progress--stage")))
        return Strip(segments).adjust_cell_length(width, self.plain)
