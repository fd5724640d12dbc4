"""A page of a Textual app on which a key changes one line: what turning a page can cost at the least."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Page(App[None]):
    """Ten lines; page down and page up change the first of them."""

    BINDINGS = [("pagedown,pageup", "change", "")]  # noqa: RUF012 - Textual's own form
    pages = 0

    def compose(self) -> ComposeResult:
        yield Static("READY", id="line")
        for number in range(9):
            yield Static(f"line {number}")

    def action_change(self) -> None:
        self.pages += 1
        self.query_one("#line", Static).update(f"READY {self.pages}")


if __name__ == "__main__":
    Page().run()
