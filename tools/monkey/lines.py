"""A monkey line by line: random lines on a real pipe, every command of the help among them with whatever behind it."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from tests.tools.pipe import Pipe
from tests.tools.prepared import dutch
from tests.tools.table import Ticking
from tools.monkey.homes import Ids, front_of, lay_out
from tools.monkey.random_input import WORDS, RandomInput
from tools.monkey.watcher import Broken, Watcher
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.plain.commands.slash_commands import all_commands
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk

TOLD: Final = 40
"""How many of the last lines are told when something is wrong."""
LONGEST: Final = 120
"""Lines of one conversation at most."""


class LineMonkey:
    """`commands` are the words of the commands that were typed. The same seed does the same.

    `told` is called before each line, to tell how far it is.
    """

    def __init__(self, home: Path, seed: int, told: Callable[[int], None] = lambda lines: None) -> None:
        self._home = home
        self._told = told
        self._random = Random(seed)
        self._input = RandomInput(self._random)
        self._clock, self._ids = Ticking(), Ids()
        self._words = [command.word for command in all_commands(dutch())]
        self._next_words: list[str] = []
        self._done: deque[bytes] = deque(maxlen=TOLD)
        self.seed = seed
        self.lines = self.sittings = self.words_recorded = 0
        self.commands: set[str] = set()

    def play(self, lines: int) -> None:
        """Type so many lines, in as many conversations as that takes. `Broken` tells the seed and the last lines."""
        lay_out(self._home)
        while self.lines < lines:
            front = front_of(self._home, self._clock, self._ids)
            watcher = Watcher(self._home, self._clock)
            try:
                self._converse(front, watcher)
            except Exception as error:
                told = "\n".join(map(repr, self._done))
                raise Broken(f"seed {self.seed}, after {self.lines} lines, the last of them:\n{told}") from error
            finally:
                watcher.close()
                front.close()

    def _converse(self, front: Front, watcher: Watcher) -> None:
        """One conversation, about one of the plans."""
        written = io.BytesIO()
        pipe = Pipe(self._typed(self._random.randint(1, LONGEST), watcher))
        plan = self._random.choice((*front.plans(), *front.plans(ended=True))).id
        self.sittings += 1
        try:
            run_talk(front.sit_down(plan), pipe, LineWriter(written), dutch())
        finally:
            pipe.close()
        watcher.look()
        watcher.look_at_store()
        self.words_recorded += watcher.record.changes
        if b"\x1b" in written.getvalue():
            raise Broken("an escape was written to the terminal")

    def _typed(self, lines: int, watcher: Watcher) -> Iterator[bytes]:
        for _ in range(lines):
            self.lines += 1
            self._told(self.lines)
            line = self._line().replace(b"\n", b" ")
            self._done.append(line)
            yield line
            watcher.look()

    def _line(self) -> bytes:
        lot = self._random.random()
        if lot < 0.4:
            return self._command()
        if lot < 0.6:
            return " ".join(self._random.choices(WORDS, k=self._random.randint(1, 3))).encode()
        if lot < 0.75:
            return ", ".join(str(self._random.randint(0, 12)) for _ in range(self._random.randint(1, 3))).encode()
        return b"" if lot < 0.9 else self._strange()

    def _command(self) -> bytes:
        if not self._next_words:
            self._next_words = self._random.sample(self._words, len(self._words))
        word = self._next_words.pop()
        self.commands.add(word)
        number = str(self._random.randint(0, 40)).encode()
        rest = (b"", b"", number, number, b"%s %s" % (number, self._random.choice(WORDS).encode()), self._strange())
        return b"%s %s" % (word.encode(), self._random.choice(rest))

    def _strange(self) -> bytes:
        """Text in which anything may stand, or bytes that are no text."""
        if self._random.random() < 0.2:
            return self._random.randbytes(30)
        return self._input.strange_text().encode("utf-8", "surrogatepass")
