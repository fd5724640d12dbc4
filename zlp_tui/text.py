"""Cleaning of user text: when it comes in, and once more before it is written to a terminal.

The cleaning, in this order (documented in docs/plain.md; idempotent, tested as a law):

1. lone surrogates become U+FFFD;
2. CR LF, CR, U+0085, U+2028 and U+2029 become a line feed, and a tab stays a tab;
3. all other control characters (C0, DEL, C1), bidirectional controls, zero-width space, word joiner, BOM and the
   other invisible format characters go; ZWJ and ZWNJ stay (emoji families, Persian), as do variation selectors;
4. Unicode NFC, and at most `MARKS` combining marks on one base character;
5. white space at both ends goes, and a text in which nothing can be seen is empty;
6. what is longer than `LIMIT` characters is cut, and the caller is told.
"""

from __future__ import annotations

import unicodedata
from operator import eq
from typing import Final, Self

LIMIT: Final = 20_000
NAME_LIMIT: Final = 200
"""How long a name, salutation or title may be."""

MARKS: Final = 8
_FIRST_MARK: Final = "\u0300"
"""No character before it is a combining mark."""

_LINE_ENDS: Final = frozenset({0x0D, 0x85, 0x2028, 0x2029})
_UNSEEN: Final = frozenset(map(chr, (
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200C, 0x200D, 0x2800, 0x3164,
    *range(0xFE00, 0xFE10), 0xFFA0, *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0),
)))
"""What a text may hold and what shows nothing by itself: joiners, fillers, blanks, and what varies another sign."""

_ONE_FORM: Final = str.maketrans(
    dict.fromkeys(map(ord, _UNSEEN))
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d", "-")
    | {"\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00f0": "d", "\u0127": "h", "\u0131": "i", "\u00e6": "ae"}
    | {"\u0153": "oe", "\u00fe": "th", "\u0167": "t", "\u0133": "ij"}
)
"""What is written in several ways: apostrophes, hyphens, and letters that no accent comes off."""

_KEPT: Final = frozenset({0x09, 0x0A, 0x200C, 0x200D})


class Cleaned(str):
    """A text that `clean` made, and whether something was cut off its end.

    The desk cleans what was typed once. Writers clean everything they are given, so that nothing else is ever stored;
    of a `Cleaned` that fits they find that it is done, and take it as it is.
    """

    __slots__ = ("was_cut",)

    was_cut: bool

    def __new__(cls, text: str, *, was_cut: bool) -> Self:
        """Only for `clean`."""
        made = super().__new__(cls, text)
        made.was_cut = was_cut
        return made

    @property
    def text(self) -> Self:
        """The text itself."""
        return self


def _replacement(code: int) -> str | None:
    """What steps 1 to 3 make of one character: None when it goes."""
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code in _LINE_ENDS:
        return "\n"
    if code in _KEPT or 0xE0020 <= code <= 0xE007F:  # tag characters write the flags of Scotland and Wales
        return chr(code)
    return None if unicodedata.category(chr(code)) in ("Cc", "Cf") else chr(code)


def visible(text: str) -> str:
    """Steps 1 to 4: nothing in the result can move a cursor, hide, or turn the direction of what stands around it."""
    unix = text.replace("\r\n", "\n")
    plain = unix if unix.isprintable() else unix.translate({code: _replacement(code) for code in map(ord, set(unix))})
    composed = unicodedata.normalize("NFC", plain)
    return composed if composed.isascii() else _few_marks(composed)


def clean(text: str, limit: int = LIMIT) -> Cleaned:
    """A text as it is stored, at most `limit` characters. A `Cleaned` that fits is returned as it is."""
    if isinstance(text, Cleaned) and len(text) <= limit:
        return text
    whole = visible(text).strip()
    kept = whole[:limit]
    if len(whole) > limit:
        kept = unicodedata.normalize("NFC", kept).strip()
    if not kept.isascii() and not _can_be_seen(kept):
        kept = ""
    was_cut = len(whole) > limit or (isinstance(text, Cleaned) and text.was_cut)
    return Cleaned(kept, was_cut=was_cut)


def _can_be_seen(text: str) -> bool:
    return any(not character.isspace() and character not in _UNSEEN for character in text)


def one_line(text: str) -> str:
    """The visible text on one line, for lists, titles and names."""
    return " ".join(visible(text).split())


def clean_name(text: str) -> Cleaned:
    """A name as it is stored: on one line, at most `NAME_LIMIT` characters."""
    return clean(one_line(text), NAME_LIMIT)


def same_name(name: str, other: str) -> bool:
    """Whether two names are equal once `folded`, the last name first or not: “Berg, Jan” is “Jan Berg”."""
    return any(map(eq, name_forms(name), name_forms(other)))


def name_forms(name: str) -> tuple[str, str]:
    """The two forms by which names are compared: `folded` as it is typed, and with the first name first."""
    return folded(name), folded(_in_order(name))


def search_words(typed: str) -> list[str]:
    """The words that a name must hold to be found, whichever of them comes first; commas part words."""
    return folded(visible(typed)).replace(",", " ").split()


def _in_order(name: str) -> str:
    """A name without its comma, first name first."""
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma and "," not in first else name


def folded(name: str) -> str:
    """The form of a text for comparison and search: casefolded, without accents and strokes, single spaces, and one
    kind of apostrophe and of hyphen, without what cannot be seen. People type a name as their keyboard lets them.

    A text of nothing but what is left out stays as it is: it is no other's."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_ONE_FORM)).casefold()
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", " ".join(plain.translate(_ONE_FORM).split() or name.split()))


def _few_marks(text: str) -> str:
    if max(text) < _FIRST_MARK:  # as nearly all texts: one look at all letters costs less than one at each
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)


def sentence(text: str) -> str:
    """A text that may begin with a name (“mevrouw De Vries”), with a capital as a sentence has."""
    return text[:1].upper() + text[1:]


def first_words(text: str, limit: int) -> str:
    """A text on one line, cut after a whole word where it is longer than `limit`."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    words, _, _ = line[:limit].rpartition(" ")
    return f"{(words or line[: limit - 1]).rstrip(' ,;:')}…"


def shortened(text: str, limit: int = 300) -> str:
    """A text longer than `limit`, cut to one line of that length with an ellipsis; a shorter one unchanged."""
    if len(text) <= limit:
        return text
    return one_line(text)[: limit - 1].rstrip() + "…"
