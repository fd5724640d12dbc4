"""Base class of widgets with items beside each other, of which one is marked: a row of keys, chips to choose from."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType

from screens.parts.drawn_lines import DrawnLines
from screens.parts.early_keys import CLICK, ENTER_KEY, EarlyKeys


class PlacedItem(NamedTuple):
    """Where an item stands on its line."""

    number: int
    x: int
    width: int


class ItemLines(DrawnLines[Sequence[PlacedItem]], can_focus=True):
    """Items on as many lines as they need: arrows move the mark, Enter or a click takes an item.

    A subclass numbers its items and lays them out. One with a negative number can be neither marked nor taken.
    """

    FOCUS_ON_CLICK: ClassVar[bool] = False
    """The focus stays where it was: somebody may be typing."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "along(-1)", show=False),
        Binding("right,down", "along(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, early: EarlyKeys, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.early = early
        self._at = 0

    @abstractmethod
    def draw_item(self, item: PlacedItem) -> Iterable[Segment]:
        """The segments of one item, as wide as it was placed."""

    @abstractmethod
    def take(self, number: int) -> None:
        """Do what the item with this number is for."""

    def draw(self, line: Sequence[PlacedItem], width: int) -> Iterable[Segment]:
        """The items, with blanks between them."""
        x = 0
        for item in line:
            if item.x > x:
                yield Segment(" " * (item.x - x), self.plain)
            yield from self.draw_item(item)
            x = item.x + item.width

    def _items(self) -> Iterator[tuple[int, PlacedItem]]:
        """Each item that can be taken, with the number of its line."""
        return ((y, item) for y, line in enumerate(self.lines()) for item in line if item.number >= 0)

    def is_marked(self, item: PlacedItem) -> bool:
        """Whether this item shows the mark: it does while the widget has the focus."""
        return self.has_focus and item.number == self._at

    def mark_changed(self) -> None:
        """Draw the mark, and the cursor with it."""
        x, y = next(((item.x, y) for y, item in self._items() if item.number == self._at), (0, 0))
        self.put_caret(x, y)
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.mark_changed()

    def action_along(self, by: int) -> None:
        """Mark the item beside the marked one; after the last one comes the first."""
        shown = [item.number for _, item in self._items()]
        if shown:
            at = shown.index(self._at) if self._at in shown else 0
            self._at = shown[(at + by) % len(shown)]
            self.mark_changed()

    def action_take(self) -> None:
        """Take the marked item, unless the key comes too soon."""
        if not self.early.is_early(ENTER_KEY):
            self.take(self._at)

    def item_at(self, event: events.MouseEvent) -> int | None:
        """The number of the item under the mouse."""
        place = event.get_content_offset(self)
        if place is None:
            return None
        under = (item for y, item in self._items() if y == place.y and item.x <= place.x < item.x + item.width)
        return next((item.number for item in under), None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The focus stays where it was: somebody may be typing."""
        event.prevent_default()
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """Take the item under the mouse, unless the click comes too soon."""
        event.stop()
        number = self.item_at(event)
        if number is not None and not self.early.is_early(CLICK):
            self.take(number)
