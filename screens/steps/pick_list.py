"""`PickList`: numbered options. A digit picks at once; space marks where several may be picked.

Where one option is picked for each row, an arrow to the side or a digit sets the level of the marked row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet, Sheet, height_of
from screens.steps.answer_list import AnswerList
from screens.steps.answer_pictures import picture
from screens.steps.offered_lines import FEW, MORE
from screens.steps.rated_rows import rated, row_lines, stepped
from zlp_tui.conversation.ports.turn import Pick, Selectable

TEN: Final = 10


class PickList(AnswerList):
    """The options of a `Pick`. `picked` is called with the picked ids, in the order of the options or of picking.

    Where one is asked, nothing is marked before somebody marks it; Enter then calls `unmarked`.
    `touched` is called when somebody ticks or marks. `place_word` tells in short that something is the second, or so.
    Where the likeliest come first, the others of many are shown once somebody takes the line with `more_word`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark_this", show=False)]
    DEFAULT_CSS = "PickList { height: 4; }"

    def __init__(
        self, early: EarlyKeys, *, picked: Callable[[tuple[str, ...]], None], unmarked: Callable[[], None],
        touched: Callable[[], None], now: Callable[[], float], moved: Callable[[], None], chosen_word: str,
        place_word: Callable[[int], str], more_word: str, id: str | None = None,
    ) -> None:
        super().__init__(early, now=now, moved=moved, id=id)
        self._picked = picked
        self._unmarked = unmarked
        self._touched = touched
        self._chosen_word = chosen_word
        self._place_word = place_word
        self._more = Selectable(MORE, more_word, leads=True)
        self._all = False
        """Whether somebody asked for more than the likeliest."""
        self._pick = Pick(())
        self._ticked: tuple[str, ...] = ()
        """What is chosen, in the order of choosing."""
        self._notes_beside = False
        self._began_ten: str | None = None
        """The row for which a 1 was typed just now that a 0 may make a 10."""

    def appeared(self) -> None:
        """Another question is shown: nothing is marked."""
        self._cells.at = self._began_ten = None
        self._all = False

    def put(self, pick: Pick, marks: tuple[str, ...] | None = None) -> None:
        """Show a pick, with the mark on what is chosen already; of the same pick the mark stays where it is.

        `marks` are ticks, or the mark, of before that were not kept.
        """
        if (pick.options, pick.chosen) != (self._pick.options, self._pick.chosen):
            self._cells.at = None
        self._pick = pick
        self._ticked = pick.chosen if marks is None or not pick.many else marks
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
        """The ids that are chosen, in the order of the options, or of choosing where that counts."""
        options = tuple(option.id for option in self._pick.options)
        wanted, others = (self._ticked, options) if self._pick.in_order else (options, self._ticked)
        return tuple(ref for ref in wanted if ref in others)

    @property
    def takes_many(self) -> bool:
        """Whether several may be picked."""
        return self._pick.many

    def _first(self) -> str | None:
        lines = self._shown_lines()
        return lines[0].id if lines else None

    def _shown_lines(self) -> tuple[Selectable, ...]:
        """What stands under each other: the options, or the rows where one is picked for each."""
        pick, few = self._pick, {option.id for option in self._pick.options[:FEW]}
        if not pick.likeliest_first or self._all or len(pick.options) <= FEW + 1:
            return pick.rows or pick.options
        few.update(pick.chosen, self._ticked)
        return (*(option for option in pick.options if option.id in few), self._more)

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
            return RowsSheet(row_lines(self._pick, self._ticked, beside=beside))
        lines = (self._line(number, option) for number, option in enumerate(self._shown_lines(), 1))
        return RowsSheet(tuple(line._replace(beside=beside) for line in lines))

    def _line(self, number: int, option: Selectable) -> LineItem:
        chosen = option.id in self._ticked
        sign = f"{number}" if number <= 9 else " "
        if self._pick.many:
            sign = f"{'   ' if option is self._more else self._box(option, chosen=chosen)} {sign}"
        elif len(self._pick.options) > 9:
            sign = f"{number:>2}" if number <= 9 else "  "
        text = f"“{option.title}”" if option.by else picture(option, self._pick.options) + option.title
        note = " · ".join(part for part in (option.by or "", option.hint, option.unkept) if part)
        chosen_word = self._chosen_word if chosen and not self._pick.in_order else ""  # its place tells it there
        if option.id in self._pick.chosen:
            chosen_word = " · ".join(filter(None, (chosen_word, self._pick.said_by)))
        return LineItem(text, ref=option.id, sign=sign, note=note, by=chosen_word)

    def _box(self, option: Selectable, *, chosen: bool) -> str:
        """The tick of an option; where the order of choosing counts, its place in that order."""
        if not self._pick.in_order:
            return "[x]" if chosen else "[ ]"
        width = len(self._place_word(1))
        if option.leads:
            return f"{'→':>{width + 2}}"
        return f"[{self._place_word(1 + self._ticked.index(option.id)) if chosen else '':<{width}}]"

    def choose(self) -> None:
        """Pick the marked option, or where several may be picked all that are chosen."""
        if self._pick.many and not self._leads(self.marked):
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
        if ref == MORE:
            self._show_all()
        elif not self._pick.many:
            self._picked((ref,))
        elif self._pick.rows:
            self._rate(ref, stepped(self._pick, self._ticked, ref, 1))
        elif self._leads(ref):
            self._picked((*self.chosen, ref))
        else:
            rest = tuple(known for known in self._ticked if known != ref)
            self._ticked = rest if ref in self._ticked else (*rest, ref)
            self._touched()
            self._redraw(ref)

    def _show_all(self) -> None:
        """Show the options that are less likely too, with the mark on the first of them."""
        before = self.numbered()
        self._all = True
        self._touched()
        self._redraw(next((option.id for option in self._pick.options if option.id not in before), None))

    def _rate(self, row: str, level: int | None) -> None:
        """Set the level of a row; None takes it away."""
        self._ticked = tuple(rated(self._pick, self._ticked, row, level))
        self._touched()
        self._redraw(row)

    def action_aside(self, by: int) -> None:
        """Where one is picked for each row: the next or the previous level of the marked row."""
        if self._pick.rows and self.marked is not None:
            self.mistyped.end()
            self._began_ten = None
            self._rate(self.marked, stepped(self._pick, self._ticked, self.marked, by))
        else:
            super().action_aside(by)

    def _leads(self, ref: str | None) -> bool:
        """Whether a line is taken at once, and leads to other questions."""
        return any(option.leads for option in self._shown_lines() if option.id == ref)

    def _select(self, index: int) -> None:
        super()._select(index)
        self._began_ten = None
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
        return tuple(numbered.id for numbered in self._pick.levels or self._shown_lines())

    def take_digit(self, typed: str) -> bool:
        """Take the option or the level with this number; 0 is a level where these count from 0."""
        counts_from_0 = bool(self._pick.rows) and self._pick.first_level == 0
        if typed != "0" or not counts_from_0 or self.mistyped.going_on:
            return super().take_digit(typed)
        if not self.early.is_early(typed):
            self._take_level(0)
        return True

    def take_number(self, number: int) -> None:
        """Take the option with this number; of the marked row the level with this number, and go to the next row."""
        if self._pick.rows:
            self._take_level(number + 1)
            return
        ref = self.numbered()[number]
        self.mark(ref)
        self._take(ref)

    def _take_level(self, digit: int) -> None:
        """Give the marked row the level with this number and go to the next row. A 1 may be the beginning of a 10:
        the mark stays until a 0 makes it that, or another digit is for the next row."""
        row, first = self.marked or self._pick.rows[0].id, self._pick.first_level
        began, self._began_ten = row == self._began_ten, None
        if began and digit:
            row = self._next_row(row)
        number = TEN if began and not digit else digit
        self._rate(row, number - first)
        if number == 1 and first + len(self._pick.levels) > TEN:
            self._began_ten = row
        else:
            self._next_row(row)

    def _next_row(self, row: str) -> str:
        """Mark the row after this one, if there is one; the row that is marked."""
        if row != self._pick.rows[-1].id:
            super().action_move(1)
        return self.marked or row

    def on_blur(self) -> None:
        self.mistyped.end()
