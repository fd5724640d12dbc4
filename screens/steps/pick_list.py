"""`PickList`: numbered answers to pick from; a number picks at once, space marks where several may be picked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from screens.parts.line_layout import LineItem, RowsSheet, Sheet, height_of
from screens.parts.line_list import LineList
from screens.steps.answer_pictures import picture
from screens.steps.mistyped_letters import MistypedLetters
from zlp_tui.conversation.turn import Pick, Selectable


class PickList(LineList):
    """The options of a `Pick`. `picked` is called with all ids that are picked, in the order of the options."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark_this", show=False)]
    DEFAULT_CSS = "PickList { height: 4; }"

    def __init__(self, *, picked: Callable[[tuple[str, ...]], None], chosen_word: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picked = picked
        self._chosen_word = chosen_word
        self._pick = Pick(())
        self._marks_set: frozenset[str] = frozenset()
        self._notes_beside = False
        self.mistyped = MistypedLetters()

    def put(self, pick: Pick) -> None:
        """Show another pick in place; the mark stands on what is chosen already."""
        self._pick = pick
        self._marks_set = frozenset(pick.chosen)
        self._notes_beside = False
        self.mistyped.forget()
        self.show(self._sheet_of(beside=self._notes_beside), select=pick.chosen[0] if pick.chosen else self._first())

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is marked as chosen now, in the order of the options."""
        return tuple(option.id for option in self._pick.options if option.id in self._marks_set)

    def _first(self) -> str | None:
        return self._pick.options[0].id if self._pick.options else None

    def fewest_lines_in(self, width: int) -> int:
        """How many lines it needs in `width` columns, all answers shown and evenly: each on one line, or quotes."""
        fewest, options = self._high(width, beside=True), self._pick.options
        even = fewest == len(options) or any(option.by for option in options)
        return fewest if even else self._high(width, beside=False)

    def fit(self, width: int, most: int) -> None:
        """With too few lines, what is said of each answer stands beside it instead of below it."""
        beside = self._high(width, beside=False) > most
        if beside != self._notes_beside:
            self._notes_beside = beside
            self.show(self._sheet_of(beside=self._notes_beside), select=self.marked)
        super().fit(width, most)

    def _high(self, width: int, *, beside: bool) -> int:
        return height_of(self._sheet_of(beside=beside).cells(width - 1))

    def _sheet_of(self, *, beside: bool) -> Sheet:
        lines = (self._line(number, option) for number, option in enumerate(self._pick.options, 1))
        return RowsSheet(tuple(line._replace(beside=beside) for line in lines))

    def _line(self, number: int, option: Selectable) -> LineItem:
        chosen = option.id in self._marks_set
        sign = f"{number}" if number <= 9 else " "
        if self._pick.many:
            sign = ("[x]" if chosen else "[ ]") + f" {sign}"
        elif len(self._pick.options) > 9:
            sign = f"{number:>2}" if number <= 9 else "  "
        text = f"“{option.title}”" if option.by else picture(option, self._pick.options) + option.title
        note = " · ".join(part for part in (option.by or "", option.hint) if part)
        return LineItem(text, ref=option.id, sign=sign, note=note, by=self._chosen_word if chosen else "")

    def action_choose(self) -> None:
        """Enter: this one, or with several all that are marked."""
        if not self.mistyped.end():
            self.take_marked()

    def take_marked(self) -> None:
        """This one, or with several all that are marked."""
        if self._pick.many:
            self._picked(self.chosen)
        elif self.marked is not None:
            self._take(self.marked)

    def action_mark_this(self) -> None:
        """Space: mark or unmark. Where one answer is asked it does nothing: somebody may be typing a sentence."""
        if self._pick.many and self.marked is not None and not self.mistyped.came:
            self._take(self.marked)

    def _take(self, ref: str) -> None:
        if not self._pick.many:
            self._picked((ref,))
            return
        self._marks_set ^= {ref}
        self.show(self._sheet_of(beside=self._notes_beside), select=ref)

    def action_move(self, by: int) -> None:
        """After the last answer the arrow goes on into what stands below."""
        self.mistyped.end()
        last = self._pick.options[-1].id if self._pick.options else None
        if by == 1 and self.marked == last:
            self.screen.focus_next("BoardList")
        else:
            super().action_move(by)

    def action_end(self, which: int) -> None:
        """The first or the last answer."""
        self.mistyped.end()
        super().action_end(which)

    def choose_by_click(self) -> None:
        """A click marks, or picks where one answer is asked."""
        self.mistyped.end()
        if self.marked is not None:
            self._take(self.marked)

    def on_key(self, event: events.Key) -> None:
        """A digit is the option with that number, unless it stands among letters; these go on to the screen."""
        number = int(event.character) - 1 if event.character and event.character in "123456789" else -1
        if 0 <= number < len(self._pick.options) and not self.mistyped.came:
            event.stop()
            self.mark(self._pick.options[number].id)
            self._take(self._pick.options[number].id)
        elif event.is_printable and event.key != "space":
            self.mistyped.note()

    def on_blur(self) -> None:
        self.mistyped.end()
