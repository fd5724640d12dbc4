"""A page of help about one screen, from `content/<locale>/help/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from screens.parts.actions import Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from zlp_tui.i18n import Catalogue


class HelpScreen(BaseScreen):
    """One page. `words` addresses its text as the client wishes."""

    DEFAULT_CSS = """
    HelpScreen {
        & #page { padding: 0 2; scrollbar-size-vertical: 1; }
        & Markdown { margin: 0; padding: 0; background: $background; }
        & MarkdownH1, & MarkdownH2 { content-align: left middle; margin: 1 0; text-style: bold; }
    }
    """

    def __init__(
        self, folder: Path, page: str, say: Catalogue, words: Callable[[str], str], back: Callable[[], None]
    ) -> None:
        super().__init__(say)
        self._folder = folder
        self._page = page
        self._words = words
        self._back = back
        self.reading = VerticalScroll(id="page")

    def body(self) -> ComposeResult:
        with Column():
            with self.reading:
                yield Markdown(self.text(), open_links=False)
            yield self.notice

    def text(self) -> str:
        """The page's text; a general one for a screen without a page of its own."""
        for name in (self._page, "keys"):
            try:
                return self._words((self._folder / f"{name}.md").read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue
        return self.say("There is no help here yet. Esc brings you back.")

    def on_mount(self) -> None:
        self.top.show(self.say("Help"))
        self.reading.focus()

    def actions(self) -> tuple[Action, ...]:
        return (Action("back", self.say("Back"), self._back, ("escape", "f1"), "Esc", main=True),)
