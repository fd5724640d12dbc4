"""`DetailEntry`: one field of a form: its title, a text field or a list to pick from, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.parts.copied_text import page_of, words_of
from screens.parts.early_keys import EarlyKeys
from screens.steps.answer_field import AnswerField
from screens.steps.pick_list import PickList
from zlp_tui.conversation.ports.turn import Pick, Turn, Words
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Place

MOST: Final = 12
"""Lines of a list of options, at most."""


class RowCallbacks(NamedTuple):
    """What a row calls: Enter in its field, an option picked, something typed, the focus left it, a clock in seconds,
    and what was typed there before and not kept."""

    said: Callable[[DetailEntry], None]
    picked: Callable[[DetailEntry, tuple[str, ...]], None]
    typed: Callable[[DetailEntry], None]
    left: Callable[[DetailEntry], None]
    draft: Callable[[Turn], str]
    now: Callable[[], float]


class DetailEntry(Vertical):
    """Takes what a question of a form takes. What is typed and was refused stays, with why beside it."""

    DEFAULT_CSS = """
    DetailEntry {
        height: auto; margin-top: 1;
        & .title { height: auto; color: $primary; text-style: bold; }
        & .gentle { height: auto; margin-bottom: 1; text-style: italic; }
        & .told { height: auto; color: $text-muted; }
        & .told.-refused { color: $text; text-style: bold; }
    }
    """

    def __init__(self, turn: Turn, early: EarlyKeys, calls: RowCallbacks, tr: Catalogue) -> None:
        super().__init__()
        self._turn = turn
        self._calls = calls
        self._gentle = Static(Content(turn.gentle), classes="gentle", markup=False)
        self._title = Static(Content(turn.heading), classes="title", markup=False)
        self._told = Static(Content(turn.hint), classes="told", markup=False)
        self.field = AnswerField(
            early, said=lambda: calls.said(self), typed=self._typed, too_much=lambda: None,
            enter=lambda: tr("Keep and go on") if self.new_words else tr("Next"),
        )
        self.pick = PickList(
            early, picked=lambda ids: calls.picked(self, ids), unmarked=lambda: None, touched=lambda: None,
            now=calls.now, moved=lambda: None, chosen_word=tr("chosen"),
            place_word=str, more_word=tr("More"),
        )

    def compose(self) -> ComposeResult:
        yield self._gentle
        yield self._title
        yield self._told
        yield self.field
        yield self.pick

    def on_mount(self) -> None:
        self.put(self._turn)
        if isinstance(self._turn.input, Words) and (typed := self._calls.draft(self._turn)):
            self.field.put(typed)

    @property
    def turn(self) -> Turn:
        """The question of the field, with what stands there."""
        return self._turn

    @property
    def place(self) -> Place:
        """Where the field is in the script."""
        return self._turn.place

    @property
    def has_focus_within(self) -> bool:
        """Whether one is in this row."""
        return self.field.has_focus or self.pick.has_focus

    @property
    def new_words(self) -> str:
        """What is typed and differs from what stands there; empty for nothing new."""
        asked, typed = self._turn.input, self.field.text.strip()
        stands = (asked.value or "").strip() if isinstance(asked, Words) else typed
        return typed if typed != stands else ""

    @property
    def words(self) -> str:
        """The field as it is copied: its title, and below it what stands there or can be chosen."""
        return f"{self._turn.heading}\n{words_of(self.field) if self.field.display else page_of(self.pick)}".rstrip()

    def put(self, turn: Turn) -> None:
        """Show what stands in the field now."""
        self._turn = turn
        self._gentle.update(Content(turn.gentle))
        self._gentle.display = bool(turn.gentle)
        self.field.display = isinstance(turn.input, Words)
        self.pick.display = isinstance(turn.input, Pick)
        if isinstance(turn.input, Words):
            self.field.put(turn.input.value or "", starter=turn.input.starter)
        elif isinstance(turn.input, Pick):
            self.pick.put(turn.input)

    def fit(self, width: int) -> None:
        """Set the height of the list."""
        if self.pick.display:
            self.pick.fit(width, MOST)

    def tell(self, words: str) -> None:
        """Say what became of the answer, in the place of the hint."""
        self._told.remove_class("-refused")
        self._told.update(Content(words or self._turn.hint))

    def refuse(self, words: str) -> None:
        """Say why it was not kept."""
        self._told.add_class("-refused")
        self._told.update(Content(f"! {words}"))

    def focus_input(self) -> None:
        """Go to the field or the list, and bring all of the row into view."""
        (self.field if self.field.display else self.pick).focus()
        self.scroll_visible(animate=False)

    def _typed(self) -> None:
        self.field.tell_enter()
        self._calls.typed(self)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The field is left: it is kept."""
        if event.widget is self.field:
            self._calls.left(self)
