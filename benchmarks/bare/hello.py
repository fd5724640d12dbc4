"""The least a Textual app can be: one line, and a key that changes it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello; `x` changes the line, and back."""

    BINDINGS = [("x", "change", "")]  # noqa: RUF012 - Textual's own form
    changed = False

    def compose(self) -> ComposeResult:
        yield Static("HELLO", id="line")

    def action_change(self) -> None:
        self.changed = not self.changed
        self.query_one("#line", Static).update("CHANGED" if self.changed else "HELLO")


if __name__ == "__main__":
    Hello().run()
