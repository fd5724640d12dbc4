"""`StackedSheet`: several sheets as one."""

from __future__ import annotations

from dataclasses import dataclass

from screens.parts.line_layout import Cell, Sheet, height_of


@dataclass(frozen=True, slots=True)
class StackedSheet:
    """Sheets under each other with `gap` blank rows between them."""

    sheets: tuple[Sheet, ...]
    gap: int = 1

    def cells(self, width: int) -> list[Cell]:
        """All cells of all sheets, in reading order."""
        cells: list[Cell] = []
        for sheet in self.sheets:
            y = height_of(cells) + (self.gap if cells else 0)
            cells += [cell._replace(y=cell.y + y) for cell in sheet.cells(width)]
        return cells
