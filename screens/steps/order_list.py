"""`OrderList`: a list to put in order. Enter, a digit or a click takes an item; arrows, a digit or a click move it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet
from screens.steps.answer_list import AnswerList
from zlp_tui.conversation.ports.turn import InOrder, Selectable


class OrderList(AnswerList):
    """The items of an `InOrder`. `ordered` is called with all ids after each move, `touched` while one is moved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "take_up", show=False)]
    DEFAULT_CSS = "OrderList { height: 4; }"

    def __init__(
        self, early: EarlyKeys, *, ordered: Callable[[tuple[str, ...]], None], touched: Callable[[], None],
        now: Callable[[], float], moved: Callable[[], None], held_word: str, id: str | None = None,
    ) -> None:
        super().__init__(early, now=now, moved=moved, id=id)
        self._ordered = ordered
        self._touched = touched
        self._held_word = held_word
        self._items: list[Selectable] = []
        self._held: str | None = None
        self._before: tuple[str, ...] = ()

    def put(self, order: InOrder, marks: tuple[str, ...] | None = None) -> None:
        """Show other items; `marks` is an order of before that was not kept."""
        self._items = list(order.items)
        if marks is not None and sorted(marks) == sorted(self.ids):
            self._items.sort(key=lambda item: marks.index(item.id))
        self._held = None
        self.mistyped.forget()
        self._redraw(self._items[0].id if self._items else None)

    @property
    def holds(self) -> bool:
        """Whether an item was taken and not put down yet."""
        return self._held is not None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order on the screen."""
        return tuple(item.id for item in self._items)

    def _redraw(self, select: str | None) -> None:
        lines = tuple(
            LineItem(
                item.title, ref=item.id, sign=f"{number:>2}" if len(self._items) > 9 else f"{number}",
                by=f"↕ {self._held_word}" if item.id == self._held else item.by or "",
                note=" · ".join(part for part in (item.hint, item.unkept) if part),
            )
            for number, item in enumerate(self._items, 1)
        )
        self.show(RowsSheet(lines), select=select)

    def choose(self) -> None:
        """Enter: take the marked item, or put it down."""
        self._take_or_put()

    def action_take_up(self) -> None:
        """Space: the same, unless it is part of mistyped text."""
        if not self.mistyped.going_on and not self.early.is_early("space"):
            self.mistyped.end()
            self._take_or_put()

    def numbered(self) -> tuple[str, ...]:
        """The ids in the order on the screen."""
        return self.ids

    def take_number(self, number: int) -> None:
        """Take the item with this number, or put the one that was taken down there."""
        if self._held is None:
            self.mark(self._items[number].id)
        else:
            self._move_held(number)
        self._take_or_put()

    def _take_or_put(self) -> None:
        if self._held is None:
            self._held, self._before = self.marked, self.ids
            self._redraw(self._held)
        else:
            self.put_down()

    def choose_by_click(self) -> None:
        """The first click takes an item, the second puts it down there."""
        if self._held is not None and self.marked is not None:
            self._move_held(self.ids.index(self.marked))
        self.mistyped.end()
        self._take_or_put()

    def action_move(self, by: int) -> None:
        """Move the mark, or the item that was taken."""
        self.mistyped.end()
        if self._held is None:
            super().action_move(by)
        else:
            self._move_held(self.ids.index(self._held) + by)

    def _move_held(self, to: int) -> None:
        if self._held is not None and 0 <= to < len(self._items):
            item = self._items.pop(self.ids.index(self._held))
            self._items.insert(to, item)
            self._touched()
            self._redraw(self._held)

    def action_end(self, which: int) -> None:
        """Mark the first or the last item."""
        self.mistyped.end()
        super().action_end(which)

    def on_blur(self) -> None:
        self.mistyped.end()
        self.put_down()

    def put_down(self) -> None:
        """Put the taken item down where it is now."""
        if self._held is None:
            return
        held, self._held = self._held, None
        self._redraw(held)
        if self.ids != self._before:
            self._ordered(self.ids)
