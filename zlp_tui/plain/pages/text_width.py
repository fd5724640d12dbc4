"""Lines as wide as a terminal, by what it makes of them, and without a character that moves or draws.

What is written line by line has no escape byte and no box, block, symbol or braille character (U+2500-U+28FF), also
when the data has them: those are read aloud as noise, or not at all. Box and block characters become `-`, all others
`?`. Terminals do not agree on joined emoji: some draw a family in two columns, others its four people in eight. So a
text is measured both ways by wcwidth and the wider one counts: a line is never too long.
"""

from __future__ import annotations

import re
from typing import Final

from zlp_tui.text import visible

COLUMNS: Final = 80
"""The widest line, and the width where there is no terminal."""
NARROWEST: Final = 20
TAB: Final = "    "
NO_BREAK: Final = "\u00a0"
_SIGNS: Final = {code: "-" if code < 0x25A0 else "?" for code in range(0x2500, 0x2900)} | {0x09: TAB}
_ONE_EACH: Final = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff‘’“”–—…]*")
"""What takes one column each, as nearly all that is written does: what is printed before the first combining mark, and
the signs of Dutch sentences."""
_WIDEST: Final = 16
"""Columns of the widest grapheme that stays whole: joiners can make one of any length."""
_BREAKS: Final = re.compile(rf"[^\S{NO_BREAK}]+")


def bounded(columns: int) -> int:
    """The width of lines on a terminal of so many columns; a terminal that does not know its own says 0."""
    return min(max(columns, NARROWEST), COLUMNS) if columns > 0 else COLUMNS


def unbroken(text: str) -> str:
    """A text, such as a command to type, that `wrapped` keeps on one line where it fits on one."""
    return NO_BREAK.join(text.split())


def shown(text: str) -> str:
    """A text as it may be written: `text.visible`, then tabs and U+2500-U+28FF replaced. Line feeds stay."""
    return visible(text).translate(_SIGNS)


def width(text: str) -> int:
    """How many columns a text takes at most, whether or not the terminal joins emoji."""
    if text.isascii() or _ONE_EACH.fullmatch(text):
        return len(text)
    from wcwidth import iter_graphemes, wcswidth, wcwidth  # 28 ms, which JSON and letters of Dutch can do without

    return sum(max(wcswidth(grapheme), sum(map(wcwidth, grapheme))) for grapheme in iter_graphemes(text))


def wrapped(text: str, first: str = "", rest: str | None = None, columns: int = COLUMNS) -> list[str]:
    """The lines of a text, each at most `columns` wide: the first begins with `first`, all others with `rest`.

    Words stay whole where they fit on a line, and so do words joined by `NO_BREAK`, which is shown as a space. A line
    feed in the text begins a new line. An indent that would take more than half of the line is made smaller.
    """
    if width(first) > columns // 2:  # no room beside it: its words are the beginning of the text
        text, first = first.strip() + " " + text, ""
    hanging = " " * width(first) if rest is None else rest
    hanging = hanging if width(hanging) <= columns // 2 else ""
    lines: list[str] = []
    for paragraph in shown(text).split("\n"):
        line = hanging if lines else first
        begun = False
        for word in _words(paragraph, columns - width(hanging)):
            joined = f"{line} {word}" if begun else line + word
            if width(joined) <= columns:
                line, begun = joined, True
                continue
            if begun or width(hanging + word) <= columns:
                lines += [line] if line.strip() else []
                line = hanging
            *full, last = _cut(word, columns - width(hanging), columns - width(line))
            for piece in full:
                lines.append(line + piece)
                line = hanging
            line, begun = line + last, True
        lines.append(line.rstrip())
    return lines


def _words(paragraph: str, room: int) -> list[str]:
    """What a line may be broken between: words, and words joined by `NO_BREAK` where they fit on one line."""
    if NO_BREAK not in paragraph:
        return paragraph.split()
    words: list[str] = []
    for joined in _BREAKS.split(paragraph):
        apart = joined.split()
        together = " ".join(apart)
        words += [together] if together and width(together) <= room else apart
    return words


def _cut(word: str, room: int, first_room: int) -> list[str]:
    """A word in pieces that fit, never between a character and the marks and joiners that belong to it."""
    if width(word) <= first_room:
        return [word]
    from wcwidth import iter_graphemes

    pieces, piece, used, limit = [], "", 0, first_room
    for grapheme in iter_graphemes(word):
        for part in (grapheme,) if width(grapheme) <= min(_WIDEST, room) else grapheme:
            wide = width(part)
            if used + wide > limit and (piece or limit < room):
                pieces.append(piece)
                piece, used, limit = "", 0, room
            piece, used = piece + part, used + wide
    return [*pieces, piece]
