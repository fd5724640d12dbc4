"""`FacesSheet`: a face with words, for each person or each day: how the talk was, whether the plan helps (V39, L79)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from screens.parts.line_layout import Cell, LineItem, stacked
from screens.steps.answer_pictures import FACES
from zlp_tui.plan.view import Face


@dataclass(frozen=True, slots=True)
class FacesSheet:
    """A line per person or day: what it is of, the face, the words, and who said them where that is somebody else."""

    lines: Sequence[tuple[str, Face | None, str, str]]

    def cells(self, width: int) -> list[Cell]:
        """None of these cells can be chosen."""
        long = max((cell_len(name) for name, *_ in self.lines), default=0)
        return stacked(
            [
                LineItem(
                    f"{name}{' ' * (long - cell_len(name))}  {words}", sign=FACES[face] if face else " " * 5, by=by
                )
                for name, face, words, by in self.lines
            ],
            0, 0, width,
        )
