"""Lines of at most 80 columns, by what a terminal makes of them, and without a character that moves or draws.

What is written line by line has no escape byte and no box, block, symbol or braille character (U+2500-U+28FF), also
when the data has them: those are read aloud as noise, or not at all. Box and block characters become `-`, all others
`?`. The width of a character is taken as the widest that terminals in use make of it, so a line is never too long.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from zlp_tui.text import visible

COLUMNS: Final = 80
TAB: Final = "    "
_SIGNS: Final = {code: "-" if code < 0x25A0 else "?" for code in range(0x2500, 0x2900)} | {0x09: TAB}
_JOINS: Final = frozenset("\u200d\ufe0f\ufe0e")


def shown(text: str) -> str:
    """A text as it may be written: `text.visible`, then tabs and U+2500-U+28FF replaced. Line feeds stay."""
    return visible(text).translate(_SIGNS)


def width(text: str) -> int:
    """How many columns a text takes at most."""
    return sum(map(_columns, text)) if not text.isascii() else len(text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if character == "\ufe0f":
        return 1  # the emoji form of the sign before it may take a column more
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" or ord(character) >= 0x1F000 else 1


def wrapped(text: str, first: str = "", rest: str | None = None, columns: int = COLUMNS) -> list[str]:
    """The lines of a text, each at most `columns` wide: the first begins with `first`, all others with `rest`.

    Words stay whole where they fit on a line; a line feed in the text begins a new line.
    """
    hanging = " " * width(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in shown(text).split("\n"):
        line = hanging if lines else first
        begun = False
        for word in paragraph.split():
            joined = f"{line} {word}" if begun else line + word
            if width(joined) <= columns:
                line, begun = joined, True
                continue
            if begun:
                lines.append(line)
                line = hanging
            *full, last = _cut(word, columns - width(hanging), columns - width(line))
            for piece in full:
                lines.append(line + piece)
                line = hanging
            line, begun = line + last, True
        lines.append(line.rstrip())
    return lines


def _cut(word: str, room: int, first_room: int) -> list[str]:
    """A word in pieces that fit, never between a character and the marks and joiners that belong to it."""
    pieces, piece, used, limit = [], "", 0, first_room
    for cluster in _clusters(word):
        wide = width(cluster)
        if piece and used + wide > limit:
            pieces.append(piece)
            piece, used, limit = "", 0, room
        piece, used = piece + cluster, used + wide
    return [*pieces, piece]


def _clusters(word: str) -> list[str]:
    clusters: list[str] = []
    for character in word:
        belongs = clusters and (
            character in _JOINS or clusters[-1][-1] == "\u200d" or unicodedata.category(character) in ("Mn", "Me", "Mc")
        )
        if belongs and width(clusters[-1]) < 16:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
