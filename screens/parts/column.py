"""`Column`: the centred column in which a screen shows its content."""

from __future__ import annotations

from textual.containers import Vertical

from screens.textual_overrides._textual import BareBackground


class Column(Vertical, BareBackground):
    """At most 72 characters wide; the class `-wide` allows 112."""

    DEFAULT_CSS = """
    Column {
        width: 100%; max-width: 76; padding: 0 2; height: 1fr; background: $background;
        &.-wide { max-width: 116; }
    }
    """
