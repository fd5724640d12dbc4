"""Types the answers to a wizard, line by line, and hears what is written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.tools.locked import WORDS

GROUP: Final = "group"
"""Stands for the group of the recovery code that was asked for last."""
A_KEY: Final = ("3", WORDS, WORDS.upper(), "1", GROUP, GROUP)
"""Words of one's own, typed twice, and the code written down."""


class KeyTypist:
    """Types these lines one after the other; then the input ends."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self._hides = False
        self.out = io.BytesIO()
        self.unseen: list[str] = []
        """What was typed while nothing of it may be written."""

    def next(self) -> str | None:
        """The next line; None at the end."""
        if not self._lines:
            return None
        line = self._lines.pop(0)
        line = self._group() if line == GROUP else line
        if self._hides:
            self.unseen.append(line)
        return line

    def unfinished(self) -> str:
        """Nothing is half typed."""
        return ""

    def _group(self) -> str:
        groups: list[str] = re.findall(r"\b[0-9A-Z]{5}\b", self.heard)[-8:]
        return groups[int(re.findall(r"groepje (\d)", self.heard)[-1]) - 1]

    @property
    def heard(self) -> str:
        """All that was written."""
        return self.out.getvalue().decode()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Meanwhile nothing of what is typed may be written."""
        self._hides = True
        yield
        self._hides = False
