"""Which face of the program: the screens, or line by line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ACCESSIBLE: Final = "ACCESSIBLE"
"""The environment variable by which a user asks every program for output that can be read aloud."""
_NO: Final = frozenset({"", "0"})


def shows_screens(*, plain: bool, settings_file: Path) -> bool:
    """Whether to show the screens: the terminal can, and neither `--plain`, the environment nor a setting says no."""
    if plain or os.environ.get(ACCESSIBLE, "") not in _NO or not _can_show_screens():
        return False
    return not (settings_file.exists() and _plain_is_set(settings_file))


def _plain_is_set(settings_file: Path) -> bool:
    from zlp_tui.settings import wants_plain

    return wants_plain(settings_file)


def _can_show_screens() -> bool:
    """Whether there is a terminal that can show screens, or another driver of Textual (a browser) that does."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    term = os.environ.get("TERM", "" if os.name == "posix" else "windows")
    return os.isatty(0) and os.isatty(1) and term not in ("", "dumb")
