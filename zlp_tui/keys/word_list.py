"""The list of 4,096 short Dutch words, from which passphrases are suggested and keys are told aloud.

The list never changes: the words of a key are the same on every computer.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

LENGTH: Final = 4096
SUGGESTED: Final = 4
"""Words of a passphrase: 48 bits."""


def word_list(data: Path) -> tuple[str, ...]:
    """The words, in order, from the folder with data that ships with zlp. ValueError when it is not the list."""
    words = tuple((data / "words" / "nl.txt").read_text("ascii").split())
    if len(words) != LENGTH:
        raise ValueError(f"the list has {len(words)} words")
    return words


def suggested_passphrase(words: tuple[str, ...]) -> str:
    """Four words of the list, drawn by the random source of the system, no word twice."""
    return " ".join(secrets.SystemRandom().sample(words, SUGGESTED))
