"""What one can do on a screen: the one source for the row of keys, the keys themselves, and the command palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Action(NamedTuple):
    """One thing to do.

    `keys` are Textual's names (`pagedown`, `f2`, `n`); a single letter works only where no text field has the focus.
    `shown` is how the key is called on the row (`PgDn`), empty for none. `main` is what one mostly does next.
    Arrows and Enter belong to lists, so an action may show them but must not have them among its `keys`.
    """

    name: str
    label: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    shown: str = ""
    main: bool = False
    on_row: bool = True
    line: int = 0
    """Actions of another `line` begin on a line of their own in the row."""
    spare: bool = False
    """On the row only where that takes it no line more."""
