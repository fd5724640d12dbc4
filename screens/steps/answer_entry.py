"""`AnswerEntry`: the input of a question: a text field, a list to pick from, to put in order, or to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from screens.parts.early_keys import EarlyKeys
from screens.steps.answer_field import AnswerField
from screens.steps.order_list import OrderList
from screens.steps.pick_list import PickList
from screens.steps.reading_view import ReadingView
from zlp_tui.conversation.ports import turn
from zlp_tui.i18n import Catalogue

FIELD: Final = 3
"""Height of a field with one line of text."""


@dataclass(frozen=True, slots=True)
class AnswerCallbacks:
    """What the inputs call. These are calls, not messages: a message would cost a second paint."""

    said: Callable[[], None]
    typed: Callable[[], None]
    """Something was typed, ticked, marked or moved that is not an answer yet."""
    too_much: Callable[[], None]
    picked: Callable[[tuple[str, ...]], None]
    ordered: Callable[[tuple[str, ...]], None]
    read: Callable[[], None]
    unmarked: Callable[[], None]
    """Enter in a list in which nothing is marked."""
    moved: Callable[[], None]
    """Enter may do something else now than before."""
    enter: Callable[[], str]
    """What Enter does in the field, in words."""
    now: Callable[[], float]
    """A clock, in seconds."""


class AnswerEntry(Vertical):
    """One instance of each input, of which one is shown (two where a name may be added to a pick)."""

    DEFAULT_CSS = "AnswerEntry { height: auto; width: 1fr; }"

    def __init__(self, early: EarlyKeys, calls: AnswerCallbacks, tr: Catalogue) -> None:
        super().__init__()
        self.early = early
        self.field = AnswerField(
            early, said=calls.said, typed=calls.typed, too_much=calls.too_much, enter=calls.enter, id="answer"
        )
        self.pick = PickList(
            early, moved=calls.moved, picked=calls.picked, unmarked=calls.unmarked, touched=calls.typed,
            now=calls.now, chosen_word=tr("chosen"), place_word=lambda number: tr("{number}th", number=number),
            more_word=tr("More"),
            id="pick",
        )
        self.order = OrderList(
            early, moved=calls.moved, ordered=calls.ordered, touched=calls.typed, now=calls.now,
            held_word=tr("move"), id="order",
        )
        self.reading = ReadingView(early, read=calls.read, id="reading")
        self._tr = tr
        self._shown: turn.Input = turn.Words()
        self._showing: tuple[Widget, ...] = ()

    def compose(self) -> ComposeResult:
        yield self.reading
        yield self.pick
        yield self.order
        yield self.field

    @property
    def typed(self) -> str:
        """The stripped text of the field; empty where there is no field."""
        return self.field.text.strip() if self.field in self._showing else ""

    @property
    def takes_words(self) -> bool:
        """Whether the field is shown."""
        return self.field in self._showing

    @property
    def sends_letters_on(self) -> bool:
        """Whether letters typed in the list beside the field are on their way to the field."""
        return self.takes_words and self.pick.mistyped.came

    def appeared(self) -> None:
        """Another question is shown, or this one comes back from below another screen."""
        self.early.appeared()
        self.pick.appeared()

    def take_digit(self, typed: str) -> bool:
        """Let the list that is shown take a digit that was typed elsewhere; False when it does not."""
        lists = (widget for widget in (self.pick, self.order) if widget in self._showing)
        return any(widget.take_digit(typed) for widget in lists)

    def put(self, shown: turn.Input, typed: str, marks: tuple[str, ...] | None = None) -> None:
        """Show the widget for this input; `typed` is the text of its field, `marks` what was marked and not kept."""
        self._shown = shown
        if isinstance(shown, turn.Words):
            self._display(self.field)
            self.field.put(typed, starter=shown.starter)
        elif isinstance(shown, turn.Pick):
            self.pick.put(shown, marks)
            if shown.can_add:
                self._display(self.pick, self.field)
                self.field.put(typed, starter=self._tr("Or type a name"))
            else:
                self._display(self.pick)
        elif isinstance(shown, turn.InOrder):
            self._display(self.order)
            self.order.put(shown, marks)
        else:
            self._display(self.reading)
            self.reading.put(shown)

    def _display(self, *wanted: Widget) -> None:
        if wanted != self._showing:
            for widget in (self.reading, self.pick, self.order, self.field):
                widget.display = widget in wanted
            self._showing = wanted

    def lines_in(self, width: int) -> int:
        """How many lines it needs in `width` columns to show all that is picked from, put in order or read."""
        if self.pick in self._showing:
            return self.pick.fewest_lines_in(width) + FIELD * self.takes_words
        return sum(lines.lines_in(width) for lines in (self.reading, self.order) if lines in self._showing)

    def letters_came(self, over: Callable[[], None]) -> None:
        """Letters were typed in a list: the Enter that ends them picks nothing, but calls `over`."""
        for widget in (self.pick, self.order):
            if widget in self._showing:
                widget.mistyped.note(over)
                widget.focus()

    def fit(self, width: int, most: int) -> None:
        """Set the heights: as needed, at most `most` lines."""
        left = most
        if self.field in self._showing:
            left -= FIELD
        for widget in (self.reading, self.pick, self.order):
            if widget in self._showing:
                widget.fit(width, max(3, left))
        if self.field in self._showing:
            listed = self.pick.high if self.pick in self._showing else 0
            self.field.limit_lines(max(1, min(6, most - 2 - listed)))

    def first_input(self) -> Widget | None:
        """The input that takes the focus; None when there is none to focus."""
        inputs = (self.pick, self.order, self.field, self.reading)
        return next((widget for widget in inputs if widget in self._showing and widget.allow_focus()), None)

    def focus_first(self) -> bool:
        """Focus the input; False when there is none to focus."""
        first = self.first_input()
        if first is not None:
            first.focus()
        return first is not None
