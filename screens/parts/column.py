"""`Column`: the one column in the middle of the screen."""

from __future__ import annotations

from textual.containers import Vertical


class Column(Vertical):
    """At most 72 characters wide, in the middle. `wide` uses the room of a large window."""

    DEFAULT_CSS = """
    Column {
        width: 100%; max-width: 76; padding: 0 2; height: 1fr; background: $background;
        &.-wide { max-width: 116; }
    }
    """
