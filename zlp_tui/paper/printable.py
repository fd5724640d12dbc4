"""A text as our fonts can print it. PDF/A allows no sign that none of them draws: its number stands instead."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from zlp_tui.paper.font_coverage import drawn_signs
from zlp_tui.text import visible

_DRAWN_ALL: Final = "\u0250"
"""Every letter before it is drawn."""

_UNSEEN: Final = frozenset(map(chr, (0x200C, 0x200D, *range(0xFE00, 0xFE10))))
"""Joins or varies what stands beside it, and shows nothing itself."""

LONGEST_WORD: Final = 40
"""Letters of a word that is still printed without a place to break it."""
_PIECE: Final = 20
_LONG: Final = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
BREAK: Final = "\u200b"
"""Where a long word may go on on the next line; it shows nothing."""


def printable(text: str) -> str:
    """The text, cleaned as everywhere, with a number such as `[U+4E2D]` for each sign that no font of ours draws, and
    with places to break a word that fits on no line."""
    shown = visible(text)
    if shown and max(shown) >= _DRAWN_ALL:
        shown = _numbered(shown)
    return _LONG.sub(lambda word: _with_breaks(word[0]), shown) if len(shown) > LONGEST_WORD else shown


def _numbered(text: str) -> str:
    drawn = drawn_signs()
    missing = {sign for sign in text if sign >= _DRAWN_ALL and ord(sign) not in drawn and sign not in _UNSEEN}
    return text.translate({ord(sign): _number(sign) for sign in missing}) if missing else text


def _number(sign: str) -> str:
    """The number of a sign; nothing for one that shows nothing, such as a filler."""
    return "" if unicodedata.category(sign) == "Cf" else f"[U+{ord(sign):04X}]"


def _with_breaks(word: str) -> str:
    pieces, begun = list[str](), 0
    for place in range(_PIECE, len(word)):
        joined = unicodedata.combining(word[place]) or word[place] in _UNSEEN or word[place - 1] in _UNSEEN
        if place - begun >= _PIECE and not joined:
            pieces.append(word[begun:place])
            begun = place
    return BREAK.join((*pieces, word[begun:]))
