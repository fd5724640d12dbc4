"""`PickList`: numbered answers to pick from; a number picks at once, space marks where several may be picked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from screens.parts.lines import Lines
from screens.parts.sheet import Line, Rows, Sheet
from zlp_tui.conversation.desk import Pick, Selectable


class PickList(Lines):
    """The options of a `Pick`. `picked` is called with all ids that are picked, in the order of the options."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark_this", show=False)]
    DEFAULT_CSS = "PickList { height: 4; }"

    def __init__(self, *, picked: Callable[[tuple[str, ...]], None], chosen_word: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picked = picked
        self._chosen_word = chosen_word
        self._pick = Pick(())
        self._marks_set: frozenset[str] = frozenset()

    def put(self, pick: Pick) -> None:
        """Show another pick in place; the mark stands on what is chosen already."""
        self._pick = pick
        self._marks_set = frozenset(pick.chosen)
        self.show(self._sheet_of(), select=pick.chosen[0] if pick.chosen else self._first())

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is marked as chosen now, in the order of the options."""
        return tuple(option.id for option in self._pick.options if option.id in self._marks_set)

    def _first(self) -> str | None:
        return self._pick.options[0].id if self._pick.options else None

    def _sheet_of(self) -> Sheet:
        return Rows(tuple(self._line(number, option) for number, option in enumerate(self._pick.options, 1)))

    def _line(self, number: int, option: Selectable) -> Line:
        chosen = option.id in self._marks_set
        sign = f"{number}" if number <= 9 else " "
        if self._pick.many:
            sign = ("[x]" if chosen else "[ ]") + f" {sign}"
        elif len(self._pick.options) > 9:
            sign = f"{number:>2}" if number <= 9 else "  "
        text = f"“{option.title}”" if option.by else option.title
        note = " · ".join(part for part in (option.by or "", option.hint) if part)
        return Line(text, ref=option.id, sign=sign, note=note, by=self._chosen_word if chosen else "")

    def action_choose(self) -> None:
        """Enter: this one, or with several all that are marked."""
        if self._pick.many:
            self._picked(self.chosen)
        elif self.marked is not None:
            self._take(self.marked)

    def action_mark_this(self) -> None:
        """Space: mark or unmark. Where one answer is asked it does nothing: somebody may be typing a sentence."""
        if self._pick.many and self.marked is not None:
            self._take(self.marked)

    def _take(self, ref: str) -> None:
        if not self._pick.many:
            self._picked((ref,))
            return
        self._marks_set ^= {ref}
        self.show(self._sheet_of(), select=ref)

    def action_move(self, by: int) -> None:
        """After the last answer the arrow goes on into what stands below."""
        last = self._pick.options[-1].id if self._pick.options else None
        if by == 1 and self.marked == last:
            self.screen.focus_next("Answers")
        else:
            super().action_move(by)

    def choose_by_click(self) -> None:
        """A click marks, or picks where one answer is asked."""
        if self.marked is not None:
            self._take(self.marked)

    def on_key(self, event: events.Key) -> None:
        """A digit is the option with that number."""
        if event.character and event.character in "123456789":
            number = int(event.character) - 1
            if number < len(self._pick.options):
                event.stop()
                self.mark(self._pick.options[number].id)
                self._take(self._pick.options[number].id)
