"""A file of the script with the same text is made words of once in a process, which is half of loading a script.

Each test, and each program that is forked, reads the files all the same and checks them against the schema.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from zlp_tui.script import source

FILES = 512
"""More than there are of our script and of the packs of one test."""


def make_words_once(patch: pytest.MonkeyPatch) -> None:
    """From now on, in this process and what is forked from it. Nothing changes what was read."""
    patch.setattr(source, "_source", lru_cache(FILES)(source._source))
