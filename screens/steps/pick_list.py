"""`PickList`: numbered options. A digit picks at once; space marks where several may be picked.

Where one option is picked for each row, an arrow to the side or a digit sets the level of the marked row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet, Sheet, height_of
from screens.steps.answer_list import AnswerList
from screens.steps.answer_pictures import picture
from screens.steps.rated_rows import rated, row_lines, stepped
from zlp_tui.conversation.ports.turn import Pick, Selectable


class PickList(AnswerList):
    """The options of a `Pick`. `picked` is called with the picked ids, in the order of the options.

    Where one is asked, nothing is marked before somebody marks it; Enter then calls `unmarked`.
    `touched` is called when somebody ticks or marks.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark_this", show=False)]
    DEFAULT_CSS = "PickList { height: 4; }"

    def __init__(
        self, early: EarlyKeys, *, picked: Callable[[tuple[str, ...]], None], unmarked: Callable[[], None],
        touched: Callable[[], None], now: Callable[[], float], moved: Callable[[], None], chosen_word: str,
        id: str | None = None,
    ) -> None:
        super().__init__(early, now=now, moved=moved, id=id)
        self._picked = picked
        self._unmarked = unmarked
        self._touched = touched
        self._chosen_word = chosen_word
        self._pick = Pick(())
        self._marks_set: frozenset[str] = frozenset()
        self._notes_beside = False

    def appeared(self) -> None:
        """Another question is shown: nothing is marked."""
        self._cells.at = None

    def put(self, pick: Pick, marks: tuple[str, ...] | None = None) -> None:
        """Show a pick, with the mark on what is chosen already; of the same pick the mark stays where it is.

        `marks` are ticks, or the mark, of before that were not kept.
        """
        if (pick.options, pick.chosen) != (self._pick.options, self._pick.chosen):
            self._cells.at = None
        self._pick = pick
        self._marks_set = frozenset(pick.chosen if marks is None or not pick.many else marks)
        self._notes_beside = False
        self.mistyped.forget()
        chosen = pick.chosen[0] if pick.chosen else self._first() if pick.many else None
        before = marks[0] if marks and not pick.many and marks[0] in self.numbered() else None
        self._redraw(before or self.marked or chosen)

    def reset(self, pick: Pick) -> None:
        """Show a pick as it stands, without what was marked since."""
        self._cells.at = None
        self.put(pick)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids that are chosen, in the order of the options."""
        return tuple(option.id for option in self._pick.options if option.id in self._marks_set)

    def _first(self) -> str | None:
        lines = self._shown_lines()
        return lines[0].id if lines else None

    def _shown_lines(self) -> tuple[Selectable, ...]:
        """What stands under each other: the options, or the rows where one is picked for each."""
        return self._pick.rows or self._pick.options

    def fewest_lines_in(self, width: int) -> int:
        """The least number of lines for all options in `width` columns, with the notes beside or below all of them."""
        fewest, options = self._high(width, beside=True), self._shown_lines()
        even = fewest == len(options) or any(option.by for option in options)
        return fewest if even else self._high(width, beside=False)

    def fit(self, width: int, most: int) -> None:
        """Set the height; if there are too few lines, put the notes beside the options instead of below."""
        beside = self._high(width, beside=False) > most
        if beside != self._notes_beside:
            self._notes_beside = beside
            self._redraw(self.marked)
        super().fit(width, most)

    def _redraw(self, select: str | None) -> None:
        """Show the options anew; where one is asked, nothing is marked in the place of an option that is not there."""
        self.show(self._sheet_of(beside=self._notes_beside), select=select, unmarked=not self._pick.many)

    def _high(self, width: int, *, beside: bool) -> int:
        return height_of(self._sheet_of(beside=beside).cells(width - 1))

    def _sheet_of(self, *, beside: bool) -> Sheet:
        if self._pick.rows:
            return RowsSheet(row_lines(self._pick, self._marks_set, beside=beside))
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
        note = " · ".join(part for part in (option.by or "", option.hint, option.unkept) if part)
        return LineItem(text, ref=option.id, sign=sign, note=note, by=self._chosen_word if chosen else "")

    def choose(self) -> None:
        """Pick the marked option, or where several may be picked all that are chosen."""
        if self._pick.many:
            self._picked(self.chosen)
        elif self.marked is not None:
            self._take(self.marked)
        else:
            self._unmarked()

    def action_mark_this(self) -> None:
        """Space: choose or unchoose. Where one is asked it does nothing: somebody may be typing a sentence."""
        if not self._pick.many or self.marked is None or self.mistyped.going_on or self.early.is_early("space"):
            return
        self.mistyped.end()
        self._take(self.marked)

    def _take(self, ref: str) -> None:
        if not self._pick.many:
            self._picked((ref,))
        elif self._pick.rows:
            self._rate(ref, stepped(self._pick, self._marks_set, ref, 1))
        else:
            self._marks_set ^= {ref}
            self._touched()
            self._redraw(ref)

    def _rate(self, row: str, level: int | None) -> None:
        """Set the level of a row; None takes it away."""
        self._marks_set = rated(self._pick, self._marks_set, row, level)
        self._touched()
        self._redraw(row)

    def action_aside(self, by: int) -> None:
        """Where one is picked for each row: the next or the previous level of the marked row."""
        if self._pick.rows and self.marked is not None:
            self.mistyped.end()
            self._rate(self.marked, stepped(self._pick, self._marks_set, self.marked, by))
        else:
            super().action_aside(by)

    def _select(self, index: int) -> None:
        super()._select(index)
        self._touched()

    def action_move(self, by: int) -> None:
        """Move the mark; after the last option the arrow goes on to the board below."""
        self.mistyped.end()
        last = self._shown_lines()[-1].id if self._shown_lines() else None
        if self._cells.at is None and self._cells.selectable:
            self._select(self._cells.selectable[0 if by > 0 else -1])
        elif by == 1 and self.marked == last:
            if self.screen.focus_next("BoardList") is None:  # there is no board: the focus stays here
                self.focus()
        else:
            super().action_move(by)

    def action_end(self, which: int) -> None:
        """Mark the first or the last option."""
        self.mistyped.end()
        super().action_end(which)

    def choose_by_click(self) -> None:
        """Choose or unchoose the option, or pick it where one is asked."""
        self.mistyped.end()
        if self.marked is not None:
            self._take(self.marked)

    def numbered(self) -> tuple[str, ...]:
        """The ids of what has a number: the options, or the levels of a row."""
        return tuple(numbered.id for numbered in self._pick.levels or self._pick.options)

    def take_number(self, number: int) -> None:
        """Take the option with this number; of the marked row the level with this number, and go to the next row."""
        if self._pick.rows:
            row = self.marked or self._pick.rows[0].id
            self._rate(row, number + 1 - self._pick.first_level)
            if row != self._pick.rows[-1].id:
                super().action_move(1)
            return
        self.mark(self._pick.options[number].id)
        self._take(self._pick.options[number].id)

    def on_blur(self) -> None:
        self.mistyped.end()
