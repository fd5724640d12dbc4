"""`LineList`: the widget for lists, quotes and letters, with its own selection, scrolling and mouse support.

One widget for all lines, instead of one per line, repaints once per key; scrolling never lays the screen out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from screens.parts.drawn_lines import DrawnLines
from screens.parts.early_keys import CLICK, ENTER_KEY, EarlyKeys
from screens.parts.line_layout import GUTTER, Cell, LineItem, RowsSheet, Sheet, height_of
from screens.parts.marked_cells import MarkedCells
from screens.parts.scroll_window import ScrollWindow

MARK = "▸ "
KEPT = 2
"""Lines of a page that are repeated on the next one."""
CellLine = Sequence[tuple[int, int]]
"""What stands on one line of a sheet: the cells' indices, each with the line within the cell."""


class LineList(DrawnLines[CellLine], can_focus=True):
    """Shows a sheet and posts `Chosen` when a cell with a `ref` is chosen by Enter or the mouse.

    `early` says which keys come too soon to choose anything. `always_marked`: the mark is also shown while the focus is
    elsewhere (a list that is being searched).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "aside(-1)", show=False),
        Binding("right", "aside(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    PAGES: ClassVar[bool] = True
    """Whether PgDn and PgUp scroll the list; where not, they are keys of the screen."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--text", "line-list--quote", "line-list--by", "line-list--quiet", "line-list--heading",
        "line-list--here", "line-list--strong", "line-list--sign", "line-list--intro", "line-list--rule",
        "line-list--selected", "line-list--mark", "line-list--thumb",
    }
    DEFAULT_CSS = """
    LineList {
        height: 1fr; width: 1fr; color: $foreground;
        & > .line-list--by, & > .line-list--quiet, & > .line-list--intro { color: $text-muted; }
        & > .line-list--heading { color: $text-muted; text-style: bold; }
        & > .line-list--here { color: $primary; text-style: bold; }
        & > .line-list--strong { text-style: bold; }
        & > .line-list--sign { color: $primary; }
        & > .line-list--rule { color: $border-blurred; }
        & > .line-list--selected { background: $panel; }
        & > .line-list--mark { color: $primary; text-style: bold; }
        & > .line-list--thumb { color: $border-blurred; }
    }
    """

    class Chosen(Message):
        """A cell was chosen."""

        def __init__(self, line_list: LineList, ref: str) -> None:
            super().__init__()
            self.line_list = line_list
            self.ref = ref

    class NothingMarked(Message):
        """Enter in a list of answers in which nothing is marked yet."""

    class FirstMarked(Message):
        """A cell was marked in a list of answers in which nothing was: Enter does something now."""

    def __init__(
        self, early: EarlyKeys, sheet: Sheet | None = None, *, id: str | None = None, classes: str | None = None,
        always_marked: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.early = early
        self._sheet: Sheet = sheet or RowsSheet(())
        self._always_marked = always_marked
        self._cells = MarkedCells()
        self._window = ScrollWindow()
        self._fitted = 0
        self._numbers: tuple[str, ...] = ()

    def number(self, refs: Sequence[str]) -> None:
        """The cells that have a number, in their order: that digit chooses the cell."""
        self._numbers = tuple(refs)

    def numbered(self) -> tuple[str, ...]:
        """The `ref` of each cell that has a number."""
        return self._numbers

    def take_number(self, number: int) -> None:
        """Choose the cell at this place, counted from 0."""
        self.mark(self.numbered()[number])
        self.choose()

    def take_digit(self, typed: str) -> bool:
        """Choose the cell with this number; False when there is none."""
        number = int(typed) - 1 if typed and typed in "123456789" else -1
        if not 0 <= number < len(self.numbered()):
            return False
        if not self.early.is_early(typed):
            self.take_number(number)
        return True

    def show(self, sheet: Sheet, *, select: str | None = None, unmarked: bool = False) -> None:
        """Show another sheet. The mark goes to `select`, else stays on the same `ref`, or the one nearest to it.

        `unmarked`: these are answers, so nothing else is marked before somebody marks it.
        """
        self._cells.answers = unmarked
        if type(sheet) is type(self._sheet) and sheet == self._sheet and select is None and not self._window.top:
            return
        before, wanted = self._cells.refs, select or self.marked
        self._sheet = sheet
        self._window.top = 0
        self.changed()
        self._cells.mark_nearest(wanted, before)
        if self._marks or select is not None:
            self._reveal()
        self.mark_moved()

    def show_lines(self, lines: tuple[LineItem, ...], *, select: str | None = None) -> None:
        """Show items under each other."""
        self.show(RowsSheet(lines), select=select)

    @property
    def waits(self) -> bool:
        """Whether there is something to choose, and nothing is marked yet."""
        return self._cells.waits

    @property
    def marked(self) -> str | None:
        """The `ref` of the marked cell."""
        return self._cells.ref

    def offers(self, ref: str) -> bool:
        """Whether a line that can be chosen stands here now with this `ref`."""
        return self.display and ref in self._cells.refs

    def mark(self, ref: str) -> None:
        """Mark the cell with this `ref`."""
        self._cells.mark(ref)
        self._reveal()
        self.refresh()
        self.mark_moved()

    def height_in(self, width: int) -> int:
        """How many lines its sheet takes in `width` columns. Nothing is laid out."""
        return height_of(self._sheet.cells(max(12, width)))

    def fit(self, width: int, most: int) -> None:
        """Set the height to the lines in `width` columns, at most `most`; without a new layout while it is the same."""
        high = max(1, min(most, self.lines_in(width)))
        if high != self._fitted:
            self._fitted = high
            self.styles.height = high

    @property
    def high(self) -> int:
        """The height that it was fitted to."""
        return self._fitted

    def reveal(self, ref: str | None = None) -> None:
        """Scroll to the cell with this `ref`, or to the heading of the current place."""
        for cell in self._cells.all:
            heading = any(look == "here" for line in cell.lines for _, look in line)
            if cell.ref == ref if ref is not None else heading:
                page = self.content_size.height or 4
                if not self._window.holds(cell, page):
                    self._to_line(cell.y if ref is None else max(0, cell.bottom - page))
                return

    def allow_focus(self) -> bool:
        """Only a list with a cell to choose, or with more lines than fit, takes the focus."""
        return super().allow_focus() and (bool(self._cells.selectable) or self._height > self.size.height > 0)

    @property
    def _height(self) -> int:
        return len(self._lines)

    def lay_out(self, width: int) -> Sequence[CellLine]:
        """The cells on each line of the sheet; the last column is left to the scrollbar."""
        cells = self._sheet.cells(max(12, width - 1))
        lines: list[list[tuple[int, int]]] = [[] for _ in range(height_of(cells))]
        for index, cell in enumerate(cells):
            for y in range(cell.y, cell.bottom):
                lines[y].append((index, y - cell.y))
        self._cells.lay(cells)
        return lines

    def on_resize(self) -> None:
        self.lines()
        if self._marks:
            self._reveal()
        else:
            self._to_line(self._window.top)

    # copying

    def words_here(self) -> str:
        """The words of the marked cell, or of the first one in view."""
        return self._cells.words_here(self._window.top)

    def all_words(self) -> str:
        """The words of all cells, one under the other."""
        self.lines()
        return self._cells.all_words()

    # drawing
    def render_line(self, y: int) -> Strip:
        """One screen line of the part that is scrolled to, and the scrollbar at the right."""
        lines, width, row = self.lines(), self.content_size.width, y + self._window.top
        if row >= len(lines) and len(lines) <= self.size.height:
            return Strip.blank(width, self.plain)
        line = Strip(self.draw(lines[row] if row < len(lines) else (), width))
        return Strip([*line.adjust_cell_length(max(0, width - 1), self.plain), self._bar(y)], width)

    def draw(self, line: CellLine, width: int) -> Iterable[Segment]:
        """The cells on one line, with blanks between them."""
        x = 0
        for index, part in line:
            cell = self._cells.all[index]
            if cell.x > x:
                yield Segment(" " * (cell.x - x), self.plain)
            yield from self._draw(cell, part, selected=index == self._cells.at and self._marks)
            x = max(x, cell.x) + cell.width

    @property
    def _marks(self) -> bool:
        return self.has_focus or self._always_marked

    def _draw(self, cell: Cell, line: int, *, selected: bool) -> Strip:
        chosen = self.component_style("line-list--selected", partial=True) if selected else Style.null()
        if selected and line == 0:
            segments = [Segment(MARK, self.component_style("line-list--mark") + chosen)]
        else:
            segments = [Segment(" " * GUTTER, self.plain + chosen)]
        segments += [
            Segment(text, self.component_style(f"line-list--{look}") + chosen)
            for text, look in cell.lines[line] if text
        ]
        return Strip(segments).adjust_cell_length(cell.width, self.plain + chosen)

    def _bar(self, y: int) -> Segment:
        if y in self._window.thumb(self.size.height, self._height):
            return Segment("┃", self.component_style("line-list--thumb"))
        return Segment(" ", self.plain)

    # scrolling
    def _to_line(self, top: int) -> None:
        if self._window.to_line(top, self.content_size.height, self._height):
            self.refresh()

    def _reveal(self) -> None:
        """Scroll the marked cell into view, with the heading above it if that fits."""
        page, cell = self.content_size.height, self._cells.marked
        if cell is None or not page:
            self._to_line(self._window.top)
            return
        self._to_line(self._window.top_for(cell, page))
        self.put_caret(cell.x, cell.y - self._window.top)

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        if has_focus:
            self._reveal()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._to_line(self._window.top + 2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._to_line(self._window.top - 2)

    # moving and choosing
    def action_move(self, by: int) -> None:
        """Mark the next cell in the same column; scroll if there is none."""
        if self.waits:
            self._select(self._cells.selectable[0 if by > 0 else -1])
            self.post_message(self.FirstMarked())
            return
        below = self._cells.below(by)
        if below is not None:
            self._select(below)
        else:
            self._to_line(self._window.top + by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.PAGES if action == "page" else super().check_action(action, parameters)

    def action_page(self, by: int) -> None:
        """Scroll a page; the mark goes along to a cell in view."""
        self._to_line(self._window.top + by * max(1, self.content_size.height - KEPT))
        self._mark_in_view(last=by < 0)

    def _mark_in_view(self, *, last: bool) -> None:
        """Mark a cell that is in the window, if there is one; in a list of answers nothing is marked by scrolling."""
        seen = [index for index in self._cells.selectable if self._window.top <= self._cells.all[index].y < self._end]
        if seen and self._cells.at not in seen and not self.waits:
            self._cells.at = seen[-1] if last else seen[0]
            self.refresh()
            self.mark_moved()
        self._carry_caret()

    @property
    def _end(self) -> int:
        """The first row below the window."""
        return self._window.top + max(1, self.content_size.height)

    def _sees(self, cell: Cell | None) -> bool:
        """Whether a part of this cell is in the window."""
        return cell is not None and cell.y < self._end and cell.bottom > self._window.top

    def _carry_caret(self) -> None:
        """Put the cursor at the mark if that is in the window, else at the first line."""
        marked = self._cells.marked
        at = marked if self._sees(marked) else None
        self.put_caret(at.x if at else 0, max(0, at.y - self._window.top) if at else 0)

    def action_aside(self, by: int) -> None:
        """Mark the nearest cell in the column beside this one."""
        beside = self._cells.aside(by)
        if beside is not None:
            self._select(beside)

    def action_end(self, which: int) -> None:
        """Mark the first or the last cell."""
        if self._cells.selectable:
            self._select(self._cells.selectable[which])
        self._to_line(0 if which == 0 else self._height)

    def action_choose(self) -> None:
        """Enter: choose the marked cell, unless it was not meant for this list."""
        if not self.early.is_early(ENTER_KEY):
            self.choose()

    def choose(self) -> None:
        """Choose the marked cell; if that is out of view, only scroll back to it."""
        if self.waits:
            self.post_message(self.NothingMarked())
        if self._cells.marked is not None and self.content_size.height and not self._sees(self._cells.marked):
            self._reveal()
        elif (ref := self.marked) is not None:
            self.post_message(self.Chosen(self, ref))

    def choose_by_click(self) -> None:
        """What a click on a cell does, once that cell is marked."""
        self.choose()

    def _select(self, index: int) -> None:
        self._cells.at = index
        self._reveal()
        self.refresh()
        self.mark_moved()

    def mark_moved(self) -> None:
        """Another cell may be marked now, or another thing be done with it."""

    def on_click(self, event: events.Click) -> None:
        """Choose the cell under the mouse, unless the click comes too soon; on the scrollbar, scroll a page."""
        place = event.get_content_offset(self)
        if place is None:
            return
        event.stop()
        if place.x >= self.content_size.width - 1 and self._height > self.content_size.height:
            middle = self.content_size.height // 2
            self._to_line(self._window.top + (place.y - middle))
            return
        row = place.y + self._window.top
        for index, _ in self._lines[row] if row < self._height else ():
            cell = self._cells.all[index]
            if cell.x <= place.x < cell.x + cell.width and cell.ref is not None:
                if not self.early.is_early(CLICK):
                    self._select(index)
                    self.choose_by_click()
                return
