"""What is answered: a line, or several that go on with the same words; and what was begun and not ended."""

from __future__ import annotations

from zlp_tui.plain.command_question import Waiting
from zlp_tui.plain.plain_talk import Walk
from zlp_tui.plain.slash_commands import unsaid_of
from zlp_tui.plain.stdin_reader import Typed
from zlp_tui.text import clean, visible


class Answers:
    """Answers one by one. Until one is whole, what has been typed of it is kept as a draft."""

    def __init__(self, walk: Walk, lines: Typed) -> None:
        self._walk = walk
        self._lines = lines
        self._typed: list[str] = []
        self._waits: Waiting | None = None
        """Where the words of the answer wait until it is whole, after `_before`: those that waited there already."""
        self._before = ""

    def next(self) -> str | None:
        """One answer: a line, and the lines after it as long as one ends with a backslash. None at the end."""
        self._begin()
        while True:
            self._walk.out.prompt("+" if self._typed else ">")
            line = self._lines.next()
            self._walk.out.answered()
            if line is None:
                return None
            if not _goes_on(line):
                self._typed.append(line.removesuffix("\\") if line.endswith("\\\\") else line)
                if self._waits is not None:
                    self._waits.keep(self._before)
                return "\n".join(self._typed)
            self._typed.append(line.removesuffix("\\"))
            self._keep("\n".join(self._typed))

    def keep_unfinished(self) -> None:
        """Keep what had been typed of an answer when the program was ended: words, also those of a command."""
        unfinished = clean(self._lines.unfinished()).text
        if unfinished:
            self._keep("\n".join((*self._typed, unfinished)))

    def _begin(self) -> None:
        self._typed, self._waits, self._before = [], None, ""

    def _keep(self, typed: str) -> None:
        """Keep words as a draft where they belong, after those that waited there before."""
        where, words = self._where(typed)
        if where is None:
            return
        if self._waits is None:
            self._waits, self._before = where, where.text
        self._waits.keep("\n".join(filter(None, (self._before, words))))

    def _where(self, typed: str) -> tuple[Waiting | None, str]:
        if is_command(typed):
            return unsaid_of(self._walk, visible(typed).strip())
        return self._walk.waiting, typed


def is_command(typed: str) -> bool:
    """A line that begins with one slash."""
    stripped = clean(typed).text
    return stripped.startswith("/") and not stripped.startswith("//")


def _goes_on(line: str) -> bool:
    """A line that ends with one backslash goes on; two stand for one that is meant."""
    return line.endswith("\\") and not line.endswith("\\\\")
