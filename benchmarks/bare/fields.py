"""A Textual app with nothing but one field to type in: `area` or `input`."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea


class Field(App[None]):
    """One field, with the focus on it. `READY` stands in it where it has room for more lines."""

    def compose(self) -> ComposeResult:
        if sys.argv[1] == "area":
            yield TextArea("\n\nREADY")
        else:
            yield Input(placeholder="READY")


if __name__ == "__main__":
    Field().run()
