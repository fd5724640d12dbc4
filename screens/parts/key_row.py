"""`KeyRow`: what one can do here, at the bottom of the screen, each with its key. The mouse works; so do the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from screens.parts.actions import Action
from screens.parts.caret import put_caret
from screens.parts.drawn_lines import DrawnLines

MOST_GAP = 2
WIDE = 72
"""Below this width lines are not kept apart when that takes more of them."""


class KeyRow(DrawnLines, can_focus=True):
    """Actions on as many lines as they need; Tab reaches the row, arrows go along it, Enter does the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "along(-1)", show=False),
        Binding("right,down", "along(1)", show=False),
        Binding("enter", "do", show=False),
    ]
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

    def __init__(self, actions: Sequence[Action] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions: tuple[Action, ...] = tuple(a for a in actions if a.on_row)
        self._at = 0
        self._hover: int | None = None
        self._lines: list[list[tuple[int, int, int]]] = []
        self._width = -1

    def show(self, actions: Sequence[Action]) -> None:
        """Show other actions, in place; the screen is laid out again only when they need another number of lines."""
        shown = tuple(a for a in actions if a.on_row)
        if _looks(shown) == _looks(self._actions):
            self._actions = shown
            return
        marked = self._actions[self._at].name if self._at < len(self._actions) else ""
        self._actions = shown
        self._at = next((number for number, a in enumerate(shown) if a.name == marked), 0)
        before, self._width = len(self._lines), -1
        self._arrange(self.content_size.width)
        self.refresh(layout=len(self._lines) != before)

    def focus_on(self, name: str) -> None:
        """Take the focus, with the mark on one action."""
        self._at = next((number for number, a in enumerate(self._actions) if a.name == name), 0)
        self.focus()
        self.refresh()

    def lines_in(self, width: int) -> int:
        """How many lines it takes in `width` columns."""
        self._arrange(width)
        return max(1, len(self._lines))

    def allow_focus(self) -> bool:
        """An empty row takes no focus."""
        return super().allow_focus() and bool(self._actions)

    @staticmethod
    def _width_of(action: Action) -> int:
        return cell_len(action.label) + (cell_len(action.shown) + 1 if action.shown else 0) + 2

    def _arrange(self, width: int) -> None:
        """Actions of one `line` stay together; what does not fit goes below it, evenly. The main one stands right."""
        if width == self._width or width <= 0:
            return
        self._width = width
        everything = [i for i, action in enumerate(self._actions) if not action.spare]
        apart: list[list[int]] = []
        for number in sorted({self._actions[i].line for i in everything}):
            apart += self._filled([i for i in everything if self._actions[i].line == number], width)
        together = self._filled(everything, width)
        lines = apart if len(apart) <= len(together) or width >= WIDE else together
        self._add_spare(lines, width)
        self._lines = [self._placed(line, width) for line in lines]

    def _add_spare(self, lines: list[list[int]], width: int) -> None:
        """What may be left out stands where there is room for it, on its own line first."""
        for number, action in enumerate(self._actions):
            if action.spare:
                size = self._width_of(action)
                free = [line for line in lines if sum(self._width_of(self._actions[i]) for i in line) + size <= width]
                free.sort(key=lambda line: self._actions[line[0]].line != action.line)
                for line in free[:1]:
                    line.append(number)
                    line.sort()

    def _placed(self, indices: Sequence[int], width: int) -> list[tuple[int, int, int]]:
        sizes = [self._width_of(self._actions[i]) for i in indices]
        spare = width - sum(sizes)
        gap = min(MOST_GAP, spare // max(1, len(indices) - 1))
        placed, x = [], 0
        for index, size in zip(indices, sizes, strict=True):
            if index == indices[-1] and self._actions[index].main:
                x = max(x, width - size)
            placed.append((index, x, size))
            x += size + gap
        return placed

    def _filled(self, indices: Sequence[int], width: int) -> list[list[int]]:
        """As few lines as possible, the last one not much shorter than the others."""
        sizes = [self._width_of(self._actions[i]) for i in indices]
        count = len(_broken(sizes, width))
        narrowest = next((w for w in range(max([*sizes, 1]), width) if len(_broken(sizes, w)) == count), width)
        return [[indices[n] for n in line] for line in _broken(sizes, narrowest)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the actions need."""
        self._arrange(width)
        return max(1, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """One line of actions; the marked one has a mark as well as a colour."""
        self._arrange(self.content_size.width)
        segments: list[Segment] = []
        x = 0
        for index, start, size in self._lines[y] if y < len(self._lines) else ():
            segments.append(Segment(" " * (start - x), self.plain))
            segments += self._draw(index)
            x = start + size
        return Strip(segments).adjust_cell_length(self.content_size.width, self.plain)

    def _draw(self, index: int) -> list[Segment]:
        action = self._actions[index]
        marked = index == self._at and self.has_focus
        label = self.look("key-row--main" if action.main else "key-row--label")
        key = self.look("key-row--key")
        if marked or index == self._hover:
            extra = self.look("key-row--marked" if marked else "key-row--hover", partial=True)
            label, key = label + extra, key + extra
        sides = ("▸", " ") if marked else (" ", " ")
        shown = [Segment(f"{action.shown} ", key)] if action.shown else []
        plain = self.plain
        return [Segment(sides[0], plain), *shown, Segment(action.label, label), Segment(sides[1], plain)]

    def action_along(self, by: int) -> None:
        """The action beside the marked one."""
        shown = [index for line in self._lines for index, _, _ in line]
        if shown:
            at = shown.index(self._at) if self._at in shown else 0
            self._at = shown[(at + by) % len(shown)]
            self._mark()

    def action_do(self) -> None:
        """Do the marked action."""
        if self._at < len(self._actions):
            self._run(self._actions[self._at])

    def _run(self, action: Action) -> None:
        """Do it, unless the screen was left by what was pressed or clicked just before."""
        if self.screen.is_active:
            action.run()

    def _mark(self) -> None:
        place = next(((x, y) for y, line in enumerate(self._lines) for i, x, _ in line if i == self._at), (0, 0))
        put_caret(self, *place)
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._mark()

    def _under(self, event: events.MouseEvent) -> int | None:
        place = event.get_content_offset(self)
        if place is None or place.y >= len(self._lines):
            return None
        return next((i for i, x, size in self._lines[place.y] if x <= place.x < x + size), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        under = self._under(event)
        if under != self._hover:
            self._hover = under
            self.refresh()

    def on_leave(self) -> None:
        self._hover = None
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The focus stays where it was: somebody may be typing."""
        event.prevent_default()
        event.stop()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        under = self._under(event)
        if under is not None:
            self._run(self._actions[under])


def _looks(actions: Sequence[Action]) -> list[tuple[str, str, str, int, bool]]:
    """All of the actions that shows."""
    return [(action.name, action.label, action.shown, action.line, action.spare) for action in actions]


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
