"""A list in which one level is picked for each row: its lines, and what becomes of the picked ids."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.cells import cell_len

from screens.parts.line_layout import LineItem
from screens.steps.answer_pictures import picture
from zlp_tui.conversation.ports.turn import Pick, Selectable


def level_of(pick: Pick, picked: Collection[str], row: str) -> int | None:
    """The number of the level that is picked for a row; None for none."""
    return next((level for level, option in enumerate(_options(pick, row)) if option.id in picked), None)


def rated(pick: Pick, picked: Collection[str], row: str, level: int | None) -> frozenset[str]:
    """The picked ids, with this level for a row; None for none."""
    options = _options(pick, row)
    others = frozenset(picked) - {option.id for option in options}
    return others if level is None else others | {options[level].id}


def stepped(pick: Pick, picked: Collection[str], row: str, by: int) -> int | None:
    """The level beside the one that is picked for a row; before the first and after the last one none is picked."""
    at, count = level_of(pick, picked, row), len(pick.levels)
    place = (0 if at is None else at + 1) + by
    return (place % (count + 1)) - 1 if place % (count + 1) else None


def row_lines(pick: Pick, picked: Collection[str], *, beside: bool) -> tuple[LineItem, ...]:
    """A line for each row: the picture of its level, what it is called, and the level in words."""
    return tuple(_lines(pick, picked, beside=beside))


def _lines(pick: Pick, picked: Collection[str], *, beside: bool) -> Iterator[LineItem]:
    pictures = [picture(level, pick.levels).strip() or level.title for level in pick.levels]
    wide = max(map(cell_len, pictures), default=0)
    for row in pick.rows:
        level = level_of(pick, picked, row.id)
        sign = "·" if level is None else pictures[level]
        words = "" if level is None or pictures[level] == pick.levels[level].title else pick.levels[level].title
        notes = dict.fromkeys(option.unkept for option in _options(pick, row.id) if option.unkept)
        note = " · ".join(part for part in (row.hint, *notes) if part)
        yield LineItem(
            row.title, ref=row.id, sign=sign + " " * (wide - cell_len(sign)), note=note, by=words, beside=beside
        )


def _options(pick: Pick, row: str) -> tuple[Selectable, ...]:
    count = len(pick.levels)
    at = next(number for number, known in enumerate(pick.rows) if known.id == row) * count
    return pick.options[at : at + count]
