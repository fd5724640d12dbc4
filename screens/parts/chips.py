"""`Chips`: a few words beside each other, one of which is chosen and stands in brackets; such as who speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from screens.parts.caret import put_caret
from screens.parts.drawn_lines import DrawnLines
from screens.parts.line_layout import fitted, wrapped


@dataclass(frozen=True, slots=True)
class Chip:
    """One word to choose. `quiet` ones do something else than being chosen, such as asking somebody to the table."""

    id: str
    text: str
    quiet: bool = False


class Chips(DrawnLines, can_focus=True):
    """A label and its chips, on as many lines as they need. `folded`: one line while the focus is elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "along(-1)", show=False),
        Binding("right,down", "along(1)", show=False),
        Binding("enter,space", "take", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chips--label", "chips--chip", "chips--chosen", "chips--quiet", "chips--marked",
    }
    DEFAULT_CSS = """
    Chips {
        height: auto; width: 1fr;
        & > .chips--label { color: $text-muted; }
        & > .chips--chosen { color: $primary; text-style: bold; }
        & > .chips--quiet { color: $text-muted; text-style: underline; }
        & > .chips--marked { background: $panel; text-style: bold underline; }
    }
    """

    def __init__(self, chosen: Callable[[str], None], *, folded: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._take = chosen
        self._folded = folded
        self._label = ""
        self._chips: tuple[Chip, ...] = ()
        self._chosen: str | None = None
        self._at = 0
        self._placed: list[tuple[int, int, int]] = []
        self._width = -1
        self._high = 1

    def put(self, label: str, chips: Sequence[Chip], chosen: str | None) -> None:
        """Show other chips in place; laid out again only when they need another number of lines."""
        if (label, tuple(chips), chosen) == (self._label, self._chips, self._chosen):
            return
        self._label, self._chips, self._chosen = label, tuple(chips), chosen
        self._at = next((n for n, chip in enumerate(self._chips) if chip.id == chosen), 0)
        self._rearrange()

    @property
    def chosen(self) -> str | None:
        """The id of the chosen chip."""
        return self._chosen

    @property
    def marked(self) -> str | None:
        """The id of the chip that Enter would choose."""
        return self._chips[self._at].id if self._at < len(self._chips) else None

    def mark_other(self) -> None:
        """Mark the first chip that is not the chosen one."""
        self._at = next((n for n, chip in enumerate(self._chips) if chip.id != self._chosen), 0)
        self.refresh()

    def allow_focus(self) -> bool:
        """Without a choice there is nothing to focus."""
        return super().allow_focus() and len(self._chips) > 1

    @property
    def _is_folded(self) -> bool:
        return self._folded and not self.has_focus

    def _rearrange(self) -> None:
        before, self._width = self._high, -1
        self._arrange(self.content_size.width or 68)
        self.refresh(layout=self._high != before)

    def _arrange(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        start = cell_len(self._label) + 2
        x, y = start, 0
        self._placed = []
        for index, chip in enumerate(self._chips):
            size = min(cell_len(chip.text), width - 4) + 2
            if self._is_folded and chip.id != self._chosen:
                continue
            if x + size > width and x > 2:
                x, y = (start if start + size <= width and start < width // 3 else 2), y + 1
            self._placed.append((index, x, y))
            x += size + 1
        self._high = y + 1

    def lines_in(self, width: int) -> int:
        """How many lines it takes in `width` columns."""
        self._arrange(width)
        return self._high

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the chips need."""
        return self.lines_in(width)

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        if not has_focus:
            self._at = next((n for n, chip in enumerate(self._chips) if chip.id == self._chosen), 0)
        if self._folded:
            self._rearrange()
        self._mark()

    def _mark(self) -> None:
        place = next(((x, y) for index, x, y in self._placed if index == self._at), (0, 0))
        put_caret(self, *place)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The label, then the chips; the chosen one in brackets, the marked one underlined."""
        width = self.content_size.width
        self._arrange(width)
        segments: list[Segment] = []
        x = 0
        if y == 0 and self._label:
            label = wrapped(self._label, width)[0]
            segments.append(Segment(label, self.look("chips--label")))
            x = cell_len(label)
        for index, left, line in self._placed:
            if line == y:
                segments.append(Segment(" " * (left - x), self.plain))
                drawn = self._draw(index)
                segments += drawn
                x = left + sum(cell_len(segment.text) for segment in drawn)
        return Strip(segments).adjust_cell_length(width, self.plain)

    def _draw(self, index: int) -> list[Segment]:
        chip = self._chips[index]
        chosen = chip.id == self._chosen
        look = "chips--chosen" if chosen else "chips--quiet" if chip.quiet else "chips--chip"
        style = self.look(look)
        marked = self.has_focus and index == self._at
        if marked:
            style += self.look("chips--marked", partial=True)
        text = fitted(chip.text, min(cell_len(chip.text), self.content_size.width - 4))
        left, right = ("[", "]") if chosen else ("▸", " ") if marked else (" ", " ")
        edge = style if chosen else self.plain
        if self._is_folded:
            right = "] ▾"
        return [Segment(left, edge), Segment(text, style), Segment(right, edge)]

    def action_along(self, by: int) -> None:
        """The chip beside the marked one."""
        self._at = (self._at + by) % max(1, len(self._chips))
        self._mark()

    def action_take(self) -> None:
        """Choose the marked chip."""
        if self._at < len(self._chips):
            self._take(self._chips[self._at].id)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Choosing with the mouse leaves the focus in the answer, unless the chips have to unfold first."""
        if not self._folded:
            event.prevent_default()
            event.stop()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = event.get_content_offset(self)
        if place is None:
            return
        if self._is_folded:
            self.focus()
            return
        for index, left, line in self._placed:
            if line == place.y and left <= place.x < left + cell_len(self._chips[index].text) + 2:
                self._at = index
                self.action_take()
                return
