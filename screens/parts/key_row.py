"""`KeyRow`: the actions of a screen with their keys, docked at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events

from screens.parts.actions import ScreenCommand
from screens.parts.early_keys import EarlyKeys
from screens.parts.item_lines import ItemLines, PlacedItem

MOST_GAP = 2
WIDE = 72
"""Below this width lines are not kept apart when that takes more of them."""


class KeyRow(ItemLines):
    """Actions on as many lines as they need; Tab reaches the row, arrows go along it, Enter runs the marked one.

    `moved` is called when another one is marked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "key-row--key", "key-row--label", "key-row--main", "key-row--marked", "key-row--hover",
    }
    DEFAULT_CSS = """
    KeyRow {
        dock: bottom; height: auto; padding: 0 1; background: $surface;
        & > .key-row--key { color: $text-muted; }
        & > .key-row--label { color: $foreground; }
        & > .key-row--main { color: $primary; text-style: bold; }
        & > .key-row--marked { background: $panel; text-style: bold underline; }
        & > .key-row--hover { text-style: underline; }
    }
    """

    def __init__(
        self, early: EarlyKeys, moved: Callable[[], None], actions: Sequence[ScreenCommand] = (), *,
        id: str | None = None,
    ) -> None:
        super().__init__(early, id=id)
        self._moved = moved
        self.more: ScreenCommand | None = None
        """What leads to all actions; shown where a spare one did not fit."""
        self._actions: tuple[ScreenCommand, ...] = tuple(action for action in actions if action.on_row)
        self._hover: int | None = None

    def show(self, actions: Sequence[ScreenCommand]) -> None:
        """Show other actions in place; the mark stays on the action with the same id."""
        shown = tuple(action for action in (*actions, *filter(None, (self.more,))) if action.on_row)
        if _looks(shown) == _looks(self._actions):
            self._actions = shown
            return
        marked = self._actions[self._at].id if self._at < len(self._actions) else ""
        self._actions = shown
        self._at = self._index_of(marked)
        self.changed()

    def focus_on(self, id: str) -> None:
        """Take the focus, with the mark on one action."""
        self._at = self._index_of(id)
        self.focus()
        self.refresh()

    @property
    def marked(self) -> str:
        """The id of the action that Enter runs; empty without one."""
        return self._actions[self._at].id if self._at < len(self._actions) else ""

    def mark_changed(self) -> None:
        super().mark_changed()
        self._moved()

    def _index_of(self, id: str) -> int:
        return next((index for index, action in enumerate(self._actions) if action.id == id), 0)

    def allow_focus(self) -> bool:
        """An empty row takes no focus."""
        return super().allow_focus() and bool(self._actions)

    def lay_out(self, width: int) -> Sequence[Sequence[PlacedItem]]:
        """Actions of one `line` stay together; what does not fit goes below it, evenly. The main one stands right."""
        needed = [index for index, action in enumerate(self._actions) if not action.spare and action is not self.more]
        apart: list[list[int]] = []
        for number in sorted({self._actions[index].line for index in needed}):
            apart += self._filled([index for index in needed if self._actions[index].line == number], width)
        together = self._filled(needed, width)
        lines = apart if len(apart) <= len(together) or width >= WIDE else together
        self._add_spare(lines, width)
        return [self._placed(line, width) for line in lines] or [[]]

    @staticmethod
    def _width_of(action: ScreenCommand) -> int:
        return cell_len(action.label) + (cell_len(action.shown) + 1 if action.shown else 0) + 2

    def _add_spare(self, lines: list[list[int]], width: int) -> None:
        """Add each spare action to a line with room for it, preferably the one it belongs to. Where that leaves some
        out and `more` leads to them, the last spare ones give way to it."""
        spare = [index for index, action in enumerate(self._actions) if action.spare]
        added = [index for index in spare if self._add(index, lines, width)]
        if self.more is not None and added != spare:
            while not self._add(len(self._actions) - 1, lines, width) and added:
                gone = added.pop()
                for line in lines:
                    if gone in line:
                        line.remove(gone)

    def _add(self, index: int, lines: list[list[int]], width: int) -> bool:
        """Add an action to a line with room for it; whether there is one."""
        action = self._actions[index]
        size = self._width_of(action)
        free = [line for line in lines if sum(self._width_of(self._actions[i]) for i in line) + size <= width]
        free.sort(key=lambda line: self._actions[line[0]].line != action.line)
        for line in free[:1]:
            line.append(index)
            line.sort()
        return bool(free)

    def _placed(self, indices: Sequence[int], width: int) -> list[PlacedItem]:
        sizes = [self._width_of(self._actions[index]) for index in indices]
        gap = min(MOST_GAP, (width - sum(sizes)) // max(1, len(indices) - 1))
        placed, x = [], 0
        for index, size in zip(indices, sizes, strict=True):
            if index == indices[-1] and self._actions[index].main:
                x = max(x, width - size)
            placed.append(PlacedItem(index, x, size))
            x += size + gap
        return placed

    def _filled(self, indices: Sequence[int], width: int) -> list[list[int]]:
        """As few lines as possible, the last one not much shorter than the others."""
        sizes = [self._width_of(self._actions[index]) for index in indices]
        count = len(_broken(sizes, width))
        narrowest = next((w for w in range(max([*sizes, 1]), width) if len(_broken(sizes, w)) == count), width)
        return [[indices[number] for number in line] for line in _broken(sizes, narrowest)]

    def draw_item(self, item: PlacedItem) -> Iterable[Segment]:
        """The key and the label; the marked action has a sign as well as a colour."""
        action, marked = self._actions[item.number], self.is_marked(item)
        label = self.component_style("key-row--main" if action.main else "key-row--label")
        key = self.component_style("key-row--key")
        if marked or item.number == self._hover:
            extra = self.component_style("key-row--marked" if marked else "key-row--hover", partial=True)
            label, key = label + extra, key + extra
        shown = [Segment(f"{action.shown} ", key)] if action.shown else []
        sign = Segment("▸" if marked else " ", self.plain)
        return [sign, *shown, Segment(action.label, label), Segment(" ", self.plain)]

    def take(self, number: int) -> None:
        """Run an action, unless the screen was left by what was pressed or clicked just before."""
        if number < len(self._actions) and self.screen.is_active:
            self._actions[number].run()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._hover_over(self.item_at(event))

    def on_leave(self) -> None:
        self._hover_over(None)

    def _hover_over(self, index: int | None) -> None:
        if index != self._hover:
            self._hover = index
            self.refresh()


def _looks(actions: Sequence[ScreenCommand]) -> list[tuple[str, str, str, int, bool]]:
    """All of the actions that is visible."""
    return [(action.id, action.label, action.shown, action.line, action.spare) for action in actions]


def _broken(sizes: Sequence[int], width: int) -> list[list[int]]:
    """Which of these stand on which line, when a line holds `width` cells."""
    lines: list[list[int]] = [[]]
    used = 0
    for number, size in enumerate(sizes):
        if lines[-1] and used + size > width:
            lines.append([])
            used = 0
        lines[-1].append(number)
        used += size
    return lines if sizes else []
