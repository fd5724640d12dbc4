"""Random input as a terminal sends it: keys, words, pastes, the mouse. Every choice comes from one seeded generator."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
WORDS: Final = ("koffie", "Sanne", "de tuin", "Bep", "mijn zus", "elke dag", "nee", "1", "3 maart 2027", "Karim")
MOVES: Final = (
    b"\x1b[A", b"\x1b[B", b"\x1b[B", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~",
    b"\x1b[6~", b"\t", b"\x1b[Z", b" ",
)
"""Arrows, Home, End, the page keys, Tab and Space."""
FUNCTIONS: Final = (
    b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[15~", b"\x1b[17~", b"\x1b[18~", b"\x1b[19~", b"\x1b[20~",
    b"\x1b[21~", b"\x1b[24~", b"\x7f", b"\x1b[3~",
)
"""F1 to F10, F12, and the keys that delete."""
CONTROLS: Final = bytes(code for code in range(1, 27) if code not in (9, 13, 17))
"""Control keys, without Tab, Enter and the one that ends the program."""
QUIT: Final = b"\x11"
STRANGE: Final = (
    "\x00\x01\x07\x08\x7f\x9b", "\x1b[2J\x1b]0;x\x07\x1bPq\x1b\\", "👩\u200d👩\u200d👧 ❤\ufe0f 🇳🇱",
    "مرحبا \u202e\u2066abc", "a\u200bb\ufeffc\u2028d\u0085e", "é" + "\u0301" * 40, "漢字かな", "\r\n\r\n",
    "[/] [bold] \\[ [@click=app.quit]q[/]", "\ud800\udfff", "$(reboot) %s {0} '\"",
)
MOST_PASTED: Final = 10_000


class RandomInput:
    """Pieces of input, one for each act."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._ways: tuple[tuple[int, Callable[[], bytes]], ...] = (
            (24, self._move), (10, self._letter), (14, lambda: b"\r"), (6, self._digit), (18, self._said),
            (8, self._picked), (6, self._control), (5, self._function), (5, lambda: b"\x1b"), (8, self._mouse),
            (4, self._pasted), (1, self._noise),
        )

    def piece(self) -> bytes:
        """The next piece: mostly one key."""
        (way,) = self._random.choices([way for _, way in self._ways], [weight for weight, _ in self._ways])
        return way()

    def strange_text(self) -> str:
        """Words in which anything may stand."""
        some = self._random.choices((*WORDS, *STRANGE), k=self._random.randint(1, 4))
        text = " ".join(some)
        long = self._random.random() < 0.1
        return (text * (MOST_PASTED // len(text) + 1))[:MOST_PASTED] if long else text

    def _move(self) -> bytes:
        return self._random.choice(MOVES)

    def _letter(self) -> bytes:
        return self._random.choice(LETTERS).encode()

    def _digit(self) -> bytes:
        return str(self._random.randint(0, 9)).encode()

    def _said(self) -> bytes:
        """Words, and Enter."""
        return " ".join(self._random.choices(WORDS, k=self._random.randint(1, 3))).encode() + b"\r"

    def _picked(self) -> bytes:
        """A line of a list by its number, or by arrows and Space; and Enter."""
        lot = self._random.random()
        return (self._digit() if lot < 0.5 else b"\x1b[B" * self._random.randint(1, 5) + b" " * (lot < 0.75)) + b"\r"

    def _control(self) -> bytes:
        return bytes((self._random.choice(CONTROLS),))

    def _function(self) -> bytes:
        return self._random.choice(FUNCTIONS)

    def _mouse(self) -> bytes:
        """A click, a drag or a turn of the wheel, somewhere in a window of at most 130 columns."""
        x, y = self._random.randint(1, 130), self._random.randint(1, 40)
        button = self._random.choice((0, 0, 0, 1, 2, 64, 65))
        down = f"\x1b[<{button};{x};{y}M"
        if button >= 64:
            return down.encode()
        moved = f"\x1b[<{button + 32};{x + 3};{y + 1}M" if self._random.random() < 0.2 else ""
        return f"{down}{moved}\x1b[<{button};{x};{y}m".encode()

    def _pasted(self) -> bytes:
        text = self.strange_text().encode("utf-8", "surrogatepass")
        return b"\x1b[200~" + text + b"\x1b[201~" if self._random.random() < 0.7 else text.replace(QUIT, b"")

    def _noise(self) -> bytes:
        """Bytes that mean nothing, or half of something."""
        return self._random.randbytes(self._random.randint(1, 12)).replace(QUIT, b"")
