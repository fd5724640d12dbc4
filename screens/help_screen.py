"""`HelpScreen`: a help page, from `content/<locale>/help/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, get_args

from textual.app import ComposeResult

from screens.parts.actions import Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.line_layout import RowsSheet
from screens.parts.long_lines import LongLines
from screens.sheets.help_sheet import help_items
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.script_walk import Overview
from zlp_tui.i18n import Catalogue, message
from zlp_tui.script.roles import Role

KEYS: Final = "<!-- keys -->"
"""In a page: a line of its own, instead of which the keys of the screen are listed."""
KEY: Final = re.compile(r"<!-- key: ([a-z-]+) -->")
"""In a page: the key of an action, by its id."""
SCREENS: Final = "<!-- screens -->"
"""In a page: from here on it is about the screens; line by line it ends here."""
MARK: Final = re.compile(r"<!-- (?:role: ([a-z-]+)|page: ([a-z-]+)|always) -->")
"""In a page: what follows, up to the next mark or the end of the line, is told only where this is offered."""


def offered_text(text: str, desk: Desk | None = None) -> str:
    """A page without its marks, and without what the script and the plan on the table do not offer.

    Without a plan nothing is left out. A line of which nothing is left goes altogether.
    """
    lines = ((line, _without_marks(line, desk)) for line in text.replace(SCREENS, "").splitlines())
    return "\n".join(told for line, told in lines if told == line or told.strip("- "))


def _without_marks(line: str, desk: Desk | None) -> str:
    first, *rest = MARK.split(line)
    pieces = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return "".join((first, *(piece for role, page, piece in pieces if _offered(role, page, desk)))).rstrip()


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def _offered(role: str | None, page: str | None, desk: Desk | None) -> bool:
    if desk is None:
        return True
    overview = next((known for known in get_args(Overview) if known == page), None)
    return desk.topic_for(Role(role)) is not None if role else overview is None or desk.offers(overview)


class HelpText(LongLines):
    """The text of a page: arrows, PgDn, PgUp, Home and End scroll it."""

    PAGES = True


class HelpScreen(BaseScreen):
    """One page. `words` addresses its text as the client wishes; `desk` is the open plan, if any.

    `keys` are the keys of the screen that the page is about, and what they do.
    """

    ACTIONS = (Action("close-help", message("Back"), "back", "escape,f1", main=True),)
    DEFAULT_CSS = """
    HelpScreen {
        & #page { height: 1fr; margin-top: 1; }
    }
    """

    def __init__(
        self, folder: Path, page: str, tr: Catalogue, words: Callable[[str], str], back: Callable[[], None],
        now: Callable[[], float], desk: Desk | None = None, keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(tr, now)
        self._folder = folder
        self._page = page
        self._words = words
        self._back = back
        self._desk = desk
        self._keys = keys
        self.reading = HelpText(self.early, id="page")

    def body(self) -> ComposeResult:
        with Column():
            yield self.reading
            yield self.notice

    def text(self) -> str:
        """The page's text; a general one for a screen without a page of its own."""
        for name in (self._page, "keys"):
            try:
                text = (self._folder / f"{name}.md").read_text(encoding="utf-8")
                return self._with_keys(self._words(offered_text(text, self._desk)))
            except FileNotFoundError:
                continue
        return self.tr("There is no help here yet. {key} brings you back.", key=self.key_of("close-help"))

    def _with_keys(self, text: str) -> str:
        listed = "\n".join(f"- {_escaped(keys)}: {_escaped(what)}" for keys, what in self._keys)
        return KEY.sub(lambda mark: _escaped(self._key_of(mark[1])), text.replace(KEYS, listed))

    def _key_of(self, action_id: str) -> str:
        from screens.keymap import actions_by_id  # imports all screens

        return self.key_shown(actions_by_id()[action_id])

    def words_to_copy(self) -> str:
        return self.page_to_copy()

    def page_to_copy(self) -> str:
        return self.text().strip()

    def on_mount(self) -> None:
        self.top.show(self.tr("Help"))
        self.reading.show(RowsSheet(help_items(self.text()), gap=0))
        self.reading.focus()

    def action_back(self) -> None:
        self._back()
