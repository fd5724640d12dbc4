"""Lines of at most 80 columns, by what a terminal makes of them, and without a character that moves or draws.

What is written line by line has no escape byte and no box, block, symbol or braille character (U+2500-U+28FF), also
when the data has them: those are read aloud as noise, or not at all. Box and block characters become `-`, all others
`?`. Terminals do not agree on joined emoji: some draw a family in two columns, others its four people in eight. So a
text is measured both ways by wcwidth and the wider one counts: a line is never too long.
"""

from __future__ import annotations

from typing import Final

from zlp_tui.text import visible

COLUMNS: Final = 80
TAB: Final = "    "
_SIGNS: Final = {code: "-" if code < 0x25A0 else "?" for code in range(0x2500, 0x2900)} | {0x09: TAB}
_WIDEST: Final = 16
"""Columns of the widest grapheme that stays whole: joiners can make one of any length."""


def shown(text: str) -> str:
    """A text as it may be written: `text.visible`, then tabs and U+2500-U+28FF replaced. Line feeds stay."""
    return visible(text).translate(_SIGNS)


def width(text: str) -> int:
    """How many columns a text takes at most, whether or not the terminal joins emoji."""
    if text.isascii():
        return len(text)
    from wcwidth import iter_graphemes, wcswidth, wcwidth  # 28 ms, which JSON and plain letters can do without

    return sum(max(wcswidth(grapheme), sum(map(wcwidth, grapheme))) for grapheme in iter_graphemes(text))


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
    from wcwidth import iter_graphemes

    pieces, piece, used, limit = [], "", 0, first_room
    for grapheme in iter_graphemes(word):
        for part in (grapheme,) if width(grapheme) <= _WIDEST else grapheme:
            wide = width(part)
            if piece and used + wide > limit:
                pieces.append(piece)
                piece, used, limit = "", 0, room
            piece, used = piece + part, used + wide
    return [*pieces, piece]
