"""Where the terminal's own cursor stands: screen readers and magnifiers follow it, so it goes where the focus is."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widget import Widget


def put_caret(widget: Widget, x: int, y: int) -> None:
    """Put the cursor on a place of the widget's content, when the widget has the focus."""
    if widget.has_focus:
        widget.app.cursor_position = widget.content_region.offset + Offset(x, y)
