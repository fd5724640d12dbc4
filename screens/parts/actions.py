"""`Action`: what can be done on a screen. Key bindings, the key row and the command palette are made of actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Action(NamedTuple):
    """A command with its label and its keys.

    `keys` are Textual's names (`pagedown`, `f2`, `n`); a single letter works only while no text field has the focus.
    `shown` is the key's name on the key row (`PgDn`), empty for none. `main` marks the usual next action.
    Arrows and Enter belong to lists: an action may show them but must not have them among its `keys`.
    """

    name: str
    label: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    shown: str = ""
    main: bool = False
    on_row: bool = True
    line: int = 0
    """Each number has lines of its own in the key row."""
    spare: bool = False
    """Shown on the key row only if it fits without an extra line."""
