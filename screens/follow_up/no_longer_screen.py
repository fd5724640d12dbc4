"""`NoLongerScreen`: a goal or an agreement ends, with why, by a tap or in own words (issue 10 §2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue

OWN: Final = "own"


class NoLongerScreen(BaseEntryScreen):
    """Why one goal or agreement, `about`, is not wanted any more. Its words and this are kept."""

    help_page = "no-longer"
    route = "no-longer"
    ACTIONS = (SAVE_WORDS, CHOOSE, UNDO, REDO, HELP, HELP_TOO, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, about: str) -> None:
        super().__init__(desk, tr, navigator)
        self.about = about

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = to(self.about)

    def heading(self) -> str:
        return self.tr("No longer")

    def subject(self) -> tuple[LineItem, ...]:
        return self.line_of(self.about)

    def prompt(self) -> str:
        return self.tr("Why is this not needed any more?") if self._stands else self.tr("This has ended.")

    @property
    def _stands(self) -> bool:
        return any(line.id == self.about for line in self.desk.view.going_on())

    def asks_answer(self) -> bool:
        return True

    def asks_speaker(self) -> bool:
        return self._stands

    def sheet(self) -> Sheet:
        if not self._stands:
            return RowsSheet(())
        taps = (LineItem(words, f"tap/{words}") for words in self.desk.follow_up.why_no_longer())
        typed = self.desk.follow_up.draft("no-longer", self.about)
        return RowsSheet((*taps, LineItem(self.tr("I say it in my own words"), OWN, note=typed)))

    def chosen(self, ref: str) -> None:
        if ref == OWN:
            self.once_known(lambda: self.start_typing("no-longer", self.about))
        else:
            self.once_known(lambda: self._end(ref.partition("/")[2]))

    def save_words(self) -> None:
        self._end(self.field.text)

    def _end(self, words: str) -> None:
        about = self.about
        kept = self.save(lambda: self.desk.follow_up.no_longer(about, words))
        if kept is not None:
            self.show_saved(kept)

    def action_back(self) -> None:
        """From typing back to the list; from there to where we came from. What is typed stays."""
        if self.field.display:
            self.stop_typing()
            self.show_list(OWN)
        else:
            self.navigator.back()
