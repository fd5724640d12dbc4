"""`NotMetScreen`: wishes that cannot be met: why, who was consulted, when they are asked again (Wlz 8.1.1, 8.1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.not_met_sheet import not_met_line, not_met_lines
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import NotMetLine
from zlp_tui.i18n import Catalogue

NEW: Final = "new"
NotMetMode = Literal["list", "ground", "words", "selected", "consulted", "again"]
BEFORE: Final[dict[NotMetMode, NotMetMode]] = {
    "words": "ground", "ground": "list", "selected": "list", "consulted": "selected", "again": "selected",
}
"""Where one goes back to from typing or choosing."""


class NotMetScreen(BaseEntryScreen):
    """What cannot be done of one wish; without `about`, of any. The wish itself keeps its place."""

    help_page = "not-met"
    route = "not-met"
    ACTIONS = (SAVE_WORDS, CHOOSE, UNDO, REDO, HELP, HELP_TOO, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, about: str | None = None) -> None:
        super().__init__(desk, tr, navigator)
        self.about = about
        self.lines: tuple[NotMetLine, ...] = ()
        self.mode: NotMetMode = "list"
        self.ground = ""
        self.ref = ""

    def start(self) -> None:
        self.lines = self.desk.history.not_met(self.about)
        if self.about is not None and not self.lines:
            self.mode = "ground"
        super().start()

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = self.about and to(self.about)

    def heading(self) -> str:
        return self.tr("This cannot be done now")

    @property
    def selected(self) -> NotMetLine | None:
        """What is being looked at."""
        return next((line for line in self.lines if line.ref == self.ref), None)

    # what stands on the screen

    def subject(self) -> tuple[LineItem, ...]:
        self.lines = self.desk.history.not_met(self.about)
        selected = self.selected
        if self.mode in ("selected", "consulted", "again") and selected is not None:
            return not_met_lines(selected, self.tr)
        return self.line_of(self.about) if self.about is not None else ()

    def prompt(self) -> str:
        tr = self.tr
        return {
            "ground": tr("Why can it not be done?"),
            "words": tr("Tell in your own words why not. The wish stays where it is."),
            "consulted": tr("Who was asked to think along?"),
            "again": tr("On which day do we ask again?"),
        }.get(self.mode, "")

    def asks_answer(self) -> bool:
        return self.mode == "ground"

    def sheet(self) -> Sheet:
        if self.mode == "ground":
            return RowsSheet(tuple(LineItem(ground.title, ground.id) for ground in self.desk.follow_up.grounds()))
        return RowsSheet(self._about_selected() if self.mode == "selected" else self._all())

    def _all(self) -> tuple[LineItem, ...]:
        tr = self.tr
        lines = tuple(not_met_line(line, tr, about=self.about is None) for line in self.lines)
        if self.about is not None:
            anew = tr("Say once more how it is now") if lines else tr("This cannot be done now")
            return (*lines, LineItem(anew, NEW))
        return lines or (
            LineItem(tr("Nobody said this yet."), look="quiet"),
            LineItem(tr("Choose a wish in the plan. There it can be said."), look="quiet"),
        )

    def _about_selected(self) -> tuple[LineItem, ...]:
        tr, selected = self.tr, self.selected
        if selected is None:
            return ()
        return (
            LineItem(tr("Say who was asked to think along"), "consulted"),
            LineItem(tr("Say when we ask again"), "again"),
            *((LineItem(tr("Look at the line it is about"), "line"),) if selected.about is not None else ()),
            LineItem(tr("Take it back"), "withdraw", by=tr("the old words are kept")),
        )

    # choosing and typing

    def chosen(self, ref: str) -> None:
        if self.mode == "ground":
            self.ground = ref
            self.once_known(lambda: self._type("words", "not-met", self.about))
        elif self.mode == "selected":
            self._do(ref)
        elif ref == NEW:
            self.mode = "ground"
            self.show_list()
        else:
            self.ref, self.mode = ref, "selected"
            self.show_list()

    def _do(self, what: str) -> None:
        selected = self.selected
        if what == "consulted":
            self.once_known(lambda: self._type("consulted", "consulted", self.ref))
        elif what == "again":
            self.once_known(lambda: self._type("again", "ask-again", self.ref))
        elif what == "withdraw":
            self.take_back(self.ref, self._to_list)
        elif selected is not None and selected.about is not None:
            self.navigator.navigate(TRACE, selected.about.ref)

    def _to_list(self) -> None:
        self.mode = "list"

    def _type(self, mode: NotMetMode, slot: Literal["not-met", "consulted", "ask-again"], about: str | None) -> None:
        self.mode = mode
        self.notice.clear()
        self.start_typing(slot, about)

    def save_words(self) -> None:
        follow_up, text, about, mode = self.desk.follow_up, self.field.text, self.about, self.mode
        if mode == "words" and about is not None:
            kept = self.save(lambda: follow_up.not_met(about, self.ground, text))
        elif mode == "again":
            kept = self.save(lambda: follow_up.ask_again(self.ref, text))
        else:
            kept = self.save(lambda: follow_up.consulted(self.ref, text))
        if kept is None:
            return
        if mode == "words":
            self.ref = kept.refs[0] if kept.refs else ""
        self.mode = "selected"
        self.show_saved(kept)
        self._ask_colleague(mode)

    def _ask_colleague(self, mode: NotMetMode) -> None:
        """Ask at once who was consulted, where the ground wants that."""
        selected = self.selected
        if mode == "words" and selected is not None and selected.wanting:
            self._do("consulted")

    def undo(self) -> None:
        super().undo()
        if self.mode == "selected" and self.selected is None:
            self.mode = "list"
            self.show_all()

    def action_back(self) -> None:
        """One step back; from the list, or from the first question about a wish, to where we came from."""
        was = self.mode
        self.stop_typing()
        if was == "list" or (was == "ground" and not self.lines):
            self.navigator.back()
            return
        self.mode = BEFORE[was]
        self.show_list(self.ref if self.mode == "list" else None)
