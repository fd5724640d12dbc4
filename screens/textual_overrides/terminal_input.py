"""`TerminalInput`: makes Textual's messages of the bytes that a terminal sends. Nothing that arrives ends the app.

Textual's parser raises for some sequences, takes an empty text for the end of its input, and takes a turn of the whole
app for each letter of a paste without brackets. Here what it refuses is dropped, a paste in brackets is read apart and
without the sequences in it, and many letters, or many lines, that arrive in one piece are one paste. Enter that comes
again and again in one piece is one Enter: it repeats by itself.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

AT_ONCE: Final = 6
"""So many letters in one piece are text, and no keys of their own: nobody types that fast, dictation does."""
LINES_AT_ONCE: Final = 4
"""So many line ends amid letters in one piece are a paste without brackets: nobody says so many answers at once."""
LONGEST_PASTE: Final = 2_000_000
"""Characters of a paste that are kept while it arrives; far more than an answer can be."""
LARGEST: Final = 2_000
"""Cells; a terminal that says it is larger is not believed."""
ESCAPE_TICKS, SEQUENCE_TICKS, PASTE_TICKS = 1, 5, 20
"""Ticks without input after which Escape was a key, a sequence will not be finished, and a paste has no end."""

# Patterns are compiled when the terminal first says something: the first picture waits for none of them.

_UNFINISHED: Final = r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z"
_LINE_END: Final = r"\r\n?"


def _pieces(lines: str) -> str:
    """What is read as one sequence, text or key; `lines` is what is a paste."""
    return (
        r"(?s)(?P<sequence>\x1b\[[0-?]*[ -/]*[@-~]|\x1bO[^\x1b])|(?P<half>\x1b[\[O][0-?]*[ -/]*)|\x1b(?P<alt>[^\x1b])?"
        rf"|(?P<lines>{lines})|(?P<letters>[^\x00-\x1f\x7f-\x9f]{{{AT_ONCE},}})|(?P<enter>\r)[\r\n]*|(?P<key>.)"
    )


_PIECES: Final = _pieces(
    r"(?:[ \t]*+[^\x00-\x20\x7f-\x9f][^\x00-\x08\x0a-\x1f\x7f-\x9f]*+[\r\n]++)"
    rf"{{{LINES_AT_ONCE},}}[^\x00-\x08\x0a-\x1f\x7f-\x9f]*+"
)
_PIECES_OF_LINES: Final = _pieces(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
"""While a paste of lines goes on, all that is text belongs to it."""
_NO_KEYS: Final = r"\x1b\[\??[0-9;:]*[mJKhl]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
"""No key sends these: colours, erasing, modes, titles. They stand in text that was meant for a terminal to show, and
would make keys of its words."""
_IN_A_PASTE: Final = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[\x00\x1b]"


class TerminalInput:
    """Reads the input of one terminal, in pieces of any size. `refused` is told of what could not be read."""

    def __init__(self, refused: Callable[[Exception], None], *, debug: bool = False) -> None:
        self._refused = refused
        self._debug = debug
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""
        """The beginning of a sequence of which the rest did not come yet."""
        self._paste: list[str] | None = None
        self._quiet = 0
        self._in_lines = False
        """Whether lines of a paste without brackets came, and no moment without input since."""

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that some bytes make; bytes that are no UTF-8 are replaced."""
        self._quiet = 0
        text, self._pending = self._pending + self._decode(data), ""
        while text:
            if self._paste is None:
                typed, start, text = text.partition(BRACKETED_PASTE_START)
                yield from self._typed(typed, last=not start)
                if start:
                    self._paste = []
            else:
                pasted, end, text = text.partition(BRACKETED_PASTE_END)
                self._take(self._paste, pasted, last=not end)
                if end:
                    yield self._pasted()

    def tick(self) -> Iterator[Message]:
        """The messages of a moment in which nothing came."""
        self._quiet += 1
        self._in_lines = False
        if self._paste is not None and self._quiet >= PASTE_TICKS:
            self._paste.append(self._pending)
            self._pending = ""
            yield self._pasted()
        elif self._pending == "\x1b" and self._paste is None and self._quiet >= ESCAPE_TICKS:
            self._pending = ""
            yield events.Key("escape", "\x1b")
        elif self._pending and self._paste is None and self._quiet >= SEQUENCE_TICKS:
            self._pending = ""

    def _typed(self, text: str, *, last: bool) -> Iterator[Message]:
        """What was not pasted in brackets; after the `last` of it more may come."""
        if last and (unfinished := re.search(_UNFINISHED, text)):
            text, self._pending = text[: unfinished.start()], unfinished[0]
        pieces = _PIECES_OF_LINES if self._in_lines else _PIECES
        for piece in re.finditer(pieces, re.sub(_NO_KEYS, "", text)):
            if lines := piece["lines"]:
                self._in_lines = True
                yield events.Paste(re.sub(_LINE_END, "\n", lines))
            elif letters := piece["letters"]:
                yield events.Paste(letters)
            elif piece["half"] is None:
                yield from filter(_is_sound, self._parsed(piece))

    def _parsed(self, piece: re.Match[str]) -> Sequence[Message]:
        """The messages of one sequence or key. What the parser refuses is dropped, and a new parser goes on."""
        try:
            if known_to_parser := piece["sequence"] or piece["enter"] or piece["key"]:
                messages: Sequence[Message] = tuple(self._parser.feed(known_to_parser))
            elif piece["alt"]:
                known = tuple(self._parser._sequence_to_key_events(piece[0]))
                messages = known or tuple(self._parser._sequence_to_key_events(piece["alt"], alt=True))
            else:
                messages = (events.Key("escape", "\x1b"),)
        except Exception as error:  # noqa: BLE001 - whatever a terminal sends, the next key is read
            self._refused(error)
            messages = ()
            self._parser = self._new_parser()
        if self._parser._awaiting.timeout is not None:  # it knows no such sequence, and waits for more of it
            self._parser = self._new_parser()
        return messages

    def _new_parser(self) -> XTermParser:
        """A parser that knows what the old one knew of the terminal."""
        old, new = self._parser, XTermParser(self._debug)
        new.last_x, new.last_y = old.last_x, old.last_y
        if old.terminal_size and all(old.terminal_size) and old.terminal_pixel_size and all(old.terminal_pixel_size):
            new.terminal_size, new.terminal_pixel_size = old.terminal_size, old.terminal_pixel_size
            new.mouse_pixels = old.mouse_pixels
        return new

    def _take(self, paste: list[str], text: str, *, last: bool) -> None:
        """Add a piece to a paste; what may be the beginning of its end is kept apart."""
        if last:
            ends = (n for n in range(len(BRACKETED_PASTE_END) - 1, 0, -1) if text.endswith(BRACKETED_PASTE_END[:n]))
            kept = len(text) - next(ends, 0)
            text, self._pending = text[:kept], text[kept:]
        if sum(map(len, paste)) < LONGEST_PASTE:
            paste.append(text)

    def _pasted(self) -> events.Paste:
        """The paste that ended, without sequences."""
        text, self._paste = "".join(self._paste or ())[:LONGEST_PASTE], None
        return events.Paste(re.sub(_IN_A_PASTE, "", text))


def _is_sound(message: Message) -> bool:
    """Whether a message can be true: no half of a character, no terminal without a size or of a huge one."""
    if isinstance(message, events.Key):
        return not any("\ud800" <= character <= "\udfff" for character in (message.character or "") + message.key)
    if isinstance(message, events.Resize):
        return all(0 < cells <= LARGEST for cells in message.size)
    return True
